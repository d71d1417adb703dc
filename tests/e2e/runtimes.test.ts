import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectText, goToIndicator, openAt, waitUntilKept } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type Fault, type WatchedPage } from './support/watched-page.ts'

/** A name that is no loopback address, so that the context is not secure. */
const HOST = 'qinglan.test'

let browser: Browser
let site: Site
let context: BrowserContext
let watched: WatchedPage

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser([`--host-resolver-rules=MAP ${HOST} 127.0.0.1`])
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
})

afterEach(() => context.close())

/** Everything from which figures could come. */
const NO_DATA = ['**/data/manifest.json', '**/assets/generation-*.json']

/** Overview, an indicator with its picture, the sources: the figures are there. */
async function expectWorking(at: Pick<Site, 'url'>): Promise<void> {
  const { page } = watched
  await openAt(page, at, '/')
  await expectText(page, 'main', '2021年PM2.5平均浓度45微克/立方米', '34项已完成')
  await goToIndicator(page, 'pm25')
  await page.locator('.indicator-picture svg text').first().waitFor({ state: 'attached' })
  await page.getByRole('link', { name: '出处', exact: true }).click()
  await expectText(page, '.sources', '2023-05-29')
}

/** The library tells the console how it copes with a database that is refused or taken away. */
function isDexieCoping({ kind, text }: Fault): boolean {
  return kind === 'console' && /^Dexie: Workaround|^Another connection wants/.test(text)
}

/** As a third-party frame with blocked storage meets it. */
function refuseIndexedDB(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission', 'UnknownError')
    }
  })
}

describe('storage refused', () => {
  it('by IndexedDB alone: works from memory and says so', async () => {
    watched = await openWatchedPage(context, site.url)
    await refuseIndexedDB(watched.page)
    await expectWorking(site)
    await expectText(watched.page, '[data-status=memory]', '本机不能存数据')
    watched.expectNoFaults(isDexieCoping)
  })

  it('by IndexedDB alone: without a server the worker’s own copy is shown', async () => {
    const other = await openSite()
    watched = await openWatchedPage(context, other.url)
    const { page } = watched
    await refuseIndexedDB(page)
    await openAt(page, other, '/')
    await waitUntilKept(page)
    await other.stop()
    await page.reload()
    await expectText(page, 'main', '34项已完成', '2021年PM2.5平均浓度45微克/立方米')
    await expectText(page, '[data-status=offline]', '离线')
    await goToIndicator(page, 'green-factories')
    await expectText(page, 'h1', '省级以上绿色工厂累计9家')
  })

  it('by every getter, as in a sandboxed frame: works from memory and says so', async () => {
    watched = await openWatchedPage(context, site.url)
    await watched.page.addInitScript(() => {
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The document is sandboxed', 'SecurityError')
          },
        })
      }
    })
    await expectWorking(site)
    await expectText(watched.page, '[data-status=memory]', '本机不能存数据')
    watched.expectNoFaults(isDexieCoping)
  })

  it('in the middle: a database deleted under the page loses nothing on screen', async () => {
    watched = await openWatchedPage(context, site.url)
    const { page } = watched
    await openAt(page, site, '/')
    await waitUntilKept(page)
    await page.evaluate(async () => {
      const found = await indexedDB.databases()
      const names = found.flatMap(({ name }) => name ?? [])
      if (names.length === 0) throw new Error('nothing is stored')
      for (const name of names) indexedDB.deleteDatabase(name)
    })
    await goToIndicator(page, 'pm25')
    await expectText(page, 'h1', '2021年PM2.5平均浓度45微克/立方米')
    await page.reload()
    await expectText(page, 'h1', '2021年PM2.5平均浓度45微克/立方米')
    watched.expectNoFaults(isDexieCoping)
  })

  it('where nothing was ever accepted and no server answers usefully, the page says what is missing', async () => {
    watched = await openWatchedPage(context, site.url)
    const { page } = watched
    for (const path of NO_DATA) await page.route(path, (route) => route.abort())
    await page.goto(`${site.url}#/indicators/pm25`)
    await expectText(page, 'main', '还没有数据', '本机没有存过数据')
    for (const path of NO_DATA) await page.unroute(path)
    await page.getByRole('button', { name: '再试一次' }).click()
    await expectText(page, 'h1', '2021年PM2.5平均浓度45')
  })

  it('where no data come at all, a written page stays as it was written', async () => {
    watched = await openWatchedPage(context, site.url)
    const { page } = watched
    for (const path of NO_DATA) await page.route(path, (route) => route.abort())
    await page.goto(site.url)
    await page.waitForLoadState('networkidle')
    await expectText(page, 'main', '34项已完成', '2021年PM2.5平均浓度45微克/立方米')
    await page.getByRole('link', { name: '出处', exact: true }).click()
    await expectText(page, 'main', '焦作市贯彻落实省委生态环境保护督察整改情况的报告')
  })
})

describe('plain http in an intranet', () => {
  it('has no service worker and no crypto.subtle, and works all the same', async () => {
    const at = { url: site.url.replace('127.0.0.1', HOST) }
    watched = await openWatchedPage(context, at.url)
    await expectWorking(at)
    const lacks = await watched.page.evaluate(() => [
      isSecureContext,
      'serviceWorker' in navigator,
      crypto.subtle === undefined,
    ])
    expect(lacks).toEqual([false, false, true])
    expect(await watched.page.locator('[data-status]').count()).toBe(0)
    watched.expectNoFaults()
  })

  it('keeps its data in the browser: the next load shows them though the server has none', async () => {
    const at = { url: site.url.replace('127.0.0.1', HOST) }
    watched = await openWatchedPage(context, at.url)
    const { page } = watched
    await openAt(page, at, '/')
    await page.route('**/data/**', (route) => route.abort())
    await page.reload()
    await expectText(page, 'main', '34项已完成')
    await expectText(page, '[data-status=offline]', '离线')
  })

  it('copies an address where the browser lets it, and says so where not', async () => {
    const at = { url: site.url.replace('127.0.0.1', HOST) }
    watched = await openWatchedPage(context, at.url)
    const { page } = watched
    await openAt(page, at, '/indicators/pm25')
    expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false)
    await page.getByRole('button', { name: '复制网址' }).click()
    await expectText(page, '.take-away', '已复制')
    await page.evaluate(() => (document.execCommand = () => false))
    await page.getByRole('button', { name: '已复制' }).click()
    await expectText(page, '.take-away', '请手动复制地址栏')
    watched.expectNoFaults()
  })
})
