/** 大屏编排 in a real browser, under the strict policy. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openAt, waitUntilAlive } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

let site: Site
let browser: Browser
let context: BrowserContext
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

function namesOf(): Promise<readonly (string | null)[]> {
  return page
    .locator('.plan-row')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-name')))
}

function addressOf(): Promise<string> {
  return page.locator('.wall-address-text').inputValue()
}

describe('the page where a wall is arranged', () => {
  beforeEach(async () => {
    context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    watched = await openWatchedPage(context, new URL(site.url).origin)
    page = watched.page
    await openAt(page, site, '/slides')
    await page.locator('.preview-box .slide').waitFor()
  })

  afterEach(async () => {
    watched.expectNoFaults()
    await context.close()
  })

  it('takes out, orders and adds slides by keyboard alone, and copies the address', async () => {
    await page.locator('[data-name="inspection"] [data-act="remove"]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-name="air"] .plan-name').focus()
    await page.keyboard.press('Enter')
    for (let i = 0; i < 6; i += 1) await page.keyboard.press('Alt+ArrowUp')
    await page.locator('.plan-input').focus()
    await page.keyboard.type('PM10')
    await page.locator('[data-choice="pm10"] button').first().focus()
    await page.keyboard.press('Enter')
    expect((await namesOf()).slice(0, 3)).toEqual(['air', 'pm10', 'news'])
    await page.locator('[data-act="copy"]').click()
    await expect.poll(() => page.locator('[data-act="copy"]').innerText()).toBe('已复制')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(await addressOf())
    expect(copied).toContain(`${site.url}wall.html?slides=air,pm10,news,`)
  })

  it('keeps what was arranged over a reload', async () => {
    await page.locator('[data-setting="dwell"] input').fill('20')
    await page.locator('[data-screen="portrait"]').click()
    const address = await addressOf()
    expect(address).toMatch(/wall\.html\?dwell=20$/)
    await page.reload()
    await waitUntilAlive(page)
    await expect.poll(addressOf).toBe(address)
    await page.locator('.preview-box .slide[data-shape="portrait"]').waitFor()
  })

  it('loads a pasted address', async () => {
    await page
      .locator('.wall-paste input')
      .fill('http://10.0.0.1/wall.html?slides=news,air&theme=light')
    await page.keyboard.press('Enter')
    await expect.poll(namesOf).toEqual(['news', 'air'])
    expect(await addressOf()).toBe(`${site.url}wall.html?slides=news,air&theme=light`)
    await page.locator('.preview-box[data-theme="light"]').waitFor()
  })

  it('shows a slide with its picture in the wall’s proportions, and in its theme', async () => {
    await page.locator('[data-name="air"] .plan-name').click()
    await page.locator('[data-screen="6656"]').click()
    const box = page.locator('.preview-box')
    await box.locator('.slide[data-slide="air"] .slide-chart svg text').first().waitFor()
    const size = await box.boundingBox()
    expect((size?.width ?? 0) / (size?.height ?? 1)).toBeCloseTo(6656 / 1792, 1)
    const colours = await box.evaluate((element) => {
      const { backgroundColor, color } = getComputedStyle(element)
      return [backgroundColor, color]
    })
    expect(colours).toEqual(['rgb(13, 20, 18)', 'rgb(228, 233, 226)'])
    // Nothing of the slide leaves its box.
    const outside = await box.evaluate((element) => {
      const edge = element.getBoundingClientRect()
      return [...element.querySelectorAll('p, h2, li, svg')].filter((each) => {
        const { right, bottom } = each.getBoundingClientRect()
        return right > edge.right + 1 || bottom > edge.bottom + 1
      }).length
    })
    expect(outside).toBe(0)
  })

  it('is led to from the foot of every page', async () => {
    await openAt(page, site, '/indicators/pm25')
    await page.locator('.page-footer .to-slides').click()
    await page.locator('.slides-page .preview-box').waitFor()
    expect(await page.title()).toMatch(/^大屏编排 · /)
  })
})

it('is not offered to readers without script, for whom it would be nothing', async () => {
  const own = await browser.newContext({ javaScriptEnabled: false })
  const written = await own.newPage()
  await written.goto(site.url)
  expect(await written.locator('.page-footer').isVisible()).toBe(true)
  expect(await written.locator('.to-slides').count()).toBe(1)
  expect(await written.locator('.to-slides').isVisible()).toBe(false)
  await own.close()
})

it('costs the other pages nothing: no part of their first view brings ECharts or the preview', async () => {
  const first = await (await fetch(site.url)).text()
  const named = /data-parts="([^"]*)"/.exec(first)?.[1]?.split(' ') ?? []
  const bring = async (part: string) =>
    (await (await fetch(site.url + part)).text()).includes('echarts')
  expect(named.length).toBeGreaterThan(2)
  expect(await Promise.all(named.map(bring))).toEqual(named.map(() => false))
  const own = await browser.newPage({ serviceWorkers: 'block' })
  const asked: string[] = []
  own.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await openAt(own, site, '/slides')
  await own.locator('.preview-box').waitFor()
  const late = asked.filter((path) => /(?:SlidePreview|ChartCanvas)-.*\.js$/.test(path))
  // What the preview needs is known by these names, and does bring it.
  expect(late).toHaveLength(2)
  expect(await Promise.all(late.map((path) => bring(path.slice(1))))).toContain(true)
  expect(named.filter((part) => /SlidePreview|SlidesPage|ChartCanvas/.test(part))).toEqual([])
  await own.close()
})
