/** Panels where a browser gives them little: sandboxes, no script, no storage, partitioned storage. */
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { elementOf, frameOf, panelScript } from './support/embed-host.ts'
import { PARTITIONING, storageFoundIn } from './support/embed-storage.ts'
import {
  frameAt,
  openEmbedWorld,
  panelInElement,
  panelInFrame,
  readPanel,
  readPoint,
  touchPanel,
  type EmbedWorld,
} from './support/embed-world.ts'

const PM25 = { indicator: 'pm25' }

let world: EmbedWorld

beforeAll(async () => {
  world = await openEmbedWorld()
})

afterAll(() => world.close())

/** Everything that a page could keep is listed as soon as it is used. */
async function watchStorage(page: Page, used: string[]): Promise<void> {
  await page.exposeFunction('reportUse', (what: string) => void used.push(what))
  await page.addInitScript(() => {
    const tell = (what: string) =>
      (window as unknown as { reportUse(what: string): void }).reportUse(what)
    const watch = (target: object, name: string) => {
      const before = Object.getOwnPropertyDescriptor(target, name)
      Object.defineProperty(target, name, {
        configurable: true,
        get(this: unknown) {
          tell(name)
          return before?.get?.call(this) as unknown
        },
        set() {
          tell(`${name}=`)
        },
      })
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      watch(window, name)
    watch(Document.prototype, 'cookie')
    for (const name of ['serviceWorker', 'storage', 'locks']) watch(Navigator.prototype, name)
  })
}

function panelFrame(page: Page): Frame {
  const frame = page.frames()[1]
  if (!frame) throw new Error('no frame')
  return frame
}

describe('in a sandbox', () => {
  it('that allows scripts, the frame lives: code, sheet and data come, and nothing is kept', async () => {
    const { url } = world.site
    const { page, context, expectNoFaults } = await world.visit({ body: '<p>空</p>' })
    const used: string[] = []
    await watchStorage(page, used)
    const body = frameOf(url, PM25, 'sandbox="allow-scripts"')
    await page.goto(world.host.put({ body }))
    const panel = panelInFrame(page)
    await panel.locator('.chart-still svg:visible').waitFor()
    expect(await panelFrame(page).evaluate(() => self.origin)).toBe('null')
    expect(await readPoint(panel)).not.toBe('')
    expect(
      await panel.locator('.figure').evaluate((figure) => getComputedStyle(figure).color),
    ).not.toBe('rgb(0, 0, 0)')
    expect(used).toEqual([])
    expectNoFaults()
    await context.close()
  })

  it('that allows nothing, everything is readable and the numbers open', async () => {
    const { url } = world.site
    const { page, context, asked } = await world.visit({
      body: frameOf(url, PM25, 'sandbox=""'),
    })
    const panel = panelInFrame(page)
    await expectReadable(panel)
    expect(asked.filter((path) => path.endsWith('.json'))).toEqual([])
    await context.close()
  })
})

async function expectReadable(panel: ReturnType<typeof panelInFrame>): Promise<void> {
  const text = await readPanel(panel)
  expect(text).toContain('焦作市2021年PM2.5平均浓度45微克/立方米')
  expect(text).toContain('来源焦作市生态环境局')
  expect(text).toContain('全部数据与出处')
  expect(await panel.locator('.chart-still svg:visible').count()).toBe(1)
  expect(await panel.locator('.embed-numbers table').isVisible()).toBe(false)
  await panel.locator('.embed-numbers summary').click()
  expect(await panel.locator('.embed-numbers table').isVisible()).toBe(true)
  expect(await panel.locator('.embed-numbers table').innerText()).toContain('2021')
}

describe('without script', () => {
  it('the frame is whole, in the host’s page and by itself, and the numbers open', async () => {
    const { url } = world.site
    const { page, context } = await world
      .visit({ body: frameOf(url, PM25) }, { javaScriptEnabled: false })
      .catch(() => {
        throw new Error('the page needs script')
      })
    await expectReadable(panelInFrame(page))
    await page.goto(`${url}embed/pm25.html`)
    await expectReadable(page.locator('.embed-root'))
    await context.close()
  })

  it('every panel has its figure, its source and its numbers', async () => {
    const { url } = world.site
    const context = await world.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    for (const id of ['inspection-tasks', 'green-factories', 'sewage-capacity', 'air-rank']) {
      await page.goto(`${url}embed/${id}.html`)
      expect(await page.locator('[data-figure]').count(), id).toBeGreaterThan(0)
      expect(await page.locator('.source-line').innerText(), id).toContain('来源')
      expect(await page.locator('.embed-numbers table').count(), id).toBe(1)
    }
    await context.close()
  })

  it('the element’s place shows what stands in it', async () => {
    const { url } = world.site
    const context = await world.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(world.host.put({ body: elementOf(url, PM25) + panelScript(url) }))
    expect(await page.locator('qinglan-panel img').isVisible()).toBe(true)
    await context.close()
  })
})

describe('where third-party storage', () => {
  it('is blocked, frame and element live, keep nothing, and ask nobody but our site', () =>
    expectNothingKept(world, 'refused'))

  it('is partitioned, they do so as well', async () => {
    const other = await openEmbedWorld({ browserArguments: PARTITIONING })
    await expectNothingKept(other, 'nothing')
    await other.close()
  })
})

async function expectNothingKept(
  { visit, host, site: { url } }: EmbedWorld,
  storage: 'refused' | 'nothing',
): Promise<void> {
  const { page, context, expectNoFaults } = await visit({ body: '<p>空</p>' })
  const used: string[] = []
  await watchStorage(page, used)
  const body = frameOf(url, PM25) + elementOf(url, { indicator: 'air-rank' }) + panelScript(url)
  await page.goto(host.put({ body }))
  for (const panel of [panelInFrame(page), panelInElement(page)]) {
    await panel.locator('.chart-still svg:visible').waitFor()
    expect(await readPoint(panel)).not.toBe('')
  }
  await page.waitForLoadState('networkidle')
  expect(used).toEqual([])
  expect(await context.cookies()).toEqual([])
  expect(await frameAt(page).locator('.chart-broken').count()).toBe(0)
  expect(await storageFoundIn(page, url)).toBe(storage)
  expectNoFaults()
  await context.close()
}

describe('what is asked of our site', () => {
  it('is asked without a cookie and without a trace of the reader', async () => {
    const { url } = world.site
    const { page, context } = await world.visit({ body: '<p>空</p>' })
    await context.addCookies([{ name: 'reader', value: '1', url, sameSite: 'Lax' }])
    const sent: string[] = []
    page.on('request', async (request) => {
      if (!request.url().startsWith(url)) return
      const { cookie } = await request.allHeaders()
      if (cookie) sent.push(`${request.url()} ${cookie}`)
    })
    const body = elementOf(url, PM25) + panelScript(url)
    await page.goto(world.host.put({ body }))
    const panel = panelInElement(page)
    await panel.locator('.chart-still svg:visible').waitFor()
    await touchPanel(panel)
    await panel.locator('.chart-canvas svg').waitFor()
    await page.waitForLoadState('networkidle')
    expect(sent).toEqual([])
    await context.close()
  })
})
