/** A reader who was there before the app: nothing that was done meanwhile is lost. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectText, readText, waitUntilAlive } from './support/app.ts'
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

const visibility = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).visibility)

describe('a page whose theme is not chosen yet', () => {
  it('is read on and laid out meanwhile, and shown in that theme only', async () => {
    const { page, expectNoFaults } = await openPage({ colorScheme: 'dark' })
    let letIn = (): void => undefined
    const held = new Promise<void>((resolve) => (letIn = resolve))
    await page.route('**/first-paint.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(site.url, { waitUntil: 'commit' })
    await page.locator('footer').waitFor({ state: 'attached' })
    await expect.poll(() => visibility(page)).toBe('hidden')
    letIn()
    await page.locator('html[data-theme=dark]').waitFor()
    expect(await visibility(page)).toBe('visible')
    await waitUntilAlive(page)
    expectNoFaults()
  })

  it('is shown all the same where the choice never comes', async () => {
    const { page } = await openPage()
    await page.route('**/first-paint.js', (route) => route.abort())
    await page.goto(site.url)
    await expect.poll(() => visibility(page)).toBe('visible')
    await expectText(page, 'main h1', '项')
  })
})

describe('a reader who was there first', () => {
  it('keeps focus and place', async () => {
    const { page, expectNoFaults } = await openPage()
    const letIn = await holdScripts(page)
    await page.goto(site.url, { waitUntil: 'commit' })
    await page.locator('footer').waitFor()
    const link = page.locator('[data-panel=district-heating] h3 a')
    await link.focus()
    const top = await page.evaluate(() => scrollY)
    expect(top).toBeGreaterThan(100)
    letIn()
    await waitUntilAlive(page)
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBe(top)
    expectNoFaults()
  })

  it.each([
    ['a theme', '[data-theme-choice=dark]', 'html[data-theme=dark]'],
    ['a language', '[data-lang-choice=en]', 'html[lang=en] h1:has-text("rectification tasks")'],
  ])('chooses %s before the app is there, and it holds', async (_, button, shown) => {
    const { page, expectNoFaults } = await openPage()
    const letIn = await holdScripts(page)
    await page.goto(site.url, { waitUntil: 'commit' })
    await page.locator('footer').waitFor()
    await page.locator(button).click()
    letIn()
    await waitUntilAlive(page)
    await page.locator(shown).waitFor({ state: 'attached' })
    await page.reload()
    await page.locator(shown).waitFor({ state: 'attached' })
    expectNoFaults()
  })

  it('picks a day and types a question before the app is there, and neither is lost', async () => {
    const { page, expectNoFaults } = await openPage()
    const letIn = await holdScripts(page)
    await page.goto(site.url, { waitUntil: 'commit' })
    await page.locator('footer').waitFor()
    await page.locator('.search input').fill('优良')
    letIn()
    await waitUntilAlive(page)
    expect(await page.locator('.search input').inputValue()).toBe('优良')
    await page.locator('.search [role=option]').first().waitFor()

    await page.unroute(SCRIPTS)
    const letInAgain = await holdScripts(page)
    await page.goto(`${site.url}indicators/pm25.html`, { waitUntil: 'commit' })
    await page.locator('footer').waitFor()
    await page.locator('.day-select select').selectOption('2021-01-14')
    letInAgain()
    await waitUntilAlive(page)
    expect(page.url()).toBe(`${site.url}index.html#/indicators/pm25?v=2021-01-14`)
    await expectText(page, 'h1', '2016年PM2.5平均浓度84.0微克/立方米')
    expectNoFaults()
  })

  it('may go on to another page before the app is there', async () => {
    const { page, expectNoFaults } = await openPage()
    const letIn = await holdScripts(page)
    await page.goto(site.url, { waitUntil: 'commit' })
    await page.locator('footer').waitFor()
    await page.evaluate(() => (location.hash = '#/indicators/pm25'))
    letIn()
    await waitUntilAlive(page)
    await expectText(page, 'h1', '2021年PM2.5平均浓度45微克/立方米')
    expectNoFaults()
  })

  it('finds links, keys and pictures alive afterwards, without ECharts having come', async () => {
    const { page, expectNoFaults } = await openPage()
    const scripts: string[] = []
    page.on('request', (request) => scripts.push(request.url()))
    await page.goto(site.url)
    await waitUntilAlive(page)
    const stage = page.locator('[data-panel=pm25] .chart-stage')
    await stage.focus()
    await page.keyboard.press('End')
    await expectText(
      page,
      '[data-panel=pm25] .chart-readout',
      '2023年',
      '河南省',
      '45.3微克/立方米',
    )
    await page.keyboard.press('t')
    expect(await page.locator('[data-panel=pm25] .figures-table').isVisible()).toBe(true)
    expect(scripts.filter((url) => url.includes('ChartCanvas'))).toEqual([])
    await page.locator('[data-panel=pm25] h3 a').click()
    await expectText(page, 'h1', '2021年PM2.5平均浓度45微克/立方米')
    expect(new URL(page.url()).hash).toBe('#/indicators/pm25')
    await page.locator('.indicator-picture .chart-canvas svg text').first().waitFor()
    expect(scripts.filter((url) => url.includes('ChartCanvas'))).toHaveLength(1)
    expectNoFaults()
  })

  it('finds the address of the app on a page of its own, and comes back to the same', async () => {
    const { page, expectNoFaults } = await openPage()
    await page.goto(`${site.url}indicators/pm25.html?theme=dark`)
    await waitUntilAlive(page)
    expect(page.url()).toBe(`${site.url}index.html#/indicators/pm25?theme=dark`)
    expect(await page.locator('[data-theme-choice=dark]').getAttribute('aria-pressed')).toBe('true')
    const shown = await readText(page, '#figures')
    await page.reload()
    await waitUntilAlive(page)
    expect(await readText(page, '#figures')).toBe(shown)
    expectNoFaults()
  })
})
