/** What an editor pastes works wherever he pastes it: every form in one page, and that page in every place. */
import type { BrowserContextOptions, Frame, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedHost, strictHostPolicy, type HostDocument } from './support/embed-host.ts'
import { PARTITIONING, storageFoundIn } from './support/embed-storage.ts'
import { openEmbedWorld, readPanel, readPoint, type EmbedWorld } from './support/embed-world.ts'
import { pastedCode } from './support/pasted-code.ts'

/** In a folder of a site with patterns of its own, the harder of the two places for our files. */
const VARIANT = 'sub-folder'

let world: EmbedWorld
/** Code of the four forms, the frame twice: as an iframe and as an object. */
let pasted: HostDocument

beforeAll(async () => {
  world = await openEmbedWorld({ variant: VARIANT })
  pasted = documentFor(world)
})

afterAll(() => world.close())

function documentFor({ site: { url } }: EmbedWorld): HostDocument {
  const sections = {
    element: pastedCode(url, 'pm25', { rung: 'element' }),
    frame: pastedCode(url, 'pm25', { rung: 'frame', tellsHeight: true }),
    object: pastedCode(url, 'good-air-days', { rung: 'frame', isObject: true, tellsHeight: true }),
    picture: pastedCode(url, 'pm25', { rung: 'picture' }),
    table: pastedCode(url, 'pm25', { rung: 'table' }),
  }
  const body = Object.entries(sections).map(([id, code]) => `<section id="${id}">${code}</section>`)
  return { body: body.join('\n'), policy: strictHostPolicy(url) }
}

function frameOf(page: Page, file: string): Frame | undefined {
  return page.frames().find((frame) => frame.url().includes(`/embed/${file}`))
}

/** The panel of one of our frames, however it came into the page. */
async function panelIn(page: Page, file: string): Promise<Locator> {
  await expect.poll(() => frameOf(page, file)?.url()).toBeDefined()
  const panel = frameOf(page, file)?.locator('.embed-root')
  if (!panel) throw new Error(`no frame of ${file}`)
  return panel
}

const FILES = { frame: 'pm25.html', object: 'good-air-days.html' }
const SAID = '焦作市2021年PM2.5平均浓度45微克/立方米'

type Place = Page | Frame

async function expectElement(place: Place): Promise<void> {
  const panel = place.locator('#element .embed-root')
  await panel.locator('.chart-still svg:visible').waitFor()
  expect(await readPanel(panel)).toContain(SAID)
  expect(await readPoint(panel)).not.toBe('')
}

async function expectFrame(page: Page, section: 'frame' | 'object', isAlive = true): Promise<void> {
  // Out of sight a frame of another site is not set, and never comes to rest.
  await page.locator(`#${section} > :first-child`).scrollIntoViewIfNeeded()
  const panel = await panelIn(page, FILES[section])
  await panel.locator('.chart-still svg:visible').waitFor()
  expect(await readPanel(panel)).toContain('全部数据与出处')
  if (isAlive) expect(await readPoint(panel)).not.toBe('')
}

async function expectPicture(place: Place, section: string): Promise<void> {
  const image = place.locator(`#${section} img`)
  await image.scrollIntoViewIfNeeded()
  await expect
    .poll(() => image.evaluate((found) => (found as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
  expect(await image.isVisible()).toBe(true)
  expect(await image.getAttribute('alt')).toMatch(/来源：焦作市生态环境局/)
}

async function expectTable(place: Place): Promise<void> {
  const table = place.locator('#table table')
  expect(await table.isVisible()).toBe(true)
  const row = (await table.locator('tr', { hasText: /^2021\s*45/ }).innerText()).replace(/\s+/g, '')
  for (const part of ['202145', '正式', '2022-09-09', '焦作市生态环境局'])
    expect(row).toContain(part)
  expect(await place.locator('#table > p a').innerText()).toBe('全部数据与出处')
}

/** Every form lives. */
async function expectAll(page: Page): Promise<void> {
  await expectElement(page)
  await expectFrame(page, 'frame')
  await expectFrame(page, 'object')
  await expectPicture(page, 'picture')
  await expectTable(page)
  expect(await page.locator('.chart-broken').count()).toBe(0)
}

describe('all forms live in a page under a strict policy, without a violation', () => {
  it.each<[string, BrowserContextOptions]>([
    ['at its usual width', {}],
    ['at 280 px', { viewport: { width: 280, height: 700 } }],
  ])('%s, where third-party storage is blocked', async (_, options) => {
    await expectAllIn(world, 'refused', options)
  })

  it('where third-party storage is partitioned', async () => {
    const other = await openEmbedWorld({ variant: VARIANT, browserArguments: PARTITIONING })
    await expectAllIn(other, 'nothing')
    await other.close()
  })
})

async function expectAllIn(
  place: EmbedWorld,
  storage: 'refused' | 'nothing',
  options: BrowserContextOptions = {},
): Promise<void> {
  const { page, context, expectNoFaults } = await place.visit(documentFor(place), options)
  await expectAll(page)
  const [wanted, width] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    innerWidth,
  ])
  expect(wanted).toBeLessThanOrEqual(width ?? 0)
  expect(await storageFoundIn(page, place.site.url)).toBe(storage)
  expect(await context.cookies()).toEqual([])
  expectNoFaults()
  await context.close()
}

describe('where something is taken away, each form shows what it carries for that', () => {
  it('without script: picture in the place of the element, whole panels in both frames', async () => {
    const { page, context } = await world.visit(pasted, { javaScriptEnabled: false })
    await expectPicture(page, 'element')
    await expectFrame(page, 'frame', false)
    await expectFrame(page, 'object', false)
    await expectPicture(page, 'picture')
    await expectTable(page)
    await context.close()
  })

  it('in a page that stands in a sandbox, whose origin no list can name: no frame, all else', async () => {
    const inner = world.host.put(pasted)
    const { page, context, faults } = await world.visit({
      body: `<iframe width="700" height="3000" sandbox="allow-scripts" src="${inner}"></iframe>`,
    })
    await expect.poll(() => page.frames().some((frame) => frame.url() === inner)).toBe(true)
    const place = page.frames().find((frame) => frame.url() === inner)
    if (!place) throw new Error('no page in the sandbox')
    expect(await place.evaluate(() => self.origin)).toBe('null')
    await expectElement(place)
    await expectFallBacks(place)
    await expectPicture(place, 'picture')
    await expectTable(place)
    expect(faults.filter(({ kind }) => kind === 'violation' || kind === 'error')).toEqual([])
    await context.close()
  })

  it('in a page of a site that is not listed: no frame, all else', async () => {
    const unlisted = await openEmbedHost()
    const context = await world.browser.newContext()
    const page = await context.newPage()
    await page.goto(unlisted.put(pasted))
    await expectElement(page)
    await expectFallBacks(page)
    expect(page.frames().filter((frame) => frame.url().includes('/embed/'))).toEqual([])
    await expectPicture(page, 'picture')
    await expectTable(page)
    await context.close()
    await unlisted.close()
  })
})

/** Frames are refused: the object holds a picture, beside the iframe stands a link. */
async function expectFallBacks(place: Place): Promise<void> {
  await expectPicture(place, 'object')
  expect(await place.locator('#frame a').innerText()).toContain('全部数据与出处')
  expect(await place.locator('#frame a').isVisible()).toBe(true)
}
