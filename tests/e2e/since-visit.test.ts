/** What a device is told when it comes back, and when the next figure is late. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectText, goTo, lookAtServer, waitUntilAlive } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, importInto, publishBulletin, type Copy } from './support/generations.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

const LINE = '.since > summary'

let browser: Browser
let copy: Copy
let site: Site
let context: BrowserContext

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function openContext(): Promise<void> {
  copy = copyDist()
  site = await openSite(copy.root)
  context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    serviceWorkers: 'block',
  })
}

afterEach(async () => {
  await context.close()
  await site.stop()
  copy.remove()
})

/** The worker is kept away, which the browser says aloud. */
const isExpected = ({ text }: { readonly text: string }) => text.includes('blocked by Playwright')

/** A new page of the same browser on a day; `seconds` later whoever looks on has seen it. */
async function visit(day: string, seconds: number, hash = ''): Promise<WatchedPage> {
  const watched = await openWatchedPage(context, site.url)
  await watched.page.clock.install({ time: new Date(`${day}T09:00:00`) })
  await watched.page.goto(site.url + hash)
  await waitUntilAlive(watched.page)
  await watched.page.waitForLoadState('networkidle')
  await watched.page.clock.runFor(seconds * 1000)
  return watched
}

function visits(page: Page): Promise<string | null> {
  return page.evaluate(() => localStorage.getItem('qinglan-jiaozuo-environment-visits'))
}

async function takeIn(page: Page): Promise<void> {
  const seq = Number(await page.locator('html').getAttribute('data-seq'))
  await lookAtServer(page)
  await page.locator(`html[data-seq="${seq + 1}"]`).waitFor()
}

describe('a device that comes back', () => {
  it('is told what was published meanwhile, by its own act, until the next day', async () => {
    await openContext()
    const first = await visit('2026-11-20', 6)
    expect(await first.page.locator(LINE).count()).toBe(0)
    await expect.poll(() => visits(first.page)).toContain('"visitedOn":"2026-11-20"')
    await first.page.close()

    publishBulletin(copy.root, 1)
    const second = await visit('2026-11-24', 1)
    await second.page.locator('html[data-seq="2"]').waitFor()
    await expectText(second.page, LINE, '上次来访后：1个新数')
    const top = async () => (await second.page.locator('.recent > ol').boundingBox())?.y ?? NaN
    const closed = await top()
    await second.page.locator(LINE).click()
    await expectText(
      second.page,
      '.since-list',
      '2026年11月20日，当时所知截至2024年6月3日',
      '试验公报第1期2025-01-01',
      'PM2.5平均浓度',
    )
    expect(await top()).toBeGreaterThan(closed)

    // What comes while the page is open counts: the bulletin's own figure is revised.
    publishBulletin(copy.root, 2)
    await takeIn(second.page)
    await expectText(second.page, '.since-list', '试验公报第2期')
    await second.page.clock.runFor(6000)
    await expect.poll(() => visits(second.page)).toContain('"knownDay":"2025-01-02"')

    // Opened anew on that day it is still told; an earlier day knows no visits.
    await second.page.reload()
    await waitUntilAlive(second.page)
    await expectText(second.page, LINE, '上次来访后：1个新数')
    await goTo(second.page, '/?v=2023-05-29')
    await second.page.locator(LINE).waitFor({ state: 'detached' })
    second.expectNoFaults(isExpected)
    await second.page.close()

    const third = await visit('2026-11-25', 6)
    await third.page.locator('html[data-seq="3"]').waitFor()
    await expect.poll(() => visits(third.page)).toContain('"visitedOn":"2026-11-25"')
    expect(await third.page.locator(LINE).count()).toBe(0)
    third.expectNoFaults(isExpected)
  })

  it('moves nothing when the line appears', async () => {
    await openContext()
    await (await visit('2026-11-20', 6)).page.close()
    publishBulletin(copy.root, 1)
    const { page } = await visit('2026-11-24', 0)
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('h1, h2, .recent > ol > li, .lead, footer')].map((each) => {
          const { x, y, width, height } = each.getBoundingClientRect()
          return `${x} ${y} ${width} ${height}`
        }),
      )
    await page.locator(LINE).waitFor()
    const withLine = await places()
    await page.locator('.since').evaluate((line) => line.remove())
    expect(await places()).toEqual(withLine)
  })

  it('where storage is refused, is told nothing, and nothing breaks', async () => {
    await openContext()
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await (await visit('2026-11-20', 6)).page.close()
    publishBulletin(copy.root, 1)
    const { page, expectNoFaults } = await visit('2026-11-24', 6)
    await page.locator('html[data-seq="2"]').waitFor()
    expect(await page.locator(LINE).count()).toBe(0)
    expectNoFaults(isExpected)
  })
})

describe('an indicator whose next figure is late', () => {
  /** Made up: the shipped catalog has no update period. */
  const YEARLY = `id,theme,zh,en,unit,accumulation,desired,scope,updatePeriod
pm25,air,PM2.5平均浓度,PM2.5 mean concentration,微克/立方米,mean,down,试验,year
`

  it('keeps its figure, says for how many days, and is judged on the day that is chosen', async () => {
    await openContext()
    importInto(copy.root, { 'indicators.csv': YEARLY })
    const { page, expectNoFaults } = await visit('2023-07-09', 0, 'indicators/pm25.html')
    const panel = page.locator('main > [data-panel=pm25]')
    await page.locator('html[data-seq="2"]').waitFor()
    await expectText(page, '[data-clock=period]', '2021，至2021-12-31')
    await expectText(page, '[data-clock=next-due]', '2023-06-29前应出（含宽限180天）已逾期10天')
    expect(await panel.getAttribute('data-state')).toBe('overdue')
    await expectText(page, '.indicator-head [data-figure]', '45微克/立方米')

    await goTo(page, '/')
    const row = page.locator('.fact-row[data-panel=pm25], .panel[data-panel=pm25]').first()
    expect(await row.getAttribute('data-state')).toBe('overdue')
    expect(await row.innerText()).toContain('已逾期10天')
    expect(await page.locator('[data-state=overdue]:not([data-panel=pm25])').count()).toBe(0)

    await goTo(page, '/indicators/pm25?v=2023-06-29')
    await page.locator('html[data-as-of="2023-06-29"]').waitFor()
    expect(await panel.getAttribute('data-state')).toBe('ready')
    expectNoFaults(isExpected)
  })

  it('is not judged by a clock that stands before the publication', async () => {
    await openContext()
    importInto(copy.root, { 'indicators.csv': YEARLY })
    const { page } = await visit('2020-01-01', 0, 'indicators/pm25.html')
    await page.locator('html[data-seq="2"]').waitFor()
    await expectText(page, '[data-clock=next-due]', '本机日期早于公布日，不作判断')
    expect(await page.locator('[data-state=overdue]').count()).toBe(0)
  })
})

describe('the calendar of due dates', () => {
  it('is served as a calendar, and every page leads to it from where it lies', async () => {
    await openContext()
    const { page } = await visit('2026-11-24', 0, 'sources.html')
    const link = page.locator('a', { hasText: '期限日历 .ics' })
    for (const route of ['/sources', '/indicators/pm25']) {
      await goTo(page, route)
      const href = await link.evaluate((a) => (a as HTMLAnchorElement).href)
      expect(href).toBe(`${site.url}data/calendar.ics`)
    }
    const answer = await fetch(`${site.url}data/calendar.ics`)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
  })

  it('is found from a written page, before and after the app has come', async () => {
    await openContext()
    const plain = await browser.newContext({ javaScriptEnabled: false })
    for (const file of ['sources.html', 'indicators/pm25.html']) {
      const page = await plain.newPage()
      await page.goto(site.url + file)
      const link = page.locator('a', { hasText: '期限日历 .ics' })
      const href = await link.getAttribute('href')
      expect(new URL(href ?? '', page.url()).href).toBe(`${site.url}data/calendar.ics`)
      const { page: alive } = await visit('2026-11-24', 0, file)
      const after = alive.locator('a', { hasText: '期限日历 .ics' })
      expect(await after.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(
        `${site.url}data/calendar.ics`,
      )
    }
    await plain.close()
  })
})
