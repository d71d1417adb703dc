import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { buildIndicatorCsv } from '../../src/desk/indicator-csv.ts'
import { buildPublicationCsv } from '../../src/desk/publication-csv.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { viewPublication } from '../../src/domain/publication-view.ts'
import { evidenceOf, viewOf } from './builders/evidence.ts'
import { readShipped } from './builders/shipped.ts'
import { figure, missing, snapshot, target } from './builders/snapshot.ts'

const HEADER =
  '指标,地区,分组,期次,数值,单位,限定,状态,状态说明,缺失原因,文件,发布单位,公布日期,文中位置,原文,说明,地区代码,口径,断点,期次类型,存疑,所知截至,出处编号,网址'

function linesOf(csv: string): readonly string[] {
  expect(csv.endsWith('\r\n')).toBe(true)
  return csv.slice(0, -2).split('\r\n')
}

function publicationRows(evidence: Evidence, id: string): readonly string[] {
  const view = viewPublication(evidence, id, 'latest')
  if (!view) throw new Error(`no view of ${id}`)
  const context = { evidence, asOf: 'latest', knownDay: '2023-01-01', lang: 'zh' } as const
  return linesOf(buildPublicationCsv(view, context))
}

function publicationLines(snapshots: readonly Snapshot[], id = 'a'): readonly string[] {
  return publicationRows(evidenceOf(snapshots), id)
}

describe('the figures of an indicator as CSV', () => {
  it('name their status in words beside its code, in the language of the reader', () => {
    const view = viewOf([
      snapshot('a', '2022-01-01', [figure('2021', '45'), figure('2020', '48', { status: 'P' })]),
    ])
    const zh = linesOf(buildIndicatorCsv(view, 'zh'))
    expect(zh[0]).toBe(HEADER)
    expect(zh[1]).toContain(',2020,48,微克/立方米,,P,初步,')
    expect(zh[2]).toContain(',2021,45,微克/立方米,,A,正式,')
    const en = linesOf(buildIndicatorCsv(view, 'en'))
    expect(en[0]).toContain(',status,status text,')
    expect(en[1]).toContain(',P,Provisional,')
  })
})

describe('what must not be compared', () => {
  const { catalog, snapshots } = readShipped()
  const options = { catalog, indicator: 'pm25' }
  const lines = linesOf(buildIndicatorCsv(viewOf(snapshots, options), 'zh'))

  it('says so in each row: on which side of a break it stands, or that it lies across', () => {
    const rowOf = (start: string) => lines.find((line) => line.includes(start)) ?? ''
    expect(rowOf('焦作市,,2016,84.0')).toContain(',2018-09-01断点之前')
    expect(rowOf('焦作市,,2021,45')).toContain(',2018-09-01起：')
    expect(rowOf('河南省,,2018,61')).toContain(',跨2018-09-01断点，不与两边比较')
  })

  it('is followed by the targets, with whose they are and how they stand', () => {
    const targets = lines.filter((line) => line.includes(',,目标：'))
    expect(targets.map((line) => line.split(',').slice(1, 9))).toEqual([
      ['河南省', '', '2018', '63', '微克/立方米', '≤', '', '目标：达标'],
      ['河南省', '', '2025', '42.5', '微克/立方米', '≤', '', '目标：未到期'],
    ])
  })
})

describe('a contradiction', () => {
  const { catalog, snapshots } = readShipped()
  const evidence = evidenceOf(snapshots, catalog)
  const cellsOf = (line: string) => line.split(',')
  const doubtIn = (lines: readonly string[]) =>
    lines.slice(1).flatMap((line) =>
      cellsOf(line)
        .slice(-4, -3)
        .filter((cell) => cell !== ''),
    )
  const indicatorLines = (id: string, lang: 'zh' | 'en') =>
    linesOf(buildIndicatorCsv(viewOf(snapshots, { catalog, indicator: id }), lang))

  it('stands in the rows of both figures, with the other figure and its document', () => {
    expect(doubtIn(indicatorLines('green-factories', 'zh'))).toEqual([
      '与《焦作市贯彻落实省委生态环境保护督察整改情况的报告》（2023-05-29）的9家不一致',
      '与《“喜迎二十大 奋进新征程”系列发布会第八场（生态文明建设）》（2022-09-09）的17家不一致',
    ])
  })

  it('between two indicators names the other one', () => {
    expect(doubtIn(indicatorLines('villages-total', 'zh'))).toEqual([
      '与《焦作市贯彻落实省委生态环境保护督察整改情况的报告》（2023-05-29）的生活垃圾收运处置行政村1755个不一致',
    ])
    expect(doubtIn(indicatorLines('villages-waste-collected', 'en'))).toEqual([
      'disagrees with 1826 for administrative villages in 《改善人居环境 助力乡村振兴》 (2023-04-14)',
    ])
  })

  it('stands in the table of the document that was contradicted later, too', () => {
    const ids = snapshots.filter(({ published }) => published === '2022-09-09').map(({ id }) => id)
    const doubts = ids.flatMap((id) => doubtIn(publicationRows(evidence, id)))
    expect(doubts).toContain(
      '与《焦作市贯彻落实省委生态环境保护督察整改情况的报告》（2023-05-29）的9家不一致',
    )
  })

  it('holds where the figure that was contradicted has been given again since', () => {
    const row = { indicator: 'pm25' } as const
    const lines = linesOf(
      buildIndicatorCsv(
        viewOf([
          snapshot('a', '2022-01-01', [figure('2020', '17', row)]),
          snapshot('b', '2022-06-01', [figure('2020', '17', row)]),
          snapshot('c', '2023-01-01', [figure('2021', '9', { ...row, contradicts: 'a' })]),
        ]),
        'zh',
      ),
    )
    expect(doubtIn(lines)).toEqual([
      '与《文件 c》（2023-01-01）的9微克/立方米不一致',
      '与《文件 a》（2022-01-01）的17微克/立方米不一致',
    ])
  })
})

describe('a target as CSV', () => {
  it('says in its note whether it is a level or the work of a period', () => {
    const targets = [
      target('2025', 42, { basis: 'change', note: '新增' }),
      target('2026', 40, { basis: 'level' }),
    ]
    const view = viewOf([snapshot('a', '2022-01-01', [figure('2021', '45')], { targets })])
    const noteOf = (line: string) => line.split(',')[15]
    expect(linesOf(buildIndicatorCsv(view, 'zh')).slice(2).map(noteOf)).toEqual([
      '期内完成；新增',
      '期末水平',
    ])
    expect(linesOf(buildIndicatorCsv(view, 'en')).slice(2).map(noteOf)).toEqual([
      'within the period; 新增',
      'level at the end',
    ])
  })
})

describe('the figures of a publication as CSV', () => {
  it('have the columns of an indicator, and name the publication in every row', () => {
    const facts = { title: '年报', publisher: '环境局', url: 'https://example.org/a' }
    const place = { locator: '一（二）', printed: '45微克' }
    const lines = publicationLines([
      snapshot('a', '2022-01-01', [figure('2021', '45', place)], facts),
    ])
    expect(lines).toEqual([
      HEADER,
      'pm25,地区410800,,2021,45,微克/立方米,,A,正式,,年报,环境局,2022-01-01,一（二）,45微克,,410800,全市,,年度,,2023-01-01,a,https://example.org/a',
    ])
  })

  it('leave a missing figure empty and say why', () => {
    const [, row] = publicationLines([snapshot('a', '2022-01-01', [missing('2021', '仪器检修')])])
    expect(row).toContain(',2021,,微克/立方米,,M,缺失,仪器检修,')
  })

  it('are those of this publication alone, in its highest revision', () => {
    const lines = publicationLines([
      snapshot('a', '2022-01-01', [figure('2021', '54')]),
      snapshot('a', '2022-01-01', [figure('2021', '45')], { revision: 2 }),
      snapshot('b', '2022-01-01', [figure('2021', '46')]),
    ])
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(',2021,45,')
  })

  it('cannot run as formulas, nor break out of their cells', () => {
    const note = { note: '=1+1', locator: '一,"二"' }
    const [, row] = publicationLines([snapshot('a', '2022-01-01', [figure('2021', '45', note)])])
    expect(row).toContain(',"一,""二""",')
    expect(row).toContain(",'=1+1,410800,")
  })

  it('are all 55 of the report of 2023', () => {
    const { catalog, snapshots } = readShipped()
    const id = 'jz-rectification-2023-05-29'
    expect(publicationRows(evidenceOf(snapshots, catalog), id)).toHaveLength(56)
  })
})
