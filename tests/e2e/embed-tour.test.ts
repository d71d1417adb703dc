/** Every panel that ships, touched one after the other; and who may frame what. */
import { readdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  elementOf,
  frameOf,
  openEmbedHost,
  panelScript,
  strictHostPolicy,
} from './support/embed-host.ts'
import {
  openEmbedWorld,
  panelInElement,
  panelInFrame,
  readPoint,
  touchPanel,
  type EmbedWorld,
} from './support/embed-world.ts'

const IDS = readdirSync(new URL('../../dist/embed', import.meta.url)).flatMap((name) => {
  const [, id] = /^([a-z0-9-]+)\.html$/.exec(name) ?? []
  return id ? [id] : []
})

/** Frames in one page: each that is touched has a copy of everything. */
const AT_ONCE = 25

let world: EmbedWorld

beforeAll(async () => {
  world = await openEmbedWorld()
})

afterAll(() => world.close())

/** The reader points across a panel; its picture, where it has one, tells a point in the end. */
async function pointAcross(panel: Locator): Promise<void> {
  if ((await panel.locator('.chart-stage').count()) > 0) return void (await readPoint(panel))
  await touchPanel(panel)
  await panel.locator('.source-line').hover()
}

describe('all panels', () => {
  it('are those of the catalogue', () => {
    expect(IDS).toHaveLength(75)
  })

  it('live as elements of one strict page without a violation, an error or a stranger', async () => {
    const { url } = world.site
    const body = IDS.map((indicator) => elementOf(url, { indicator })).join('') + panelScript(url)
    const { page, context, expectNoFaults } = await world.visit({
      body,
      policy: strictHostPolicy(url),
    })
    await panelInElement(page, IDS.length - 1).waitFor()
    for (const place of IDS.keys()) await pointAcross(panelInElement(page, place))
    expect(await page.locator('.chart-broken').count()).toBe(0)
    expectNoFaults()
    await context.close()
  }, 240_000)

  it('live in frames without a violation, an error or a stranger', async () => {
    const { url } = world.site
    const { page, context, expectNoFaults } = await world.visit({ body: '<p>空</p>' })
    for (let first = 0; first < IDS.length; first += AT_ONCE) {
      const some = IDS.slice(first, first + AT_ONCE)
      const body = some.map((indicator) => frameOf(url, { indicator })).join('')
      await page.goto(world.host.put({ body, policy: strictHostPolicy(url) }))
      for (const place of some.keys()) {
        // Out of sight a frame of another site is not set, and never comes to rest.
        await page.locator('iframe').nth(place).scrollIntoViewIfNeeded()
        await pointAcross(panelInFrame(page, place))
        expect(await panelInFrame(page, place).locator('.chart-broken').count()).toBe(0)
      }
    }
    expectNoFaults()
    await context.close()
  }, 240_000)
})

/** Addresses of the frames of a page, as they stand when everything has been answered. */
async function frameAddresses(page: Page): Promise<readonly string[]> {
  await page.waitForLoadState('networkidle')
  return page
    .frames()
    .slice(1)
    .map((frame) => frame.url())
}

const REFUSED = 'chrome-error://chromewebdata/'

describe('who may frame', () => {
  it('the app: nobody, and no file that is no page', async () => {
    const { url } = world.site
    const paths = ['index.html', 'indicators/pm25.html', 'wall.html', 'inspection.html', 'panel.js']
    const { page, context } = await world.visit({
      body: paths.map((path) => `<iframe src="${url}${path}"></iframe>`).join(''),
    })
    expect(await frameAddresses(page)).toEqual(paths.map(() => REFUSED))
    await context.close()
  })

  it('a panel: the hosts that are listed, and nobody else', async () => {
    const { url } = world.site
    const body = frameOf(url, { indicator: 'pm25' })
    const { page, context } = await world.visit({ body })
    expect(await frameAddresses(page)).toEqual([`${url}embed/pm25.html`])
    const unlisted = await openEmbedHost()
    await page.goto(unlisted.put({ body }))
    expect(await frameAddresses(page)).toEqual([REFUSED])
    await context.close()
    await unlisted.close()
  })
})
