/** Made-up revisions on the pages of the desk: list of sources, a publication, an indicator. */
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import IndicatorPage from '../../src/desk/IndicatorPage.vue'
import OverviewPage from '../../src/desk/OverviewPage.vue'
import PublicationPage from '../../src/desk/PublicationPage.vue'
import SourcesPage from '../../src/desk/SourcesPage.vue'
import type { Evidence } from '../../src/domain/evidence.ts'
import { evidenceOf } from '../unit/builders/evidence.ts'
import { readShipped } from '../unit/builders/shipped.ts'
import { figure, snapshot, target } from '../unit/builders/snapshot.ts'
import { mountPage, readText, type ReaderOptions } from './support/mount-page.ts'

enableAutoUnmount(afterEach)

const FIRST = snapshot('a', '2021-01-01', [
  figure('2018', '60'),
  figure('2019', '50'),
  figure('2020', '45'),
])
const SECOND = snapshot(
  'b',
  '2022-01-01',
  [
    figure('2020', '48', { note: '审核后修订' }),
    figure('2019', '50'),
    figure('2018', '60.4'),
    figure('2021', '44'),
  ],
  { targets: [target('2025', 40)] },
)
const RIVAL = snapshot('c', '2022-01-01', [figure('2021', '46')], { grade: 'press' })
const ALL: readonly Snapshot[] = [FIRST, SECOND, RIVAL]

const shipped = readShipped()
const shippedEvidence = evidenceOf(shipped.snapshots, shipped.catalog)

function sources(evidence: Evidence, options: ReaderOptions = {}) {
  return mountPage(SourcesPage, { evidence, asOf: options.asOf ?? 'latest' }, options)
}

function publication(evidence: Evidence, id: string, options: ReaderOptions = {}) {
  return mountPage(PublicationPage, { evidence, id, asOf: options.asOf ?? 'latest' }, options)
}

function indicatorPage(evidence: Evidence, id = 'pm25', options: ReaderOptions = {}) {
  const viewpoint = { asOf: options.asOf ?? 'latest', region: '410800' }
  return mountPage(IndicatorPage, { evidence, viewpoint, id }, options)
}

/** Rows of a group of the ledger, each as it is read. */
function rowsOf(page: ReturnType<typeof publication>, group: string): readonly string[] {
  return page
    .findAll(`[data-ledger="${group}"] tr:not(.group)`)
    .map((row) => row.findAll('th, td').map((cell) => readText(cell)))
    .map((cells) => cells.slice(2).join(' | '))
}

describe('the list of sources', () => {
  const countsOf = (page: ReturnType<typeof sources>) =>
    page.findAll('.source-row').map((row) => {
      const found = row.find('.source-row-ledger')
      return found.exists() ? found.findAll('span').map((piece) => piece.text()) : []
    })

  it('says of each what it added, revised, repeated and contradicted, and leaves out what is none', () => {
    expect(countsOf(sources(evidenceOf(ALL)))).toEqual([
      ['新增1', '修订1', '精度不同1', '重复1', '同日两说1'],
      ['同日两说1'],
      ['均为新增'],
    ])
    expect(countsOf(sources(evidenceOf([FIRST]), { lang: 'en' }))).toEqual([['all new']])
  })

  it('can be narrowed to those that revised or contradicted something, and widened again', async () => {
    const page = sources(evidenceOf(ALL))
    const choice = page.get('.sources-contested')
    expect(choice.text()).toBe('有修订或矛盾2')
    await choice.trigger('click')
    expect(page.findAll('.source-row')).toHaveLength(2)
    expect(choice.attributes('aria-pressed')).toBe('true')
    await choice.trigger('click')
    expect(page.findAll('.source-row')).toHaveLength(3)
  })

  it('obeys the day, and offers no such choice where there is nothing of the kind', () => {
    const page = sources(evidenceOf(ALL), { asOf: '2021-06-01' })
    expect(countsOf(page)).toEqual([['均为新增']])
    expect(page.find('.sources-contested').exists()).toBe(false)
  })

  it('counts nothing where the data are too many, and says where the counts stand', () => {
    const page = sources({ ...evidenceOf(ALL), isPartial: true })
    expect(countsOf(page)).toEqual([[], [], []])
    expect(page.text()).toContain('数据量大')
  })
})

describe('the page of a publication', () => {
  it('lists old and new of what it revised, with the reason and the earlier source', () => {
    const page = publication(evidenceOf(ALL), 'b')
    expect(rowsOf(page, 'revised')).toEqual([
      '2020 | 45微克/立方米 2021-01-01 → 48微克/立方米 | 审核后修订',
    ])
    expect(page.get('[data-ledger=revised] s').text()).toBe('45微克/立方米')
    expect(page.get('[data-ledger=revised] td a').attributes('href')).toBe('#/sources/a')
  })

  it('tells rounding, repetition and a conflict of one day apart', () => {
    const page = publication(evidenceOf(ALL), 'b')
    expect(rowsOf(page, 'rounded')).toEqual([
      '2018 | 60微克/立方米 2021-01-01 ≈ 60.4微克/立方米 | 相差在末位取舍之内，是同一个数',
    ])
    expect(rowsOf(page, 'repeated')).toEqual(['2019 | 50微克/立方米 2021-01-01 = 50微克/立方米 | '])
    expect(rowsOf(page, 'conflict')).toEqual(['2021 | 46微克/立方米 2022-01-01 ≠ 44微克/立方米 | '])
    expect(page.get('.ledger-deck').text()).toContain('4个数、1个目标，其中新增1个')
  })

  it('says that the source gives no reason where it gives none', () => {
    const silent = snapshot('b', '2022-01-01', [figure('2020', '48')])
    const page = publication(evidenceOf([FIRST, silent]), 'b')
    expect(rowsOf(page, 'revised')[0]).toContain('出处未说明原因')
  })

  it('lists what we mended in our own transcription', () => {
    const mended = snapshot('a', '2021-01-01', [figure('2020', '46')], {
      revision: 2,
      revisionReason: '看错一位',
    })
    const first = snapshot('a', '2021-01-01', [figure('2020', '45')])
    const page = publication(evidenceOf([first, mended]), 'a')
    expect(rowsOf(page, 'corrected')).toEqual(['2020 | 45微克/立方米 → 46微克/立方米 | 看错一位'])
  })

  it('lists targets that it changed', () => {
    const later = snapshot('d', '2023-01-01', [], { targets: [target('2025', 42)] })
    const page = publication(evidenceOf([SECOND, later]), 'd')
    expect(rowsOf(page, 'changed')).toEqual([
      '2025 | ≤40微克/立方米 2022-01-01 → ≤42微克/立方米 | ',
    ])
  })

  it('of the report of 2023-05-29 names all four contradictions with both sources', () => {
    const page = publication(shippedEvidence, 'jz-rectification-2023-05-29')
    expect(rowsOf(page, 'contradicted')).toEqual([
      '2023-05-29 | 17家 2022-09-09 ≠ 9家 | 少于2022-09-09发布会所称，口径待核',
      '2023-05-29 | 14种 2022-09-09 ≠ 10种 | 少于2022-09-09发布会所称，口径待核',
      '2023-05-29 | 4家 2022-09-09 ≠ 3家 | 少于2022-09-09发布会所称，口径待核',
      '2023-05-29 | 行政村总数 1826个 2023-04-14 ≠ 1755个 | 称全覆盖；2023-04-14一文称行政村总数1826个',
    ])
  })
})

describe('the ledger of an indicator', () => {
  const linesOf = (page: ReturnType<typeof indicatorPage>) =>
    page
      .findAll('.ledger-table tbody tr')
      .map((row) => [
        row.get('time').text(),
        ...row.findAll('.ledger-line').map((line) => readText(line)),
      ])

  it('goes in the order of publication and says what each did', () => {
    expect(linesOf(indicatorPage(evidenceOf(ALL)))).toEqual([
      [
        '2021-01-01',
        '新增 2018 60微克/立方米',
        '新增 2019 50微克/立方米',
        '新增 2020 45微克/立方米',
      ],
      ['2022-01-01', '同日两说 2021 46微克/立方米 ≠ 44微克/立方米（2022-01-01）'],
      [
        '2022-01-01',
        '同日两说 2021 44微克/立方米 ≠ 46微克/立方米（2022-01-01）',
        '修订 2020 45微克/立方米（2021-01-01） → 48微克/立方米；审核后修订',
        '精度不同 2018 60微克/立方米（2021-01-01） ≈ 60.4微克/立方米；相差在末位取舍之内，是同一个数',
        '重复 2019 50微克/立方米，与2021-01-01相同',
        '提出目标 2025 ≤40微克/立方米',
      ],
    ])
  })

  it('says why green factories show two numbers', () => {
    const page = indicatorPage(shippedEvidence, 'green-factories')
    expect(linesOf(page)).toEqual([
      ['2022-09-09', '新增 2022-09-09 17家'],
      ['2023-05-29', '存疑 2023-05-29 9家 ≠ 17家（2022-09-09）', '新增 2023-05-29 9家'],
    ])
    const notice = readText(page.get('.indicator-notices .is-grave'))
    expect(notice).toContain('2023-05-29公布为9家')
    expect(notice).toContain('（2022-09-09）为17家')
  })

  it.each(['villages-total', 'villages-waste-collected'])(
    'of %s names both figures and both documents',
    (id) => {
      const notice = readText(
        indicatorPage(shippedEvidence, id).get('.indicator-notices .is-grave'),
      )
      expect(notice).toContain('《改善人居环境 助力乡村振兴》（2023-04-14）称行政村总数1826个')
      expect(notice).toContain('（2023-05-29）称生活垃圾收运处置行政村1755个，两处不一致')
    },
  )

  it('is absent before anything was known', () => {
    const page = indicatorPage(evidenceOf(ALL), 'pm25', { asOf: '2020-01-01' })
    expect(page.find('.revisions').exists()).toBe(false)
    expect(page.get('.take-away').text()).not.toContain('CSV')
  })
})

describe('an earlier vintage on the page of an indicator', () => {
  it('is on offer only where a figure differed', () => {
    expect(
      indicatorPage(evidenceOf([FIRST]))
        .find('.ghost-select')
        .exists(),
    ).toBe(false)
    expect(indicatorPage(shippedEvidence, 'pm25').find('.ghost-select').exists()).toBe(false)
    const options = indicatorPage(evidenceOf(ALL)).findAll('.ghost-select option')
    expect(options.map((option) => option.text())).toEqual(['不画', '2021-01-01'])
  })

  it('puts the old figure, struck out, beside the one that took its place', async () => {
    const page = indicatorPage(evidenceOf(ALL))
    const cell = () =>
      page.findAll('#figures > .table-scroll .is-number').find((each) => each.text().includes('48'))
    expect(cell()?.find('s').exists()).toBe(false)
    await page.get('.ghost-select select').setValue('2021-01-01')
    expect(cell()?.get('s').text()).toBe('45')
    expect(cell()?.get('.visually-hidden').text()).toContain('2021-01-01所知为45微克/立方米')
    expect(page.findAll('#figures s.former')).toHaveLength(1)
    await page.get('.ghost-select select').setValue('')
    expect(cell()?.find('s').exists()).toBe(false)
  })

  it('is gone on a day that did not know of the revision yet', async () => {
    const page = indicatorPage(evidenceOf(ALL))
    await page.get('.ghost-select select').setValue('2021-01-01')
    await page.setProps({ viewpoint: { asOf: '2021-06-01', region: '410800' } })
    expect(page.find('.ghost-select').exists()).toBe(false)
    expect(page.find('s.former').exists()).toBe(false)
  })
})

describe('a day before the first publication', () => {
  it('is said in words on the overview', () => {
    const viewpoint = { asOf: '2016-01-01', region: '410800' }
    const page = mountPage(
      OverviewPage,
      { evidence: shippedEvidence, viewpoint },
      { asOf: '2016-01-01' },
    )
    expect(page.get('h1').text()).toBe('截至2016年1月1日，还没有公布过任何数')
  })
})
