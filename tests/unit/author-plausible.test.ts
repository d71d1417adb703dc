import { describe, expect, it } from 'vitest'
import { dayInChina } from '../../src/author/china-day.ts'
import type { ImportRequest } from '../../src/author/run-import.ts'
import {
  dataOf,
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
} from '../fixtures/author/small-tables.ts'

const INDICATORS = `id,theme,zh,en,unit,accumulation,desired,scope
good-air-days,air,优良天数,Good-air days,天,flow,up,城市站点
`

function publicationOn(day: string, id = 'report-2024'): string {
  return `id,title,publisher,published,grade\n${id},报告,市局,${day},official\n`
}

function tablesOf(rows: readonly string[], publications = publicationOn('2025-01-20')) {
  return { publications, observations: [OBSERVATION_HEADER, ...rows].join('\n') }
}

function importRows(
  rows: readonly string[],
  options: Partial<ImportRequest> = {},
  fs = publishSmallTables(),
) {
  const before = dataOf(fs)
  const outcome = importTables(fs, { ...tablesOf(rows), indicators: INDICATORS }, options)
  return { fs, before, outcome }
}

function days(period: string, count: string): string {
  return `report-2024,good-air-days,410800,,${period},${count},天,A,,,,,,`
}

describe('a count of days', () => {
  it.each([
    ['2023', '366', 365],
    ['2024-02', '30', 29],
    ['2023-Q1', '91', 90],
    ['2024-01/2024-06', '183', 182],
  ])('of %s is refused above its length: %s', (period, count, length) => {
    const { fs, before, outcome } = importRows([days(period, count)])
    expect(linesOf(outcome, 'zh')).toEqual([
      `input/observations.csv:2:value: “${count}”，应为不超过 ${length} 的天数，${period} 只有 ${length} 天`,
    ])
    expect(linesOf(outcome, 'en')).toEqual([
      `input/observations.csv:2:value: "${count}", expected at most ${length}, the days of ${period}`,
    ])
    expect(dataOf(fs)).toEqual(before)
  })

  it.each([
    ['2024', '366'],
    ['2024-02', '29'],
    ['2024-02-03', '1'],
  ])('of %s may be all of them: %s', (period, count) => {
    expect(linesOf(importRows([days(period, count)]).outcome, 'zh')).toEqual([])
  })
})

describe('a day of publication', () => {
  it('in the future is refused', () => {
    const fs = publishSmallTables()
    const before = dataOf(fs)
    const publications = publicationOn('2025-01-20')
    const outcome = importTables(fs, { publications }, { today: '2025-01-19' })
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/publications.csv:2:published: “2025-01-20”，应为不晚于今天（2025-01-19）的日期',
    ])
    expect(linesOf(outcome, 'en')).toEqual([
      'input/publications.csv:2:published: "2025-01-20", expected a day not after today, 2025-01-19',
    ])
    expect(dataOf(fs)).toEqual(before)
  })

  it('may be today', () => {
    const publications = publicationOn('2025-01-20')
    const outcome = importTables(publishSmallTables(), { publications }, { today: '2025-01-20' })
    expect(outcome.isDone).toBe(true)
  })
})

describe('today', () => {
  it.each([
    ['2025-01-19T15:59:59.000Z', '2025-01-19'],
    ['2025-01-19T16:00:00.000Z', '2025-01-20'],
    ['2025-01-19T23:30:00+08:00', '2025-01-19'],
    ['2024-12-31T20:00:00-05:00', '2025-01-01'],
    ['2025-01-01T03:00:00+14:00', '2024-12-31'],
  ])('at %s is %s in China', (moment, day) => {
    expect(dayInChina(moment)).toBe(day)
  })
})

describe('a cumulative figure that falls', () => {
  const FALLEN = 'report-2024,households,410800,,2024-12-31,37.2,万户,A,,,,,,'

  it('is asked about, with the figure that it falls below', () => {
    const { fs, before, outcome } = importRows([FALLEN])
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/observations.csv:2:value: “37.2 万户”，应为不少于 report-2022 所称 2022-12-31 的 37.85 万户，累计数不会减少；两份文件矛盾请在 contradicts 列写 report-2022，确认无误请加 --confirm',
    ])
    expect(linesOf(outcome, 'en')).toEqual([
      'input/observations.csv:2:value: "37.2 万户", expected no less than 37.85 万户 of 2022-12-31 in report-2022: a cumulative figure does not fall; if the two documents contradict each other, write report-2022 in the column contradicts; if it is right, add --confirm',
    ])
    expect(dataOf(fs)).toEqual(before)
  })

  it('is taken with --confirm, or where its row says what it contradicts', () => {
    expect(importRows([FALLEN], { isConfirmed: true }).outcome.isDone).toBe(true)
    const named = 'report-2024,households,410800,,2024-12-31,37.2,万户,A,,,,report-2022,,'
    expect(importRows([named]).outcome.isDone).toBe(true)
  })

  it('is asked about when an older figure comes late and is the higher one', () => {
    const row = 'report-2024,households,410800,,2021-12-31,39.0,万户,A,,,,,,'
    expect(linesOf(importRows([row]).outcome, 'zh')).toEqual([
      'input/observations.csv:2:value: “39.0 万户”，应为不多于 report-2022 所称 2022-12-31 的 37.85 万户，累计数不会减少；两份文件矛盾请在 contradicts 列写 report-2022，确认无误请加 --confirm',
    ])
  })

  it.each([
    ['a coarser print of the same', 'report-2024,households,410800,,2024-12-31,37.8,万户,A,,,,,,'],
    ['another definition', 'report-2024,households,410800,,2024-12-31,37.2,万户,D,,,,,,'],
    ['"more than"', 'report-2024,households,410800,,2024-12-31,37.2,万户,A,>,,,,,'],
    ['a forecast', 'report-2024,households,410800,,2026,37.2,万户,F,,,,,,'],
    ['another unit of the same', 'report-2024,households,410800,,2024-12-31,378500,户,A,,,,,,'],
    ['a mean, which may fall', 'report-2024,pm25,410800,,2023,40,微克/立方米,A,,,,,,'],
  ])('is not seen in %s', (_name, row) => {
    expect(linesOf(importRows([row]).outcome, 'zh')).toEqual([])
  })

  it('is not looked for within one import', () => {
    const rows = ['39.5', '38.5'].map(
      (value, at) => `report-2024,households,410800,,${2023 + at}-12-31,${value},万户,A,,,,,,`,
    )
    expect(linesOf(importRows(rows).outcome, 'zh')).toEqual([])
  })

  it('is not asked about again when another row of its publication is mended', () => {
    const { fs } = importRows([FALLEN], { isConfirmed: true })
    const rows = [FALLEN, days('2023', '300')]
    const { outcome } = importRows(rows, { reviseReason: '补录' }, fs)
    expect(linesOf(outcome, 'zh')).toEqual([])
  })
})

describe('a figure that differs from what another document said', () => {
  const notesOf = (row: string, publications?: string) => {
    const outcome = importTables(publishSmallTables(), tablesOf([row], publications))
    expect(linesOf(outcome, 'zh')).toEqual([])
    return outcome.lines.filter(({ zh }) => zh.includes(':value:'))
  }

  it('is told, and taken', () => {
    expect(notesOf('report-2024,pm25,410800,,2022,45,微克/立方米,A,,,,,,')).toEqual([
      {
        zh: '  input/observations.csv:2:value: 与 report-2022 的 46.0 微克/立方米 不同，两个数并列，按修订显示',
        en: '  input/observations.csv:2:value: differs from 46.0 微克/立方米 in report-2022; both stay, shown as a revision',
      },
    ])
  })

  it('is told as a conflict where both are of one day', () => {
    const row = 'other,pm25,410800,,2022,45,微克/立方米,A,,,,,,'
    expect(notesOf(row, publicationOn('2023-01-20', 'other'))[0]?.zh).toContain(
      '与 report-2022 的 46.0 微克/立方米 不同，两份同日公布，两个数并列，按存疑显示',
    )
  })

  it('is told where it differs by more than the rounding, however little', () => {
    expect(notesOf('report-2024,pm25,410800,,2022,46.06,微克/立方米,A,,,,,,')).toHaveLength(1)
  })

  it('is told where the figure is withdrawn', () => {
    const row = 'report-2024,pm25,410800,,2022,,微克/立方米,M,,,,,,仪器故障'
    expect(notesOf(row)[0]?.zh).toContain('按修订显示')
  })

  it.each([
    ['the same figure', 'report-2024,pm25,410800,,2022,46,微克/立方米,A,,,,,,'],
    ['the same in another unit', 'report-2024,pm25,410800,,2022,0.046,毫克/立方米,A,,,,,,'],
    ['the same with other precision', 'report-2024,pm25,410800,,2022,46.04,微克/立方米,A,,,,,,'],
    ['another period', 'report-2024,pm25,410800,,2023,45,微克/立方米,A,,,,,,'],
    [
      'a row that names what it contradicts',
      'report-2024,pm25,410800,,2022,45,微克/立方米,A,,,,report-2022,,',
    ],
  ])('is not told of %s', (_name, row) => {
    expect(notesOf(row)).toEqual([])
  })
})
