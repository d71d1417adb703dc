import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalog } from '../../src/contract/catalog.ts'
import type { Manifest } from '../../src/contract/manifest.ts'
import { goTo, goToIndicator, openAt } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { openSite, type Site } from './support/site.ts'
import { openWatchedPage, type WatchedPage } from './support/watched-page.ts'

const ROOT = new URL('../../', import.meta.url)
const REPORT = 'jz-rectification-2023-05-29'

interface Expected {
  readonly indicator: string
  readonly region: string
  readonly breakdown: string
  readonly period: string
  /** With its qualifier, as it stands in a table. */
  readonly value: string
  readonly unit: string
  readonly locator: string
  readonly printed: string
}

const REGIONS: Readonly<Record<string, string>> = {
  '410800': '焦作市',
  '410882': '沁阳市',
  '410883': '孟州市',
}
const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '>': '>', '': '' }

/** Without spaces, brackets as Chinese sets them. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '').replace(/\(/g, '（').replace(/\)/g, '）')
}

/** The report's figures, copied from the report itself. */
function readReport(): readonly Expected[] {
  const file = new URL('tests/fixtures/author/report-2023-05-29.csv', ROOT)
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => {
    const cells = line.split(',').map(squeeze)
    const [indicator = '', region = '', breakdown = '', period = '', sign = ''] = cells
    const [, , , , , number = '', unit = '', locator = '', printed = ''] = cells
    const prefix = unit === '位' ? '第' : ''
    return {
      indicator,
      region: REGIONS[region] ?? region,
      breakdown,
      period: period === '2022-01-01/2023-05-29' ? '2022—2023-05-29' : period,
      value: `${SIGNS[sign]}${prefix}${number}`,
      unit,
      locator,
      printed,
    }
  })
}

function readCatalog(): Catalog {
  const read = (path: string) =>
    JSON.parse(readFileSync(new URL(`public/data/${path}`, ROOT), 'utf8')) as unknown
  return read((read('manifest.json') as Manifest).catalog.path) as Catalog
}

interface Row {
  readonly group: string
  readonly cells: readonly string[]
}

interface Read {
  readonly figure: string
  readonly unit: string
  readonly rows: readonly Row[]
}

/** The head of an indicator's page and its table, as they stand on the page. */
function readIndicator(watched: WatchedPage): Promise<Read> {
  return watched.page.evaluate(() => {
    const textOf = (element: Element | null | undefined) =>
      (element as HTMLElement | null | undefined)?.innerText ?? ''
    let group = ''
    const rows: Row[] = []
    const table = document.querySelector('#figures .figures-table:not(.month-table)')
    for (const line of table?.querySelectorAll('tbody tr') ?? []) {
      if (line.classList.contains('group')) group = textOf(line)
      else rows.push({ group, cells: [...line.querySelectorAll('td')].map(textOf) })
    }
    const terms = [...document.querySelectorAll('.indicator-aside dt')]
    const unit = terms.find((term) => textOf(term) === '单位')?.nextElementSibling
    return {
      figure: textOf(document.querySelector('.indicator-head [data-figure]')),
      unit: textOf(unit),
      rows,
    }
  })
}

let site: Site
let browser: Browser
let watched: WatchedPage
const catalog = readCatalog()
const report = readReport()
const pages = new Map<string, Read>()

async function hoverFirstChart(): Promise<boolean> {
  const { page } = watched
  const stage = page.locator('main .chart-stage').first()
  if ((await stage.count()) === 0) return false
  await page.locator('main .chart-stage svg text').first().waitFor({ state: 'attached' })
  const box = await stage.boundingBox()
  if (!box) return false
  for (const share of [0.2, 0.8, 0.97]) {
    await page.mouse.move(box.x + box.width * share, box.y + box.height / 2)
  }
  return true
}

beforeAll(async () => {
  site = await openSite()
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
  watched = await openWatchedPage(context, site.url)
  await openAt(watched.page, site, '/')
}, 120_000)

afterAll(async () => {
  await browser.close()
  await site.stop()
})

describe('a tour of every page', () => {
  it(
    'opens each of the 75 indicators, its picture hovered, without a fault',
    { timeout: 180_000 },
    async () => {
      let hovered = 0
      for (const { id } of catalog.indicators) {
        await goToIndicator(watched.page, id)
        if (await hoverFirstChart()) hovered += 1
        pages.set(id, await readIndicator(watched))
      }
      expect(pages.size).toBe(75)
      expect(hovered).toBeGreaterThan(20)
      watched.expectNoFaults()
    },
  )

  it('opens index, sources and every publication, in other themes and in English too', async () => {
    const { page } = watched
    for (const query of ['', '?lang=en&theme=dark', '?theme=contrast&v=2021-01-01']) {
      await goTo(page, `/${query}`)
      await hoverFirstChart()
      await goTo(page, `/indicators${query}`)
      await goTo(page, `/indicators/pm25${query}`)
      await goTo(page, `/no-such-page${query}`)
      await goTo(page, `/sources${query}`)
    }
    await goTo(page, '/sources')
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('.source-row-name a')].map((link) => link.getAttribute('href')),
    )
    expect(ids).toHaveLength(28)
    for (const href of ids) {
      await page.evaluate((hash) => (location.hash = hash ?? ''), href)
      await page.locator('main > .publication').waitFor()
    }
    watched.expectNoFaults()
  })
})

describe('the report of 2023-05-29', () => {
  it('has 55 figures, on its own page each with value, unit, period and place', async () => {
    expect(report).toHaveLength(55)
    await goTo(watched.page, `/sources/${REPORT}`)
    const rows = await watched.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.publication tr[data-panel]')].map((row) => ({
        indicator: row.dataset['panel'] ?? '',
        cells: [...row.children].map((cell) => (cell as HTMLElement).innerText),
      })),
    )
    expect(rows).toHaveLength(55)
    const found = rows.map(({ indicator, cells }) => {
      const [name = '', region, period, figure, , printed, place] = cells.map(squeeze)
      return { indicator, name, shown: [region, period, figure, printed, place].join('|') }
    })
    const missing = report.filter(
      ({ indicator, region, breakdown, period, value, unit, locator, printed }) => {
        const shown = [region, period, value + unit, `“${printed}”`, locator].join('|')
        return !found.some(
          (row) =>
            row.indicator === indicator && row.shown === shown && row.name.includes(breakdown),
        )
      },
    )
    expect(missing).toEqual([])
  })

  it('each of them stands on its indicator’s page with value, unit, period, place and source', () => {
    const missing = report.filter(
      ({ indicator, region, breakdown, period, value, unit, locator, printed }) => {
        const read = pages.get(indicator)
        if (!read || read.unit !== unit) return true
        return !read.rows.some(({ group, cells }) => {
          const [when = '', number = '', status = '', source = '', note = ''] = cells.map(squeeze)
          return (
            squeeze(group).includes(region) &&
            squeeze(group).includes(breakdown) &&
            when === period &&
            number === value &&
            status !== '' &&
            source.startsWith('焦作市生态环境局2023-05-29') &&
            note.startsWith(locator) &&
            note.includes(printed)
          )
        })
      },
    )
    expect(missing).toEqual([])
  })
})

const CASES: Readonly<Record<string, readonly string[]>> = {
  'park-green-per-capita': ['2017-10-13|11.1|口径不同', '2018-10-30|14|正式', '2022|16.77|正式'],
  'forest-coverage': ['2017-10-13|31.2|正式', '2021|35.2|正式'],
  'clean-heating-households': ['2022-09-09|37.9|正式', '2023-05-29|37.85|正式'],
  'clean-heating-households-yearly': ['2017-01-01—11-23|6.0|正式'],
  'green-factories': ['2022-09-09|17|正式存疑', '2023-05-29|9|正式存疑'],
  'villages-waste-collected': ['2023-05-29|1755|正式存疑'],
  'villages-total': ['2022-12-31|1826|正式存疑'],
}

describe('figures that need care', () => {
  it.each(Object.entries(CASES))('%s shows every point with its status', (id, rows) => {
    const shown = pages
      .get(id)
      ?.rows.filter(({ group }) => group.includes('焦作市'))
      .map(({ cells }) => cells.slice(0, 3).map(squeeze).join('|'))
    expect(shown).toEqual(rows)
  })

  async function textOf(id: string): Promise<string> {
    await goToIndicator(watched.page, id)
    return squeeze(await watched.page.locator('main').innerText())
  }

  it('park green space: 11.1 is of another definition, said and never joined', async () => {
    const text = await textOf('park-green-per-capita')
    expect(text).toContain('2022年人均公园绿地面积16.77平方米，居全省第5位')
    expect(text).toContain(
      '2017年10月13日11.1平方米（原文为人均公共绿地）。单独画出，不连线、不参与比较。',
    )
  })

  it('forest coverage compares a day with a year’s end', async () => {
    expect(await textOf('forest-coverage')).toContain(
      '2021年森林覆盖率35.2%，比2017年10月高4.0个百分点',
    )
  })

  it('clean heating: one stock, its rounding explained, the work of single years beside it', async () => {
    const text = await textOf('clean-heating-households')
    expect(text).toContain(
      '37.9万户（2022-09-09）与37.85万户（2023-05-29）相差在末位取舍之内，是同一存量，不算减少。',
    )
    expect(text).toContain('焦作市2017年任务5万户，2017年1月1日至11月23日已有6.0万户')
    expect(text).toContain('焦作市2018年任务8.2万户，当期未见公布数')
  })

  it('the work of single years names its tasks on its own page too', async () => {
    const text = await textOf('clean-heating-households-yearly')
    expect(text).toContain('焦作市2017年任务5万户')
    expect(text).toContain('焦作市2018年任务8.2万户，当期未见公布数')
  })

  it('green factories: 9 after 17 is in doubt, not a fall', async () => {
    const text = await textOf('green-factories')
    expect(text).toContain('存疑2023-05-29公布为9家')
    expect(text).toContain('为17家；两数不连线、不比较。')
    expect(text).not.toContain('少8家')
  })

  it('villages: 1755 with “all covered” is in doubt beside 1826', async () => {
    const text = await textOf('villages-waste-collected')
    expect(text).toContain('存疑')
    expect(text).toContain('称全覆盖；2023-04-14一文称行政村总数1826个')
  })
})
