import { describe, expect, it } from 'vitest'
import {
  dataOf,
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
  readData,
} from '../fixtures/author/small-tables.ts'

function importRows(rows: readonly string[], isConfirmed = false) {
  const fs = publishSmallTables()
  const before = dataOf(fs)
  const outcome = importTables(
    fs,
    {
      publications:
        'id,title,publisher,published,grade\nreport-2024,报告,市局,2025-01-20,official\n',
      observations: [OBSERVATION_HEADER, ...rows].join('\n'),
    },
    { isConfirmed },
  )
  return { fs, before, outcome }
}

const JUMP = 'report-2024,pm25,410800,,2024,460.1,微克/立方米,A,,,,,,'

describe('a jump of more than ten times', () => {
  it('is asked about, and writes nothing', () => {
    const { fs, before, outcome } = importRows([JUMP])
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/observations.csv:2:value: “460.1 微克/立方米”，应为与 report-2022 所称 2022 的 46.0 微克/立方米 相差不超过十倍；确认无误请加 --confirm',
    ])
    expect(linesOf(outcome, 'en')).toEqual([
      'input/observations.csv:2:value: "460.1 微克/立方米", expected no more than ten times from 46.0 微克/立方米 of 2022 in report-2022; if it is right, add --confirm',
    ])
    expect(outcome.isDone).toBe(false)
    expect(outcome.lines.slice(-3).map(({ zh }) => zh)).toEqual([
      '将新增：1 份来源，1 个数',
      '目录将有：4 个指标，1 处序列中断',
      '没有写入任何文件。',
    ])
    expect(outcome.lines.slice(-3).map(({ en }) => en)).toEqual([
      'Would add: 1 publication, 1 observation',
      'The catalog would have: 4 indicators, 1 series break',
      'Nothing was written.',
    ])
    expect(dataOf(fs)).toEqual(before)
  })

  it('is taken with --confirm', () => {
    const { fs, outcome } = importRows([JUMP], true)
    expect(outcome.isDone).toBe(true)
    expect(readData(fs).snapshots[2]?.observations[0]?.value).toBe(460.1)
  })

  it('asks for the unit where the number would fit in another', () => {
    const { outcome } = importRows(['report-2024,households,410800,,2024-12-31,39.10,户,A,,,,,,'])
    expect(linesOf(outcome, 'zh')).toEqual([
      'input/observations.csv:2:value: “39.10 户”，应为与 report-2022 所称 2022-12-31 的 37.85 万户 相差不超过十倍；单位是否应为 万户？确认无误请加 --confirm',
    ])
    expect(linesOf(outcome, 'en')).toEqual([
      'input/observations.csv:2:value: "39.10 户", expected no more than ten times from 37.85 万户 of 2022-12-31 in report-2022; should the unit be 万户? If the figure is right, add --confirm',
    ])
  })

  it.each([
    ['in the larger of two units', '391000,万户', '户'],
    ['in neither', '3.71,万户', undefined],
  ])('names the unit of a number %s', (_name, cells, unit) => {
    const { outcome } = importRows([`report-2024,households,410800,,2024-12-31,${cells},A,,,,,,`])
    const message = linesOf(outcome, 'zh')[0]
    expect(/单位是否应为 (\S+)？/.exec(message ?? '')?.[1]).toBe(unit)
    expect(message).toContain('--confirm')
  })

  it('is asked about when it falls', () => {
    const { outcome } = importRows(['report-2024,households,410800,,2024-12-31,3.78,万户,A,,,,,,'])
    expect(outcome.issues.map(({ code }) => code)).toEqual(['sudden-change'])
  })

  it.each([
    ['exactly ten times', ['report-2024,pm25,410800,,2024,460,微克/立方米,A,,,,,,']],
    ['a zero', ['report-2024,households,410800,,2024-12-31,0,万户,A,,,,,,']],
    ['a rank', ['report-2024,air-rank,410800,,2024-12,300,位,A,,,,,,']],
    ['another kind of period', ['report-2024,pm25,410800,,2024-01,470,微克/立方米,A,,,,,,']],
    ['another region', ['report-2024,pm25,410000,,2024,470,微克/立方米,A,,,,,,']],
    ['the same in another unit', ['report-2024,households,410800,,2024-12-31,378500,户,A,,,,,,']],
    [
      'figures of one import among themselves',
      [
        'report-2024,pm25,410000,,2023,4,微克/立方米,A,,,,,,',
        'report-2024,pm25,410000,,2024,400,微克/立方米,A,,,,,,',
      ],
    ],
  ])('is not seen in %s', (_name, rows) => {
    const { outcome } = importRows(rows)
    expect(linesOf(outcome, 'en')).toEqual([])
    expect(outcome.isDone).toBe(true)
  })
})
