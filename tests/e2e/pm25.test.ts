import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectText, openAt, readText } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'

const SENTENCE = '2021年PM2.5平均浓度45微克/立方米；2018年9月口径改变，不与此前比较'
const YEARS = '#figures > .table-scroll > .figures-table:not(.month-table)'

const VIEWPORT = { width: 1366, height: 768 }

let site: Site
let browser: Browser
let page: Page

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
  page = await browser.newPage({ viewport: VIEWPORT, serviceWorkers: 'block' })
})

afterAll(async () => {
  await browser.close()
  await site.stop()
})

/** The rows of a table, cells without spaces; a heading of a group is a row of one cell. */
function readRows(selector: string): Promise<string[][]> {
  return page.evaluate((table) => {
    const rows = [...document.querySelectorAll<HTMLTableRowElement>(`${table} tbody tr`)]
    return rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, '')))
  }, selector)
}

/** The words in the drawn picture. */
async function readPicture(): Promise<string[]> {
  const words = page.locator('.indicator-picture .chart-stage svg text')
  await words.first().waitFor({ state: 'attached' })
  return words.allTextContents()
}

describe('the page of PM2.5', () => {
  it('tables the city’s years and half-year, the break between, and the province apart', async () => {
    await openAt(page, site, '/indicators/pm25')
    const rows = (await readRows(YEARS)).map((cells) => cells.slice(0, 3).join('|'))
    const cut =
      '2018-09-01序列断点：监测状态由标准状态改为实况（生态环境部公告2018年第29号），上下不可比'
    expect(rows).toEqual([
      '焦作市',
      '2014|77.5|推算',
      '2015|85.4|推算',
      '2016|84.0|推算',
      '2018年上半年|76|正式',
      cut,
      '2021|45|正式',
      '河南省',
      '2015|80|推算',
      '2016|73|正式',
      cut,
      '2018|61|正式',
      '2020|52|正式',
      '2022|47.7|正式',
      '2023|45.3|正式',
    ])
  })

  it('tables its months by year; a month without a figure is a dash, never 0', async () => {
    await openAt(page, site, '/indicators/pm25')
    const rows = await readRows('.month-table')
    expect(rows.map(([year]) => year)).toEqual(['2014', '2015', '2016', '2017', '2018'])
    const counts = rows.map(([, ...months]) => months.filter((month) => month !== '–').length)
    expect(counts).toEqual([12, 12, 12, 1, 1])
    expect(rows[0]?.[1]).toBe('114.8推算')
    expect(rows[3]?.[1]).toBe('167.9推算')
    expect(rows[4]?.[8]).toBe('40正式')
    expect(rows.flat()).not.toContain('0')
  })

  it('draws the break with its reason, names the empty years, and the province at its line', async () => {
    await openAt(page, site, '/indicators/pm25')
    const words = await readPicture()
    expect(words).toEqual(expect.arrayContaining(['未入库', '焦作市', '河南省', '上半年', '8月']))
    expect(words.join('')).toContain('2018年9月1日起监测状态由标准状态改为实况')
    expect(words.join('')).toContain('与此前不可比')
    for (const year of ['2014', '2018', '2021', '2025']) expect(words).toContain(year)
    for (const value of ['45', '77.5', '85.4', '84.0', '47.7', '42.5']) {
      expect(words.join(' ')).toContain(value)
    }
  })

  it('says the same in its sentence, its figure and its notices', async () => {
    await openAt(page, site, '/indicators/pm25')
    const text = await readText(page)
    expect(text).toContain(SENTENCE)
    expect(text).toContain('断点2018年9月1日起监测状态由标准状态改为实况')
    expect(text).toContain('2014—2017年的40个数由完整日均值计算')
    expect(text).toContain('不是焦作市的目标')
    expect(text).toContain('来源焦作市生态环境局')
    expect(await readText(page, '.indicator-head [data-figure]')).toBe('45微克/立方米')
  })

  it('switches kinds of periods, the province and the targets off and on in its picture', async () => {
    await openAt(page, site, '/indicators/pm25')
    await readPicture()
    for (const [name, word] of [
      ['河南省', '河南省'],
      ['目标', '河南省2025年目标'],
      ['半年', '上半年'],
      ['月', '8月'],
    ] as const) {
      const button = page.locator('.picture-switches').getByRole('button', { name, exact: true })
      await button.click()
      expect(await button.getAttribute('aria-pressed')).toBe('false')
      await expect.poll(readPicture).not.toContain(word)
      await button.click()
      await expect.poll(readPicture).toContain(word)
    }
  })
})

describe('as of 2021-01-01', () => {
  const route = '/indicators/pm25?v=2021-01-01'

  it('the page does not know 2021, nor what the province said later, and shows the band', async () => {
    await openAt(page, site, route)
    const rows = (await readRows(YEARS)).map((cells) => cells.slice(0, 2).join('|'))
    expect(rows).not.toContain('2021|45')
    expect(rows).not.toContain('2020|52')
    expect(rows).toContain('2018|61')
    expect(await readText(page, 'h1')).toBe(
      '2016年PM2.5平均浓度84.0微克/立方米（推算），比2015年低1.4微克/立方米',
    )
    expect(await readText(page, '.as-of-band')).toContain('历史版本·截至2021-01-01')
    expect(await readText(page, '.as-of-band')).toContain('此后公布的12份出处不在其内')
    const words = await readPicture()
    expect(words).not.toContain('45')
    expect(words.join('')).not.toContain('42.5')
    const html = page.locator('html')
    expect(await html.getAttribute('data-as-of')).toBe('2021-01-01')
    expect(await html.getAttribute('data-seq')).toMatch(/^[1-9]\d*$/)
  })

  it('holds on every page, and goes back to the latest', async () => {
    await openAt(page, site, route)
    await page.getByRole('link', { name: '总览' }).click()
    await expectText(page, '.as-of-band', '2021-01-01')
    expect(await readText(page)).not.toContain('2021年PM2.5平均浓度45')
    await page.getByRole('link', { name: '出处', exact: true }).click()
    await expectText(page, 'main', '另有12份在2021年1月1日之后公布')
    expect(await readText(page)).not.toContain('2023-05-29')
    await page.getByRole('button', { name: '回到最新' }).click()
    await expectText(page, 'main', '2023-05-29')
    expect(await page.locator('.as-of-band').count()).toBe(0)
    expect(await page.locator('html').getAttribute('data-as-of')).toBe('latest')
  })

  it('before anything was known the page says so in words', async () => {
    await openAt(page, site, '/indicators/pm25?v=2016-01-01')
    expect(await readText(page, 'h1')).toBe('PM2.5平均浓度：截至所选日期尚无数据')
    expect(await page.locator('main > [data-panel]').getAttribute('data-state')).toBe('empty')
  })
})

describe('the address', () => {
  it('back and forward restore the view', async () => {
    await openAt(page, site, '/indicators/pm25')
    await page.locator('.day-select select').selectOption('2019-06-05')
    await expectText(page, '.as-of-band', '2019-06-05')
    await page.getByRole('button', { name: 'English' }).click()
    await expectText(page, '.as-of-band', 'Earlier version')
    await page.goBack()
    await expectText(page, '.as-of-band', '历史版本')
    await page.goBack()
    await expectText(page, 'h1', SENTENCE)
    expect(await page.locator('.as-of-band').count()).toBe(0)
    await page.goForward()
    await expectText(page, '.as-of-band', '历史版本', '2019-06-05')
  })

  it('as a link opens the same view on another machine', async () => {
    const route = '/indicators/pm25?v=2021-06-30&region=410000&lang=en&theme=dark'
    await openAt(page, site, route)
    await readPicture()
    const text = await readText(page)
    const link = page.url()
    const other = await browser.newContext({ viewport: VIEWPORT })
    const second = await other.newPage()
    await second.goto(link)
    await second.locator('main > [data-panel]').waitFor()
    await expect.poll(() => readText(second)).toBe(text)
    const seen = await second.evaluate(() => ({ ...document.documentElement.dataset }))
    expect(seen).toMatchObject({ theme: 'dark', asOf: '2021-06-30' })
    expect(await second.locator('html').getAttribute('lang')).toBe('en')
    expect(await readText(second, '.indicator-head [data-figure]')).toBe('52µg/m³')
    await other.close()
  })

  it('keeps the view in every link of the page', async () => {
    await openAt(page, site, '/indicators/pm25?v=2021-06-30&region=410000&lang=en&theme=dark')
    const links = await page.evaluate(() =>
      // The way back to the home region is the one link that leaves a part of the view behind.
      [...document.querySelectorAll('a[href^="#/"]:not(.region-bar a)')].map(
        (link) => link.getAttribute('href') ?? '',
      ),
    )
    expect(links.length).toBeGreaterThan(10)
    const lost = links.filter((href) => {
      const query = new URLSearchParams(href.split('?')[1])
      return (
        [...query]
          .map((pair) => pair.join('='))
          .sort()
          .join() !== 'lang=en,region=410000,theme=dark,v=2021-06-30'
      )
    })
    expect(lost).toEqual([])
  })

  it('says in one line whose figures are shown, with the way back to the home region', async () => {
    await openAt(page, site, '/indicators/pm25?region=410000&v=2021-06-30')
    await expectText(page, '.region-bar', '所示为河南省的数', '回到焦作市')
    await page.locator('.region-bar a').click()
    await page.locator('.region-bar').waitFor({ state: 'detached' })
    await expectText(page, 'h1', '2016年PM2.5平均浓度84.0微克/立方米')
    expect(page.url()).toContain('v=2021-06-30')
    await openAt(page, site, '/indicators/pm25?region=410800')
    expect(await page.locator('.region-bar').count()).toBe(0)
  })

  it('has a name of its own for every page, in tab, bookmark and history', async () => {
    for (const [route, title] of [
      ['/', '清览 · 焦作市生态环境指标'],
      ['/indicators', '指标 · 清览 · 焦作市生态环境指标'],
      ['/indicators/pm25', 'PM2.5平均浓度 · 清览 · 焦作市生态环境指标'],
      ['/sources?lang=en', 'Sources · Qinglan · Jiaozuo City: Environment indicators'],
      [
        '/sources/henan-air-2024-06-03',
        '2023年河南省生态环境状况新闻发布会 · 清览 · 焦作市生态环境指标',
      ],
      ['/no-such-page', '清览 · 焦作市生态环境指标'],
    ] as const) {
      await openAt(page, site, route)
      await expect.poll(() => page.title()).toBe(title)
    }
  })
})
