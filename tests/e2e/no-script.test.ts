/** The site for readers whose browser runs no script. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readText } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'

let site: Site
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
  context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    javaScriptEnabled: false,
  })
  page = await context.newPage()
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

async function open(file: string): Promise<void> {
  await page.goto(site.url + file)
}

/** Texts of the pictures that are to be seen. */
async function pictureTexts(scope = 'main'): Promise<string> {
  const shown = page.locator(`${scope} .chart-still svg:visible text`)
  return (await shown.allTextContents()).join(' ')
}

function tablesShown(): Promise<number> {
  return page.locator('main table:visible').count()
}

describe('without script', () => {
  it('the overview shows its figures, pictures, tables and sources', async () => {
    await open('index.html')
    const text = await readText(page)
    for (const words of ['34项已完成', '228件', '2021年PM2.5平均浓度45微克/立方米', '37.85万户']) {
      expect(text).toContain(words)
    }
    expect(await page.locator('main .chart-stage').count()).toBe(6)
    expect(await page.locator('main .chart-still svg:visible').count()).toBe(6)
    expect(await pictureTexts()).toContain('167.9')
    expect(await tablesShown()).toBe(6)
    expect(await page.locator('main .source-line:visible').count()).toBeGreaterThanOrEqual(7)
  })

  it.each([
    ['pm25', '2021年PM2.5平均浓度45微克/立方米', ['77.5', '85.4', '47.7'], '2022-09-09'],
    ['clean-heating-households', '37.85万户', ['37.9', '37.85'], '2023-05-29'],
    ['inspection-tasks', '46项', [], '2023-05-29'],
  ] as const)(
    'the page of %s shows figure, picture, table and source',
    async (id, figure, marks, day) => {
      await open(`indicators/${id}.html`)
      const text = await readText(page)
      expect(text).toContain(figure)
      expect(text).toContain(day)
      const drawn = await pictureTexts()
      for (const mark of marks) expect(drawn).toContain(mark)
      const pictures = page.locator('main :is(.chart-still svg:visible, svg.parts:visible)')
      expect(await pictures.count()).toBeGreaterThan(0)
      expect(await tablesShown()).toBeGreaterThan(0)
    },
  )

  it('the inspection shows both rounds, each with its own day and document', async () => {
    await open('inspection.html')
    const text = await readText(page)
    for (const words of ['34', '12', '22', '14', '228', '2023-05-29', '2019-11-15']) {
      expect(text).toContain(words)
    }
    expect(await page.locator('main svg.parts:visible').count()).toBeGreaterThanOrEqual(2)
  })

  it('says until when everything is known, and offers nothing that only script can do', async () => {
    await open('index.html')
    expect(await page.locator('.masthead-age').innerText()).toContain('2023年5月29日')
    expect(await page.locator('.day-select').innerText()).toContain('2024-06-03')
    for (const control of ['.search', '.switch', '.table-toggle']) {
      expect(await page.locator(`${control}:visible`).count(), control).toBe(0)
    }
  })

  it('of what is to be taken away, offers the files alone', async () => {
    await open('indicators/pm25.html')
    const text = await page.locator('.take-away').innerText()
    expect(text.split(/\s+/)).toEqual([
      '取用',
      '期限日历',
      '.ics',
      '数据文件（最新，全部地区）',
      'CSV',
      'JSON-stat',
      '说明',
    ])
    await open('inspection.html')
    expect(await page.locator('.take-away').isVisible()).toBe(false)
  })

  it('every link leads to a page that is there', async () => {
    const seen = new Set<string>()
    for (const file of ['index.html', 'indicators.html', 'sources.html', 'indicators/pm25.html']) {
      await open(file)
      for (const link of await page.locator('a[href]').all()) {
        const href = (await link.getAttribute('href')) ?? ''
        const url = new URL(href, site.url + file)
        if (url.href.startsWith(site.url)) seen.add(url.href.split('#')[0] ?? '')
      }
    }
    expect(seen.size).toBeGreaterThan(100)
    for (const url of seen) {
      const answer = await page.request.get(url)
      expect([url, answer.status()]).toEqual([url, 200])
    }
  })

  it('a panel is a picture, in light and in dark', async () => {
    for (const file of ['charts/pm25.svg', 'charts/pm25.dark.svg']) {
      const answer = await page.request.get(site.url + file)
      expect(answer.headers()['content-type']).toContain('image/svg+xml')
      await open(file)
      expect(await page.locator('svg text').allTextContents()).toContain('焦作市')
    }
  })
})

describe('a picture that was written', () => {
  it.each([
    [320, 568, 0],
    [375, 812, 16],
    [768, 1024, 0.13],
    [1024, 768, 0.08],
    [1366, 768, 0],
    [1920, 1080, 0],
    [3840, 2160, 0],
  ])('fits its box at %i×%i', async (width, height, mostEmpty) => {
    await page.setViewportSize({ width, height })
    for (const file of ['index.html', 'indicators/clean-heating-households.html']) {
      await open(file)
      for (const stage of await page.locator('main .chart-stage').all()) {
        const box = await stage.boundingBox()
        const still = await stage.locator('.chart-still svg:visible').boundingBox()
        if (!box || !still) throw new Error(`no picture in ${file}`)
        expect(still.width).toBeLessThanOrEqual(box.width + 0.5)
        const empty = box.width - still.width
        // Up to so many pixels, or such a share of the box.
        const most = mostEmpty < 1 ? mostEmpty * box.width + 1 : mostEmpty
        expect(empty).toBeLessThanOrEqual(most)
        expect(Math.abs(still.height - box.height)).toBeLessThanOrEqual(8)
      }
    }
    await page.setViewportSize({ width: 1366, height: 768 })
  })
})
