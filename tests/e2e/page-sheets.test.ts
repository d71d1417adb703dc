/** Each page brings its own sheet, and looks the same wherever its reader came from. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { waitUntilAlive } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage } from './support/watched-page.ts'

const PAGES = [
  ['overview', 'index.html', '/'],
  ['inspection', 'inspection.html', '/inspection'],
  ['indicators', 'indicators.html', '/indicators'],
  ['indicator', 'indicators/pm25.html', '/indicators/pm25'],
  ['sources', 'sources.html', '/sources'],
  ['publication', 'sources/jzwb-2018-07-09.html', '/sources/jzwb-2018-07-09'],
] as const

/** No file is written of them: the app shows them. */
const TOOLS = [
  ['slides', '', '/slides'],
  ['offline', '', '/offline'],
] as const

/** What each page has around all of it. */
const ROOTS = {
  overview: '.overview',
  inspection: '.inspection',
  indicators: '.index',
  indicator: '.indicator',
  sources: '.sources',
  publication: '.publication',
  slides: '.slides-page',
  offline: '.offline-page',
} as const

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

async function openPage(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options })
  opened.push(context)
  return openWatchedPage(context, site.url)
}

/** Names of the sheets that have a say on a screen, in their order. */
function sheetsInForce(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.styleSheets]
      .filter(({ media, disabled }) => !disabled && matchMedia(media.mediaText || 'all').matches)
      .map(({ ownerNode }) => (ownerNode as Element).getAttribute('data-sheet') ?? 'every page'),
  )
}

/** Writes down of every frame which page stands there, and which page's sheet is in force. */
function watchFrames(): void {
  const frames: string[] = []
  Object.assign(window, { frames })
  const look = (): void => {
    const inForce = [...document.querySelectorAll<HTMLLinkElement>('link[data-sheet]')]
      .filter((link) => !link.disabled && link.media !== 'not all')
      .map((link) => link.dataset['sheet'])
      .filter((name) => name !== 'app')
    const [root = ''] = document.querySelector('main > *')?.classList ?? []
    frames.push(`${root} ${inForce.join('+')}`)
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

describe('the sheets of pages', () => {
  it.each(PAGES)(
    'a page of %s is written with its own and those of every page',
    async (name, file) => {
      const { page } = await openPage({ javaScriptEnabled: false })
      const fetched: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'stylesheet') fetched.push(request.url())
      })
      await page.goto(site.url + file, { waitUntil: 'networkidle' })
      const own = await page
        .locator(`link[data-sheet=${name}]`)
        .evaluate((link: HTMLLinkElement) => link.href)
      expect(fetched).toContain(own)
      const others = page.locator(`link[data-sheet]:not([data-sheet=${name}])`)
      const addresses = await others.evaluateAll((links: HTMLLinkElement[]) =>
        links.map(({ href }) => href),
      )
      // Those of the other pages, of the tools and of the app.
      expect(addresses).toHaveLength(PAGES.length + TOOLS.length)
      expect(fetched.filter((url) => addresses.includes(url))).toEqual([])
    },
  )

  it('are the same whether a page is opened or arrived at, in every frame', async () => {
    const { page, expectNoFaults } = await openPage()
    await page.goto(`${site.url}sources.html`)
    await waitUntilAlive(page)
    await page.evaluate(watchFrames)
    for (const [name, , route] of [...PAGES, ...TOOLS, ...PAGES.slice(0, 2)]) {
      await page.evaluate((hash) => (location.hash = hash), route)
      await page.locator(`main > ${ROOTS[name]}`).waitFor()
      expect(await sheetsInForce(page)).toEqual(['every page', 'app', name])
    }
    const frames = await page.evaluate(() => (window as unknown as { frames: string[] }).frames)
    expect(frames.length).toBeGreaterThan(PAGES.length)
    const roots = Object.values(ROOTS)
    const names = Object.keys(ROOTS)
    const undressed = frames.filter((frame) => {
      const [root = '', sheet = ''] = frame.split(' ')
      return roots[names.indexOf(sheet)] !== `.${root}`
    })
    expect(undressed).toEqual([])
    for (const [name, file] of PAGES) {
      await page.goto(site.url + file)
      await waitUntilAlive(page)
      expect(await sheetsInForce(page)).toEqual(['every page', 'app', name])
    }
    expectNoFaults()
  })

  it('are there before their page is: nobody sees one without', async () => {
    const { page, expectNoFaults } = await openPage()
    await page.goto(site.url)
    await waitUntilAlive(page)
    let letIn = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letIn = resolve
    })
    await page.route('**/SourcesPage-*.css', async (route) => {
      await held
      await route.continue()
    })
    const asked = page.waitForRequest('**/SourcesPage-*.css')
    await page.evaluate(() => (location.hash = '/sources'))
    await asked
    await page.waitForTimeout(300)
    expect(await page.locator('main .overview').count()).toBe(1)
    expect(await sheetsInForce(page)).toEqual(['every page', 'app', 'overview'])
    letIn()
    await page.locator('main .sources').waitFor()
    expect(await sheetsInForce(page)).toEqual(['every page', 'app', 'sources'])
    expectNoFaults()
  })

  it('that do not come leave the reader where he was, and come when he tries again', async () => {
    const { page } = await openPage()
    await page.goto(site.url)
    await waitUntilAlive(page)
    await page.route('**/SourcesPage-*.css', (route) => route.abort(), { times: 1 })
    const failed = page.waitForEvent('requestfailed')
    await page.evaluate(() => (location.hash = '/sources'))
    await failed
    await page.evaluate(() => (location.hash = '/inspection'))
    await page.locator('main .inspection').waitFor()
    await page.evaluate(() => (location.hash = '/sources'))
    await page.locator('main .sources').waitFor()
    expect(await sheetsInForce(page)).toEqual(['every page', 'app', 'sources'])
  })
})
