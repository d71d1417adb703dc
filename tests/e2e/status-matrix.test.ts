/**
 * What keeps a figure from being a plain one (its status, a bound, a break, another kind of period) is
 * to be seen and heard wherever the figure is: one row for each code, one test for each place. All
 * figures are made up, published by the authoring command into a copy of the build, and ship nowhere.
 */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAt } from './support/app.ts'
import { openBrowser } from './support/browser.ts'
import { copyDist, importInto, type Copy } from './support/generations.ts'
import { openSite, type Site } from './support/site.ts'

type Place =
  'chart' | 'key' | 'table' | 'sentence' | 'export' | 'print' | 'row' | 'spoken' | 'walked'

/** Marks as the picture draws them: a diamond has corners, a ring is of paper, a half is filled. */
const DIAMOND = /<path d="M[^"A]*L[^"A]*Z" [^>]*fill="var\(--paper\)" stroke="var\(--city\)"/
const RING = /<path d="M[^"]*A[^"]*" [^>]*fill="var\(--paper\)" stroke="var\(--city\)"(?![^>]*dash)/
const DASHED_RING =
  /<path d="M[^"]*A[^"]*" [^>]*fill="var\(--paper\)" stroke="var\(--city\)"[^>]*dash/
const HALF = /<path d="M[^"]*A[^"]*L[^"]*" [^>]*fill="var\(--city\)"/

interface Case {
  readonly code: string
  readonly id: string
  /** Period, value, status, qualifier, note, reason. */
  readonly rows: readonly string[]
  readonly kind?: readonly [accumulation: string, unit: string]
  /** What is to stand in each place. */
  readonly says: Readonly<Record<Place, readonly RegExp[]>>
  /** What must not be claimed anywhere. */
  readonly never: readonly RegExp[]
}

const CASES: readonly Case[] = [
  {
    code: 'D, another definition',
    id: 'trial-d',
    rows: ['2019,60,A,,,', '2020,55,D,,试验口径,', '2021,50,A,,,'],
    says: {
      chart: [DIAMOND],
      key: [/口径不同/],
      table: [/2020 55 口径不同 .*试验口径/],
      sentence: [/^2021年.*，比2019年低10微克/],
      export: [/,2020,55,微克\/立方米,,D,口径不同,/],
      print: [/口径不同 ?2020年55微克\/立方米（试验口径）。单独画出/],
      row: [/此前2019为60/],
      spoken: [/2020年为55（口径不同）/],
      walked: [/2020年 · 焦作市, 55微克\/立方米, 口径不同/],
    },
    never: [/比2020年/],
  },
  {
    code: 'B, a break',
    id: 'trial-b',
    rows: ['2019,60,A,,,', '2020,50,B,,试验站点调整,', '2020-01/2020-06,51,A,,,'],
    says: {
      chart: [/2020年1月1日起试验站点调整/, /stroke-dasharray="0/],
      key: [/断点/],
      table: [/2020-01-01 序列断点：试验站点调整，上下不可比/, /2020 50 断点/],
      sentence: [/^2020年.*50微克\/立方米；2020年1月口径改变，不与此前比较$/],
      export: [/,2020,50,.*,B,断点,.*,2020-01-01起：试验站点调整,/, /2020-01-01断点之前/],
      print: [/断点 ?2020年1月1日起试验站点调整。前后不连线、不比较、不算趋势/],
      row: [/断点：试验站点调整/],
      spoken: [/2020年1月1日起试验站点调整，前后不可比/],
      walked: [/2020年 · 焦作市, 50微克\/立方米, 断点/],
    },
    never: [/比2019年/],
  },
  {
    code: 'E, derived',
    id: 'trial-e',
    rows: ['2019,60,A,,,', '2020,55,E,,试验推算,'],
    says: {
      chart: [RING],
      key: [/推算/],
      table: [/2020 55 推算 .*试验推算/],
      sentence: [/^2020年.*55微克\/立方米（推算），比2019年低5微克/],
      export: [/,2020,55,.*,E,推算,/],
      print: [/推算 ?2020年55微克\/立方米（试验推算）。以空心标记/],
      row: [/推算：试验推算/],
      spoken: [/2020年为55（推算）/],
      walked: [/55微克\/立方米, 推算/],
    },
    never: [],
  },
  {
    code: 'P, provisional',
    id: 'trial-p',
    rows: ['2019,60,A,,,', '2020,55,P,,,'],
    says: {
      chart: [RING, HALF],
      key: [/初步/],
      table: [/2020 55 初步/],
      sentence: [/^2020年.*55微克\/立方米（初步数），比2019年低5微克/],
      export: [/,2020,55,.*,P,初步,/],
      print: [/初步数 ?2020年55微克\/立方米。以半空心标记/],
      row: [/初步/],
      spoken: [/2020年为55（初步数）/],
      walked: [/55微克\/立方米, 初步/],
    },
    never: [],
  },
  {
    code: 'F, a forecast',
    id: 'trial-f',
    rows: ['2019,60,A,,,', '2020,55,F,,,'],
    says: {
      chart: [DASHED_RING],
      key: [/预测/],
      table: [/2020 55 预测/],
      sentence: [/^2019年.*60微克\/立方米$/],
      export: [/,2020,55,.*,F,预测,/],
      print: [/预测 ?2020年55微克\/立方米。以虚线描边，不是观测值/],
      row: [/60 ?微克\/立方米 ?2019/],
      spoken: [/2020年为55（预测）/],
      walked: [/55微克\/立方米, 预测/],
    },
    never: [/比20/],
  },
  {
    code: 'M, missing',
    id: 'trial-m',
    rows: ['2018,62,A,,,', '2019,60,A,,,', '2020,,M,,,试验停测', '2020-05,50,A,,,'],
    says: {
      chart: [/试验停测/],
      // The bracket over the empty year says why in words, and needs no key.
      key: [/^年 月$/],
      table: [/2020 缺失：试验停测 缺失/],
      sentence: [/^2020年.*缺失：试验停测；最近一期为2019年60微克\/立方米$/],
      export: [/,2020,,微克\/立方米,,M,缺失,试验停测,/],
      print: [/缺失 ?2020年缺失：试验停测/],
      row: [/2020 缺失：试验停测/],
      spoken: [/2020年缺失（试验停测）/],
      walked: [/2020年 · 焦作市, 缺失：试验停测, 缺失/],
    },
    never: [/比20/],
  },
  {
    code: 'a bound',
    id: 'trial-q',
    kind: ['ratio', '%'],
    rows: ['2018,90,A,,,', '2019,91,A,,,', '2020,95,A,>=,,'],
    says: {
      chart: [/≥95/],
      key: [/^$/],
      table: [/2020 ≥95 正式/],
      sentence: [/^2020年.*不低于95%$/],
      export: [/,2020,95,%,>=,A,/],
      print: [/2020 ≥95 正式/],
      row: [/≥ ?95 ?%/],
      spoken: [/2020年为不低于95/],
      walked: [/≥95%, 正式/],
    },
    never: [/比201/],
  },
  {
    code: 'several kinds of period',
    id: 'trial-k',
    rows: ['2019,60,A,,,', '2020-01/2020-06,58,A,,,', '2020-05,50,A,,,'],
    says: {
      chart: [/上半年/, /5月/],
      key: [/年 半年 月/],
      table: [/2019 60/, /2020年上半年 58/, /2020-05 50/],
      sentence: [/^2019年.*60微克\/立方米$/],
      export: [/,2019,.*,年度/, /,2020-01\/2020-06,.*,半年/, /,2020-05,.*,月度/],
      print: [/期别 ?年、半年、月的数各自成列，不连成一条线/],
      row: [/60 ?微克\/立方米 ?2019/],
      spoken: [/2019年为60、2020年5月为50、2020年上半年为58/],
      walked: [/2020年上半年 · 焦作市, 58/],
    },
    never: [/比20/],
  },
]

const PLACES: readonly Place[] = [
  'chart',
  'key',
  'table',
  'sentence',
  'export',
  'print',
  'row',
  'spoken',
  'walked',
]

let copy: Copy
let site: Site
let browser: Browser
let page: Page

function publishTrials(root: string): void {
  const indicators = CASES.map(
    ({ id, code, kind: [accumulation, unit] = ['mean', '微克/立方米'] }) =>
      [
        id,
        'air',
        `试验${id.slice(-1).toUpperCase()}`,
        `Trial: ${code.replace(/,/g, '')}`,
        unit,
        accumulation,
        'down',
        '试验',
      ].join(),
  )
  const observations = CASES.flatMap(({ id, rows, kind: [, unit] = ['mean', '微克/立方米'] }) =>
    rows.map((row) => {
      const [period, value, ...rest] = row.split(',')
      return ['trial', id, '410800', period, value, unit, ...rest].join()
    }),
  )
  importInto(root, {
    'publications.csv':
      'id,title,publisher,published,grade\ntrial,试验出处,试验处,2024-07-01,official\n',
    'indicators.csv': ['id,theme,zh,en,unit,accumulation,desired,scope', ...indicators, ''].join(
      '\n',
    ),
    'observations.csv': [
      'publication,indicator,region,period,value,unit,status,qualifier,note,reason',
      ...observations,
      '',
    ].join('\n'),
  })
}

const tidy = (text: string) =>
  text
    .replace(/\u200b/g, '')
    .replace(/[\s]+/g, ' ')
    .trim()

/** The texts of all that a selector finds, in one line. */
async function textOf(selector: string): Promise<string> {
  return tidy((await page.locator(selector).allInnerTexts()).join(' '))
}

async function readExport(): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.take-away').getByRole('button', { name: 'CSV' }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}

/** What a screen reader is told of each point as the arrow keys go over the picture. */
async function walk(): Promise<string> {
  const stage = page.locator('.indicator-picture .chart-stage[tabindex]')
  await stage.focus()
  await page.keyboard.press('Home')
  const heard: string[] = []
  for (let i = 0; i < 6; i += 1) {
    heard.push(tidy((await page.locator('.indicator-picture [aria-live]').textContent()) ?? ''))
    await page.keyboard.press('ArrowRight')
  }
  return heard.join(' | ')
}

/** Everything that the app says of an indicator, place by place. */
async function readPlaces(id: string): Promise<Record<Place, string>> {
  await openAt(page, site, `/indicators/${id}`)
  await page.locator('.indicator-picture .chart-canvas svg').waitFor()
  const chart = await page.locator('.indicator-picture .chart-canvas svg').innerHTML()
  const spoken =
    (await page.locator('.indicator-picture [role=img]').getAttribute('aria-label')) ?? ''
  const places = {
    chart,
    key: await textOf('.picture-keys'),
    table: await textOf('#figures .figures-table tbody'),
    sentence: (await textOf('h1')).replace(/ /g, ''),
    export: await readExport(),
    spoken,
    walked: await walk(),
  }
  await page.emulateMedia({ media: 'print' })
  const print = await textOf('main')
  await page.emulateMedia({ media: 'screen' })
  await openAt(page, site, '/')
  return { ...places, print, row: await textOf(`.fact-row[data-panel=${id}]`) }
}

beforeAll(async () => {
  copy = copyDist()
  publishTrials(copy.root)
  site = await openSite(copy.root)
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1366, height: 768 }, serviceWorkers: 'block' })
})

afterAll(async () => {
  await browser.close()
  await site.stop()
  copy.remove()
})

describe.each(CASES)('$code', ({ id, says, never }) => {
  let read: Record<Place, string>
  beforeAll(async () => {
    read = await readPlaces(id)
  })

  it.each(PLACES)('is told in the %s', (place) => {
    for (const expected of says[place]) expect(read[place]).toMatch(expected)
  })

  it('leads to no claim that would not hold', () => {
    const said = [read.sentence, read.spoken, read.row].join(' ')
    for (const claim of never) expect(said).not.toMatch(claim)
  })
})
