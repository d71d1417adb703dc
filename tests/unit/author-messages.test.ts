import { describe, expect, it } from 'vitest'
import {
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
  SMALL_TABLES,
} from '../fixtures/author/small-tables.ts'

function refusalsOf(tables: Readonly<Record<string, string>>, lang: 'zh' | 'en' = 'zh') {
  return linesOf(importTables(publishSmallTables(), tables), lang)
}

function refusalOfRow(row: string, lang: 'zh' | 'en' = 'zh'): string | undefined {
  const [line, ...others] = refusalsOf({ observations: `${OBSERVATION_HEADER}\n${row}\n` }, lang)
  expect(others).toEqual([])
  return line?.replace('input/observations.csv:2:', '')
}

describe('a unit that is not in the table', () => {
  const written = (unit: string, indicator = 'pm25') =>
    `report-2023,${indicator},410800,,2023,44,${unit},A,,,,,,`

  it.each(['ug/m3', 'μg/m3', 'µg/m³', 'μg/m³', 'UG/M3', 'µg / m³', '微克每立方米', 'ug/m^3'])(
    'is told how it is written: %s',
    (unit) => {
      expect(refusalOfRow(written(unit))).toBe(`unit: “${unit}”，单位应写作 微克/立方米`)
      expect(refusalOfRow(written(unit), 'en')).toBe(
        `unit: "${unit}", the unit is written 微克/立方米`,
      )
    },
  )

  it.each([
    ['mg/m3', 'pm25', '毫克/立方米'],
    ['百分比', 'gas-access', '%'],
  ])('is told so in another size: %s', (unit, indicator, right) => {
    expect(refusalOfRow(written(unit, indicator))).toBe(`unit: “${unit}”，单位应写作 ${right}`)
  })

  it('names the unit of the indicator, and the nearest one of its kind', () => {
    expect(refusalOfRow(written('微克/方米'))).toBe(
      'unit: “微克/方米”，应为微克/立方米（这项指标的单位）或能与它换算的单位，是否指 微克/立方米、毫克/立方米',
    )
    expect(refusalOfRow(written('千', 'households'))).toBe(
      'unit: “千”，应为万户（这项指标的单位）或能与它换算的单位',
    )
    expect(refusalOfRow(written('blah', 'households'), 'en')).toBe(
      'unit: "blah", expected 万户, the unit of this indicator, or one that converts to it',
    )
  })

  it('is not told to be written as a unit that the indicator cannot have', () => {
    expect(refusalOfRow(written('mg/m3', 'households'))).toBe(
      'unit: “mg/m3”，应为万户（这项指标的单位）或能与它换算的单位',
    )
  })
})

describe('an empty cell that must not be', () => {
  it.each([
    ['report-2023,pm25,410800,,2023,44,,A,,,,,,', 'unit: 空，应为单位（unit），如 微克/立方米'],
    ['report-2023,pm25,,,2023,44,微克/立方米,A,,,,,,', 'region: 空，应为地区（region），如 410800'],
    [
      'report-2023,,410800,,2023,44,微克/立方米,A,,,,,,',
      'indicator: 空，应为指标（indicator），如 pm25',
    ],
    [
      ',pm25,410800,,2023,44,微克/立方米,A,,,,,,',
      'publication: 空，应为出处（publication），如 jz-press-2024-07-01',
    ],
  ])('says which word belongs there, with an example: %s', (row, line) => {
    expect(refusalOfRow(row)).toBe(line)
  })

  it('says it in English', () => {
    expect(refusalOfRow('report-2023,pm25,410800,,2023,44,,A,,,,,,', 'en')).toBe(
      'unit: nothing, expected unit, such as 微克/立方米',
    )
  })
})

describe('a period that a spreadsheet has turned into a date', () => {
  it.each([
    ['May-24', '2024-05'],
    ['24-May', '2024-05'],
    ['Dec-23', '2023-12'],
    ['sept-23', '2023-09'],
    ['24年5月', '2024-05'],
  ])('is told how it is written: %s', (found, right) => {
    const row = `report-2022,pm25,410800,,${found},44,微克/立方米,A,,,,,,`
    expect(refusalOfRow(row)).toBe(
      `period: “${found}”，像是表格软件把时期改成了日期，时期应写作 ${right}；先把这一列设为文本`,
    )
    expect(refusalOfRow(row, 'en')).toBe(
      `period: "${found}", which looks like a period that the spreadsheet has turned into a date; a period is written ${right}: format the column as text first`,
    )
  })

  it.each(['Foo-24', 'May-2', '24-5'])('is not seen in %s', (found) => {
    const row = `report-2022,pm25,410800,,${found},44,微克/立方米,A,,,,,,`
    expect(refusalOfRow(row)).toContain('应为存在的时期')
  })
})

describe('a table whose fields are not separated by commas', () => {
  it.each([
    [';', '分号'],
    ['；', '全角分号'],
    ['，', '全角逗号'],
    ['|', '竖线'],
  ])('is refused once: %s', (separator, name) => {
    const themes = SMALL_TABLES.themes.replaceAll(',', separator)
    expect(refusalsOf({ themes })).toEqual([
      `input/themes.csv:1:*: 字段以${name}分隔，分隔符应为逗号；请另存为“CSV UTF-8（逗号分隔）”`,
    ])
  })

  it('is refused once where only its rows are', () => {
    const [header = '', ...rows] = SMALL_TABLES.themes.trim().split('\n')
    const themes = [header, ...rows.map((row) => row.replaceAll(',', '\t'))].join('\n')
    expect(refusalsOf({ themes }, 'en')).toEqual([
      'input/themes.csv:2:*: fields separated by tabs, the separator must be a comma; save as "CSV UTF-8 (comma delimited)"',
    ])
  })

  it('is read where all of it is separated by tabs, as a spreadsheet saves Unicode text', () => {
    expect(refusalsOf({ themes: SMALL_TABLES.themes.replaceAll(',', '\t') })).toEqual([])
  })
})

describe('refusals', () => {
  it('stand in the order of files and rows', () => {
    const rows = [
      'report-2023,pm25,410800,,2023,十二,微克/立方米,A,,,,,,',
      'nobody,pm25,410800,,2023,44,微克/立方米,A,,,,,,',
      'report-2023,nothing,410800,,2023,44,微克/立方米,A,,,,,,',
      'report-2023,pm25,410800,,2023-02-30,44,微克/立方米,A,,,,,,',
      ...Array.from({ length: 7 }, () => ''),
      'report-2023,pm25,410800,,2022,44,人,A,,,,,,',
    ]
    const lines = refusalsOf({
      observations: [OBSERVATION_HEADER, ...rows].join('\n'),
      breaks: 'indicator,region,from,reason\nnothing,,2018-09-01,原因\n',
      themes: 'id,zh,en\nx,,X\n',
    })
    expect(lines.map((line) => line.split(':').slice(0, 3).join(':'))).toEqual([
      'input/breaks.csv:2:indicator',
      'input/observations.csv:2:value',
      'input/observations.csv:3:publication',
      'input/observations.csv:4:indicator',
      'input/observations.csv:5:period',
      'input/observations.csv:13:unit',
      'input/themes.csv:2:zh',
    ])
  })
})
