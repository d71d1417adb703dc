/** Views that were not written: what stands there until the app is. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { waitUntilAlive } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { holdScripts, SCRIPTS } from './support/held-scripts.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

let site: Site
let browser: Browser
const opened: BrowserContext[] = []

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

afterEach(async () => {
  for (const context of opened.splice(0)) await context.close()
})

async function openPage(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options })
  opened.push(context)
  return openWatchedPage(context, site.url)
}

/** What is said over the hidden page, and whether it and the page are to be seen. */
function readLine({ page }: WatchedPage) {
  return page.evaluate(() => {
    const { content, visibility } = getComputedStyle(document.body, '::before')
    const app = document.getElementById('app')
    return {
      says: content.replace(/"/g, ''),
      isSaid: visibility === 'visible',
      isPageShown: app ? getComputedStyle(app).visibility === 'visible' : null,
    }
  })
}

describe('a view that was not written', () => {
  it.each([
    ['#/?lang=en', 'Reading data'],
    ['#/?v=2021-01-01', '正在读取数据'],
    ['#/indicators/pm25', '正在读取数据'],
  ])('at %s says that it is being read, and gives way without a jump', async (address, says) => {
    const watched = await openPage()
    const { page, expectNoFaults } = watched
    await page.addInitScript(() => {
      const shifts: number[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const letIn = await holdScripts(page)
    await page.goto(site.url + address, { waitUntil: 'commit' })
    await page.locator('footer').waitFor({ state: 'attached' })
    await expect.poll(() => readLine(watched)).toEqual({ says, isSaid: true, isPageShown: false })
    letIn()
    await waitUntilAlive(page)
    expect(await readLine(watched)).toMatchObject({ says: 'none', isPageShown: true })
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual(
      [],
    )
    expectNoFaults()
  })

  it('whose app does not come gives way to the page that was written', async () => {
    const watched = await openPage()
    await watched.page.route(SCRIPTS, (route) => route.abort())
    await watched.page.goto(`${site.url}#/?lang=en`)
    await expect.poll(() => readLine(watched)).toMatchObject({ says: 'none', isPageShown: true })
  })

  it('whose page alone does not come gives way to the page that was written, too', async () => {
    const watched = await openPage()
    await watched.page.route('**/IndicatorPage-*.js', (route) => route.abort())
    await watched.page.goto(`${site.url}#/indicators/pm25`)
    await expect.poll(() => readLine(watched)).toMatchObject({ says: 'none', isPageShown: true })
  })
})

describe('without script', () => {
  it.each([
    ['light', 'rgb(251, 250, 246)'],
    ['dark', 'rgb(13, 20, 18)'],
  ] as const)('a page is %s where the system is', async (colorScheme, paper) => {
    const { page } = await openPage({ colorScheme, javaScriptEnabled: false })
    for (const file of ['index.html', 'indicators/pm25.html']) {
      await page.goto(site.url + file)
      const ground = page.locator('body')
      expect(await ground.evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(paper)
    }
  })
})
