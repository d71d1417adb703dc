/** What happens when the app comes to a page that was written before any script. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectText, seqOf, waitUntilAlive } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { buildDetailed, type Build } from './support/other-build.ts'
import { copyDist, publishBulletin } from './support/generations.ts'
import { holdScripts } from './support/held-scripts.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

const LAPTOP = { width: 1366, height: 768 }

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

async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: LAPTOP, ...options })
  opened.push(context)
  return context
}

async function openPage(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  return openWatchedPage(await openContext(options), site.url)
}

/** Where everything stands that a reader looks at, in the masthead as well. */
function placesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'header a, header button, header select, h1, h2, h3, [data-panel], [data-figure], .chart-stage, table, footer',
      ),
    ].flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const name = element.textContent?.trim().slice(0, 12)
      return width > 0 ? [`${name}: ${x}, ${y + scrollY}, ${width} × ${height}`] : []
    }),
  )
}

describe('taking over', () => {
  let build: Build
  let detailed: Site

  beforeAll(async () => {
    build = buildDetailed()
    detailed = await openSite(build.root)
  })
  afterAll(async () => {
    await detailed.stop()
    build.remove()
  })

  it.each(['light', 'dark'] as const)(
    'every written page finds the markup that it would render, in %s',
    async (colorScheme) => {
      expect(build.files.length).toBeGreaterThan(100)
      // Every page in light; in dark one of each kind is enough, the theme being no part of a page.
      const files = build.files.filter((_, i) => colorScheme === 'light' || i < 4 || i % 20 === 0)
      const context = await openContext({ colorScheme, serviceWorkers: 'block' })
      const { page, expectNoFaults } = await openWatchedPage(context, detailed.url)
      for (const file of files) {
        await page.goto(detailed.url + file)
        await waitUntilAlive(page)
      }
      expectNoFaults(({ text }) => text.includes('blocked by Playwright'))
    },
    120_000,
  )

  it.each(['light', 'dark'] as const)(
    'the one file finds its overview, in %s',
    async (colorScheme) => {
      const context = await openContext({ colorScheme, offline: true })
      const { page, expectNoFaults } = await openWatchedPage(context, 'file:///')
      await page.goto(pathToFileURL(join(build.root, 'qinglan.html')).href)
      await waitUntilAlive(page)
      expectNoFaults()
    },
  )
})

describe.each([
  [1366, 768, 'light'],
  [1366, 768, 'dark'],
  [1920, 1080, 'light'],
  [375, 812, 'light'],
] as const)('at %i×%i in %s', (width, height, colorScheme) => {
  it.each(['index.html', 'indicators/pm25.html', 'inspection.html'])(
    '%s looks the same before and after, and nothing moves',
    async (file) => {
      const { page, expectNoFaults } = await openPage({ viewport: { width, height }, colorScheme })
      const letIn = await holdScripts(page)
      await page.goto(site.url + file, { waitUntil: 'commit' })
      await page.locator('footer').waitFor()
      await page.evaluate(() => document.fonts.ready.then(() => null))
      // Whether this device holds the data only the living page knows; in the same room.
      const mask = [page.locator('[data-clock=taken-in]')]
      const before = await page.locator('main').screenshot({ mask })
      const places = await placesOf(page)
      letIn()
      await waitUntilAlive(page)
      expect(await placesOf(page)).toEqual(places)
      expect((await page.locator('main').screenshot({ mask })).equals(before)).toBe(true)
      expectNoFaults()
    },
  )
})

/** What was on screen at each frame, as far as it was to be seen. */
async function watchFrames(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const frames: string[] = []
    Object.assign(window, { frames })
    const look = () => {
      const app = document.querySelector('#app')
      const isSeen = app && getComputedStyle(app).visibility !== 'hidden'
      const heading = isSeen ? (document.querySelector('h1, h2')?.textContent ?? '') : ''
      const paper = document.body ? getComputedStyle(document.body).backgroundColor : ''
      const frame = `${paper} ${heading.replace(/[\s\u200b]+/g, '')}`
      if (frames[frames.length - 1] !== frame) frames.push(frame)
      requestAnimationFrame(look)
    }
    look()
  })
  return () => page.evaluate(() => (window as unknown as { frames: string[] }).frames)
}

describe('another view than the one that was written', () => {
  it.each([
    ['in English', '#/?lang=en', /46rectificationtasks/, /项/],
    ['as of an earlier day', '#/indicators/pm25?v=2021-01-01', /84\.0/, /督察|整改任务|45微克/],
    ['of another page', '#/indicators/pm25', /45微克/, /整改任务/],
  ])('%s never shows the written one first', async (_, hash, wanted, other) => {
    const { page, expectNoFaults } = await openPage()
    const frames = await watchFrames(page)
    await page.goto(site.url + hash)
    await waitUntilAlive(page)
    await page.locator('main [data-panel]').first().waitFor()
    const seen = (await frames()).join('\n')
    expect(seen).toMatch(wanted)
    expect(seen).not.toMatch(other)
    expectNoFaults()
  })

  it('in dark is dark from the first frame on', async () => {
    const { page } = await openPage({ colorScheme: 'dark' })
    const frames = await watchFrames(page)
    await page.goto(site.url)
    await waitUntilAlive(page)
    const papers = (await frames()).filter((frame) => frame.includes('46项'))
    expect(papers.length).toBeGreaterThan(0)
    expect(papers.filter((frame) => !frame.startsWith('rgb(13, 20, 18)'))).toEqual([])
  })
})

describe('data that are newer than the page', () => {
  it('appear in place: only the picture that no longer fits is drawn anew', async () => {
    const copy = copyDist()
    const { value } = publishBulletin(copy.root, 1)
    const newer = await openSite(copy.root)
    const context = await openContext()
    const { page, expectNoFaults } = await openWatchedPage(context, newer.url)
    await page.goto(newer.url)
    const written = Number(await seqOf(page))
    await page.evaluate(() => Object.assign(window, { isSamePage: true }))
    await expectText(page, '[data-panel=pm25] h3', `2024年PM2.5平均浓度${value}微克/立方米`)
    expect(Number(await seqOf(page))).toBe(written + 1)
    await page.locator('[data-panel=pm25] .chart-canvas svg text').first().waitFor()
    expect(await page.locator('[data-panel=pm25] .chart-still').count()).toBe(0)
    expect(await page.locator('[data-panel=good-air-days] .chart-still').count()).toBe(1)
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
    expectNoFaults()
    await newer.stop()
    copy.remove()
  })
})
