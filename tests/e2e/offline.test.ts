import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  expectInTime,
  expectText,
  goToIndicator,
  lookAtServer,
  openAt,
  readText,
  waitUntilDrawn,
  waitUntilKept,
} from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type Fault, type WatchedPage } from './support/watched-page.ts'

let browser: Browser
let site: Site
let context: BrowserContext
let atFirst: string
let watched: WatchedPage

/** One visit to the overview and nothing else; then the server is stopped and the page closed. */
beforeAll(async () => {
  browser = await openBrowser()
  site = await openSite()
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  // A known day, so that the age of the data is known too.
  await context.clock.install({ time: new Date('2026-11-23T04:00:00Z') })
  const first = await context.newPage()
  await openAt(first, site, '/')
  await waitUntilKept(first)
  atFirst = await readText(first, '.all-figures')
  await first.close()
  await site.stop()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

beforeEach(async () => {
  watched = await openWatchedPage(context, site.url)
  return () => watched.page.close()
})

/** Looking for newer data and a newer release fails without a server; nothing else may. */
function isLookAtServer({ text }: Fault): boolean {
  return text.includes('data/manifest.json') || text.includes('sw.js')
}

describe('after one visit, with the server stopped', () => {
  it('the overview is all there, reloaded too, and says that it is offline and how old it is', async () => {
    const { page } = watched
    await openAt(page, site, '/')
    await waitUntilDrawn(page)
    await page.reload()
    await expectText(page, '[data-status=offline]', '离线', '连不上服务器', '2023-05-29')
    await expectText(page, '[data-status=offline]', '距今3年5个月')
    expect(await readText(page, '.all-figures')).toBe(atFirst)
    expect(await page.locator('html').getAttribute('data-seq')).toBe('1')
    watched.expectNoFaults(isLookAtServer)
  })

  it('pages that were never visited open, their pictures drawn and readable', async () => {
    const { page } = watched
    await openAt(page, site, '/indicators/pm25')
    await expectText(page, 'h1', '2021年PM2.5平均浓度45微克/立方米')
    const stage = page.locator('.indicator-picture .chart-stage')
    await stage.locator('svg path').first().waitFor({ state: 'attached' })
    await stage.focus()
    await page.keyboard.press('End')
    await expectText(page, '.indicator-picture .chart-readout', '2023年 · 河南省', '45.3')
    for (const id of ['green-factories', 'villages-sewage-treated', 'good-air-days']) {
      await goToIndicator(page, id)
      await page.locator('.indicator-head [data-figure]').waitFor()
    }
    watched.expectNoFaults(isLookAtServer)
  })

  it('a link to a publication opens from nothing, and its figures stand there', async () => {
    const { page } = watched
    await openAt(page, site, '/sources/jz-rectification-2023-05-29')
    expect(await page.locator('.publication tr[data-panel]').count()).toBe(55)
    await expectText(page, '.publication', '4918.3蒸吨', '二（三）二能源')
    await expectText(page, '[data-status=offline]', '离线')
    watched.expectNoFaults(isLookAtServer)
  })

  it('search finds by pinyin initials, though it was never used before', async () => {
    const { page } = watched
    await openAt(page, site, '/')
    await page.keyboard.press('/')
    await page.keyboard.type('ylts')
    await page.locator('[role=option]').first().waitFor()
    await page.keyboard.press('Enter')
    await expectText(page, 'h1', '优良天数')
    watched.expectNoFaults(isLookAtServer)
  })

  it('the day of knowledge can be chosen', async () => {
    const { page } = watched
    await openAt(page, site, '/')
    await page.locator('.day-select select').selectOption('2021-01-23')
    await expectText(page, '.as-of-band', '历史版本', '2021-01-23')
    expect(await readText(page)).not.toContain('2021年PM2.5平均浓度45')
    watched.expectNoFaults(isLookAtServer)
  })
})

describe('when the server is back', () => {
  it('the notice goes at the browser’s word that the line is back', async () => {
    const { page } = watched
    await openAt(page, site, '/')
    await expectText(page, '[data-status=offline]', '离线')
    await site.start()
    await lookAtServer(page)
    await page.locator('[data-status=offline]').waitFor({ state: 'detached' })
    await site.stop()
    watched.expectNoFaults(isLookAtServer)
  })

  it('the notice goes by itself, without a word from the browser', async () => {
    const { page } = watched
    await openAt(page, site, '/')
    await expectText(page, '[data-status=offline]', '离线')
    await site.start()
    await expectInTime(page, '00:50', 'body:not(:has([data-status=offline]))')
  })

  it('a page that loses its server says so at its next look, and keeps what it shows', async () => {
    const { page } = watched
    await openAt(page, site, '/sources')
    const before = await readText(page)
    expect(await page.locator('[data-status=offline]').count()).toBe(0)
    await site.stop()
    await expectInTime(page, '06:00', '[data-status=offline]')
    await expectText(page, '[data-status=offline]', '离线')
    expect(await readText(page)).toBe(before)
  })
})
