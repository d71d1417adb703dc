import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import PublicationPage from '../../src/desk/PublicationPage.vue'
import type { AsOf } from '../../src/domain/standing.ts'
import { catalog, indicator } from '../unit/builders/catalog.ts'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { readShipped } from '../unit/builders/shipped.ts'
import { figure, missing, snapshot, target } from '../unit/builders/snapshot.ts'
import { mountPage, readText } from './support/mount-page.ts'

enableAutoUnmount(afterEach)
afterEach(() => {
  vi.restoreAllMocks()
})

const shipped = readShipped()
const shippedEvidence = evidenceOf(shipped.snapshots, shipped.catalog)

function openShipped(id: string, lang: 'zh' | 'en' = 'zh') {
  return mountPage(PublicationPage, { evidence: shippedEvidence, id, asOf: 'latest' }, { lang })
}

function open(snapshots: readonly Snapshot[], id = 'a', asOf: AsOf = 'latest') {
  return mountPage(PublicationPage, { evidence: evidenceOf(snapshots), id, asOf }, { asOf })
}

function cellsOf(row: ReturnType<ReturnType<typeof open>['get']>): readonly string[] {
  return row.findAll('th, td').map((cell) => readText(cell))
}

describe('the report of 2023-05-29', () => {
  it('shows all its 55 figures as panels, by theme, in the order of the catalog', () => {
    const page = openShipped('jz-rectification-2023-05-29')
    const shown = page.findAll('tr[data-panel]').map((row) => row.attributes('data-panel'))
    const report = shipped.snapshots.find(({ id }) => id === 'jz-rectification-2023-05-29')
    expect(shown).toHaveLength(55)
    expect([...shown].sort()).toEqual(report?.observations.map((each) => each.indicator).sort())
    const order = shipped.catalog.indicators.map(({ id }) => id)
    expect(shown).toEqual(
      [...shown].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')),
    )
    expect(page.findAll('tbody:not([data-ledger]) tr.group').map((row) => row.text())).toEqual(
      shipped.catalog.themes.map((theme) => theme.name.zh),
    )
  })

  it('gives each figure its unit, qualifier, period, status, wording and place', () => {
    const page = openShipped('jz-rectification-2023-05-29')
    const row = page.get('tr[data-panel="river-chiefs-all"]')
    expect(cellsOf(row).slice(0, 7)).toEqual(
      [
        '各级河长湖长',
        '焦作市',
        '2023-05-29',
        '>1800名',
        '正式',
        '“1800余名”',
        '二（六）四河湖',
      ].map((text) => expect.stringMatching(new RegExp(`^${[...text].join('\\s*')}$`))),
    )
    expect(row.get('[data-figure]').text()).toContain('1800')
    expect(row.get('a').attributes('href')).toBe('#/indicators/river-chiefs-all')
  })

  it('links a figure that contradicts an earlier publication to that publication', () => {
    const doubt = openShipped('jz-rectification-2023-05-29').get(
      'tr[data-panel="green-factories"] .publication-doubt',
    )
    expect(doubt.get('b').text()).toBe('存疑')
    expect(doubt.get('a').attributes('href')).toBe('#/sources/jz-press-2022-09-09')
  })

  it('opens the document in a tab that learns nothing of this one', () => {
    const link = openShipped('jz-rectification-2023-05-29').get('.publication-facts a')
    expect(link.attributes()).toMatchObject({
      href: 'https://sthjj.jiaozuo.gov.cn/2023/05-29/134309.html',
      target: '_blank',
      rel: 'noopener noreferrer',
    })
  })
})

describe('the shipped publications', () => {
  it('each show as many figures and targets as they gave', () => {
    for (const { id, observations, targets } of shipped.snapshots) {
      const page = openShipped(id)
      expect(page.findAll('tr[data-panel]').length, id).toBe(observations.length + targets.length)
      expect(page.findAll('[data-figure]').length, id).toBe(observations.length + targets.length)
    }
  })

  it('say whose target it is, when it is due and how it is measured', () => {
    const page = openShipped('henan-plan-2022-03-03')
    const row = page.get('tr[data-panel="pm25"]')
    expect(cellsOf(row).slice(0, 5)).toEqual([
      'PM2.5平均浓度',
      '河南省',
      '2025',
      '≤42.5微克/立方米',
      '期末水平',
    ])
    expect(page.text()).toContain('基期与分期、文中位置未登记。')
  })

  it('say once that wording and place are not recorded, in place of empty columns', () => {
    const page = openShipped('jz-rural-2023-04-14')
    expect(page.findAll('thead th').map((head) => head.text())).toEqual([
      '指标',
      '地区',
      '期次',
      '数值',
      '状态',
    ])
    expect(page.text()).toContain('原文写法、文中位置未登记。')
  })

  it('read in English', () => {
    const page = openShipped('jz-rectification-2023-05-29', 'en')
    expect(readText(page.get('tr[data-panel="pm25"], tr[data-panel="gas-access"]'))).toContain(
      'Gas access rate',
    )
    expect(page.get('h1').attributes('lang')).toBe('zh-CN')
  })
})

describe('a publication', () => {
  it('without an address says so and links nowhere', () => {
    const page = open([snapshot('a', '2020-01-01', [figure('2019', '9')])])
    expect(page.get('.publication-facts').text()).toContain('原文地址不详')
    expect(page.find('.publication-facts a').exists()).toBe(false)
  })

  it('whose address is code gets no link, wherever it came from', () => {
    const page = open([snapshot('a', '2020-01-01', [], { url: 'javascript:alert(1)' })])
    expect(page.find('[href^="javascript"]').exists()).toBe(false)
    expect(page.get('.publication-facts').text()).toContain('原文地址不详')
  })

  it('shows texts that look like markup as the texts that they are', () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const observation = figure('2019', '9', { note: hostile, printed: hostile, locator: hostile })
    const page = open([
      snapshot('a', '2020-01-01', [observation], { title: hostile, publisher: hostile }),
    ])
    expect(page.find('img').exists()).toBe(false)
    expect(page.get('h1').text()).toBe(hostile)
    expect(page.text().split(hostile)).toHaveLength(6)
  })

  it('gives the reason of a missing figure in the place of the figure', () => {
    const page = open([snapshot('a', '2020-01-01', [missing('2019', '仪器检修')])])
    const row = page.get('tr[data-panel="pm25"]')
    expect(row.attributes('data-state')).toBe('empty')
    expect(row.get('[data-figure]').text()).toBe('缺失：仪器检修')
  })

  it('in a revision shows the revision and its reason, and the figures of that revision', () => {
    const page = open([
      snapshot('a', '2020-01-01', [figure('2019', '90')]),
      snapshot('a', '2020-01-01', [figure('2019', '9')], {
        revision: 2,
        revisionReason: '小数点抄错',
      }),
    ])
    expect(page.get('.publication-revision').text()).toBe('转录更正（第2版）：小数点抄错')
    expect(page.findAll('[data-figure]').map((cell) => cell.get('b').text())).toEqual(['9'])
    expect(readText(page.get('.publication-mended'))).toBe('更正前录为 90微克/立方米')
    expect(
      open([snapshot('a', '2020-01-01')])
        .find('.publication-revision')
        .text(),
    ).not.toContain('更正')
  })

  it('shows a figure in the unit of its indicator, and the unit of the document beside it', () => {
    const households = indicator('pm25', { unit: '万户', accumulation: 'stock' })
    const evidence = evidenceOf(
      [snapshot('a', '2020-01-01', [figure('2019', '378500', { unit: '户' })])],
      catalog([households]),
    )
    const page = mountPage(PublicationPage, { evidence, id: 'a', asOf: 'latest' })
    expect(page.get('[data-figure]').text().replace(/\s/g, '')).toBe('37.8500万户')
  })

  it('gives baseline and milestones of a target where they are published', () => {
    const withPath = target('2025', 40, {
      baseline: { period: '2020', value: 52 },
      milestones: [{ period: '2023', value: 45 }],
    })
    const page = open([snapshot('a', '2020-01-01', [], { targets: [withPath] })])
    expect(page.get('.publication-path:not(th)').text()).toBe(
      '基期2020为52微克/立方米；2023为45微克/立方米',
    )
  })

  it('can be taken away as CSV, on paper and as an address', async () => {
    const files: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      if (file instanceof Blob) files.push(file)
      return 'blob:figures'
    })
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    const page = open([snapshot('a', '2020-01-01', [figure('2019', '9')])], 'a', '2021-01-01')
    const buttons = page.findAll('.take-away button')
    expect(buttons.map((button) => button.text())).toEqual(['下载 CSV', '打印 A4', '复制网址'])
    await buttons[0]?.trigger('click')
    await vi.waitFor(() => expect(clicked).toHaveBeenCalled())
    expect(clicked.mock.contexts.map((link) => (link as HTMLAnchorElement).download)).toEqual([
      'a-2021-01-01.csv',
    ])
    expect(await files[0]?.text()).toContain(',2019,9,微克/立方米,,A,正式,')
  })

  it('without figures offers no file of them', () => {
    const page = open([snapshot('a', '2020-01-01', [], { targets: [target('2025', 40)] })])
    const buttons = page.findAll('.take-away button')
    expect(buttons.map((button) => button.text())).toEqual(['打印 A4', '复制网址'])
  })

  it('that is not known on the day, or not at all, is named and not shown', () => {
    const known = [snapshot('a', '2020-01-01', [figure('2019', '9')])]
    for (const page of [open(known, 'a', '2019-12-31'), open(known, 'nobody')]) {
      expect(page.get('h1').text()).toBe('当日所知里没有这份出处')
      expect(page.find('table').exists()).toBe(false)
      expect(page.get('[data-state="empty"] a').attributes('href')).toBe('#/sources')
    }
  })
})
