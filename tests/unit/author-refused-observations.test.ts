import { describe, expect, it } from 'vitest'
import {
  dataOf,
  importTables,
  linesOf,
  OBSERVATION_HEADER,
  publishSmallTables,
  SMALL_TABLES,
} from '../fixtures/author/small-tables.ts'

const VALID = 'report-2023,pm25,410800,,2023,44,微克/立方米,A,,,,,,'

interface Refused {
  readonly name: string
  /** Row 3 of observations.csv, below a valid one. */
  readonly row: string
  readonly zh: string
  readonly en: string
}

const CASES: readonly Refused[] = [
  {
    name: 'an unknown indicator, with the nearest names',
    row: 'report-2023,pm2.5,410800,,2023,44,微克/立方米,A,,,,,,',
    zh: '3:indicator: “pm2.5”，应为目录中的指标，是否指 pm25',
    en: '3:indicator: "pm2.5", expected an indicator of the catalog; did you mean pm25',
  },
  {
    name: 'an indicator named like what every object inherits',
    row: 'report-2023,__proto__,410800,,2023,44,微克/立方米,A,,,,,,',
    zh: '3:indicator: “__proto__”，应为目录中的指标',
    en: '3:indicator: "__proto__", expected an indicator of the catalog',
  },
  {
    name: 'the constructor as an indicator',
    row: 'report-2023,constructor,410800,,2023,44,微克/立方米,A,,,,,,',
    zh: '3:indicator: “constructor”，应为目录中的指标',
    en: '3:indicator: "constructor", expected an indicator of the catalog',
  },
  {
    name: 'an unknown region, suggested by its code',
    row: 'report-2023,pm25,410801,,2023,44,微克/立方米,A,,,,,,',
    zh: '3:region: “410801”，应为目录中的地区代码，是否指 410800、410000',
    en: '3:region: "410801", expected a region code of the catalog; did you mean 410800, 410000',
  },
  {
    name: 'a region by its name, suggesting its code',
    row: 'report-2023,pm25,焦作,,2023,44,微克/立方米,A,,,,,,',
    zh: '3:region: “焦作”，应为目录中的地区代码，是否指 410800',
    en: '3:region: "焦作", expected a region code of the catalog; did you mean 410800',
  },
  {
    name: 'a publication that is neither in the input nor published',
    row: 'report-2032,pm25,410800,,2023,44,微克/立方米,A,,,,,,',
    zh: '3:publication: “report-2032”，应为 publications 表中或已发布的来源，是否指 report-2022、report-2023；如是新的来源，请在 publications.csv 中为它加一行',
    en: '3:publication: "report-2032", expected a publication of this input or published before; did you mean report-2022, report-2023; if it is new, add a row for it to publications.csv',
  },
  {
    name: 'a unit of another dimension',
    row: 'report-2023,households,410800,,2023-12-31,38,万吨,A,,,,,,',
    zh: '3:unit: “万吨”，应为能换算为万户的单位：户、万户',
    en: '3:unit: "万吨", expected a unit that converts to 万户: 户, 万户',
  },
  {
    name: 'a unit that is not in the table',
    row: 'report-2023,pm25,410000,,2023,44,微克/方米,A,,,,,,',
    zh: '3:unit: “微克/方米”，应为微克/立方米（这项指标的单位）或能与它换算的单位，是否指 微克/立方米、毫克/立方米',
    en: '3:unit: "微克/方米", expected 微克/立方米, the unit of this indicator, or one that converts to it; did you mean 微克/立方米, 毫克/立方米',
  },
  ...[
    '2026-2-30',
    '2026-02-30',
    '2026/2/30',
    '2023-13',
    '2023.1',
    '5/29/2023',
    '2023-06/2023-01',
  ].map((period) => ({
    name: `the period ${period}`,
    row: `report-2023,pm25,410000,,${period},44,微克/立方米,A,,,,,,`,
    zh: `3:period: “${period}”，应为存在的时期，如 2022、2022-Q1、2022-05、2022-05-29、2022-01/2022-06`,
    en: `3:period: "${period}", expected a period that exists, such as 2022, 2022-Q1, 2022-05, 2022-05-29, 2022-01/2022-06`,
  })),
  ...[
    ['2023/12/31', '2023-12-31'],
    ['2023年7月1日', '2023-07-01'],
    ['2023.7.1', '2023-07-01'],
    ['2023-7-1', '2023-07-01'],
    ['20230529', '2023-05-29'],
  ].map(([found, right]) => ({
    name: `the day ${found}, saying how it is written`,
    row: `report-2023,pm25,410000,,${found},44,微克/立方米,A,,,,,,`,
    zh: `3:period: “${found}”，日期应写作 ${right}`,
    en: `3:period: "${found}", a date is written ${right}`,
  })),
  ...[
    ['2023年', '2023'],
    ['2023年度', '2023'],
    ['2023/7', '2023-07'],
    ['2023年7月', '2023-07'],
    ['2023年1-6月', '2023-01/2023-06'],
    ['2023年1月至6月', '2023-01/2023-06'],
  ].map(([found, right]) => ({
    name: `the period ${found}, saying how it is written`,
    row: `report-2023,pm25,410000,,${found},44,微克/立方米,A,,,,,,`,
    zh: `3:period: “${found}”，时期应写作 ${right}`,
    en: `3:period: "${found}", a period is written ${right}`,
  })),
  ...[
    'NaN',
    '#DIV/0!',
    '1e400',
    '0x1F',
    '十二',
    '①',
    '10⁵',
    'Infinity',
    '-',
    '1.2.3',
    '"1,234"',
  ].map((value) => ({
    name: `the value ${value}`,
    row: `report-2023,pm25,410000,,2023,${value},微克/立方米,A,,,,,,`,
    zh: `3:value: “${value.replaceAll('"', '')}”，应为数字，如 1234.5（不带千分位和指数）`,
    en: `3:value: "${value.replaceAll('"', '')}", expected a number such as 1234.5 (no thousands separators, no exponent)`,
  })),
  {
    name: 'more digits than a JSON number keeps',
    row: 'report-2023,pm25,410000,,2023,9007199254740993,微克/立方米,A,,,,,,',
    zh: '3:value: “9007199254740993”，应为最多 15 位有效数字、12 位小数',
    en: '3:value: "9007199254740993", expected at most 15 significant digits and 12 decimals',
  },
  {
    name: '万 in the value beside 万 in the unit',
    row: 'report-2023,households,410800,,2023-12-31,3.2万,万户,A,,,,,,',
    zh: '3:value: “3.2万”，应为单位为万户的数字，后面至多是同类单位',
    en: '3:value: "3.2万", expected a number in 万户, followed by nothing but a unit of its kind',
  },
  {
    name: 'a missing value without a reason',
    row: 'report-2023,pm25,410000,,2023,,微克/立方米,M,,,,,,',
    zh: '3:value: 空，应为数字，或在 reason 列写明缺失原因',
    en: '3:value: nothing, expected a number, or why it is missing in the column reason',
  },
  {
    name: 'a missing value with the status of a normal one',
    row: 'report-2023,pm25,410000,,2023,,微克/立方米,A,,,,,,监测站停运',
    zh: '3:status: “A”，应为 M；没有数值的状态只能是 M',
    en: '3:status: "A", expected M, the only status of a missing value',
  },
  {
    name: 'a value with the status of a missing one',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,M,,,,,,',
    zh: '3:status: “M”，应为其他状态；M 只用于没有数值的行',
    en: '3:status: "M", expected another status: M is for rows without a value',
  },
  {
    name: 'a value with a reason to be missing',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,A,,,,,,停运',
    zh: '3:reason: “停运”，应为空；有数值时没有缺失原因',
    en: '3:reason: "停运", expected nothing: a value that is there has no reason to be missing',
  },
  {
    name: 'the same key with another value in one publication',
    row: 'report-2023,pm25,410800,,2023,45,微克/立方米,A,,,,,,',
    zh: '3:indicator: 与 input/observations.csv:2:indicator 重复，内容不同，应为一份来源中只出现一次',
    en: '3:indicator: the same as input/observations.csv:2:indicator with other content, expected it once in a publication',
  },
  {
    name: 'a ratio above 100%',
    row: 'report-2023,gas-access,410800,,2023-12-31,100.1,%,A,,,,,,',
    zh: '3:value: “100.1”，应为不超过 100% 的比例',
    en: '3:value: "100.1", expected a ratio of at most 100%',
  },
  {
    name: 'a ratio above 1000‰',
    row: 'report-2023,gas-access,410800,,2023-12-31,1001,‰,A,,,,,,',
    zh: '3:value: “1001”，应为不超过 100% 的比例',
    en: '3:value: "1001", expected a ratio of at most 100%',
  },
  {
    name: 'a negative count, its minus written as U+2212',
    row: 'report-2023,households,410800,,2023-12-31,−5,万户,A,,,,,,',
    zh: '3:value: “-5”，应为不小于 0 的数',
    en: '3:value: "-5", expected a number not below 0',
  },
  {
    name: 'a rank of zero',
    row: 'report-2023,air-rank,410800,,2023-12,0,位,A,,,,,,',
    zh: '3:value: “0”，应为从 1 起的整数位次',
    en: '3:value: "0", expected a rank, a whole number from 1',
  },
  {
    name: 'an unknown status',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,X,,,,,,',
    zh: '3:status: “X”，应为 A（正式）、B（断点）、D（口径不同）、E（推算）、P（初步）、F（预测）、M（缺失）之一',
    en: '3:status: "X", expected one of A (Normal), B (Break), D (Definition differs), E (Estimated), P (Provisional), F (Forecast), M (Missing)',
  },
  {
    name: 'an unknown qualifier',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,A,余,,,,,',
    zh: '3:qualifier: “余”，应为 >=、>、<=、<、~ 之一',
    en: '3:qualifier: "余", expected one of >=, >, <=, <, ~',
  },
  {
    name: 'a row with too few fields',
    row: 'report-2023,pm25,410000,,2023',
    zh: '3:value: 5 个字段，应为 14 个，与表头相同',
    en: '3:value: 5 fields, expected 14 as in the header',
  },
  {
    name: 'a row with too many fields',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,A,,,,,,,,',
    zh: '3:*: 16 个字段，应为 14 个，与表头相同',
    en: '3:*: 16 fields, expected 14 as in the header',
  },
  {
    name: 'an open quote',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,A,,"46,,,,',
    zh: '3:*: 没有闭合的引号，应为成对的引号',
    en: '3:*: a quote that is not closed, expected a closing quote',
  },
  {
    name: 'text behind a closing quote',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,A,,"46"x,,,,',
    zh: '3:*: 引号之后还有文字，应为逗号或行尾；字段内的引号写两次',
    en: '3:*: text after a closing quote, expected a comma or the end of the row; a quote inside a field is written twice',
  },
  {
    name: 'a period that ends after the day of publication',
    row: 'report-2023,pm25,410000,,2024,44,微克/立方米,A,,,,,,',
    zh: '3:period: “2024”，应为在发布日 2024-01-19 已结束的时期，预测用状态 F',
    en: '3:period: "2024", expected a period that had ended on the day of publication, 2024-01-19; a forecast has status F',
  },
  {
    name: 'a contradiction of an unknown publication',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,A,,,,report-2o22,,',
    zh: '3:contradicts: “report-2o22”，应为 publications 表中或已发布的来源，是否指 report-2022、report-2023',
    en: '3:contradicts: "report-2o22", expected a publication of this input or published before; did you mean report-2022, report-2023',
  },
  {
    name: 'a publication that contradicts itself',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,A,,,,report-2023,,',
    zh: '3:contradicts: “report-2023”，应为另一份来源',
    en: '3:contradicts: "report-2023", expected another publication',
  },
  {
    name: 'a control character, without letting it reach the terminal',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,A,,4\u001b[2J6,,,,',
    zh: '3:printed: 不可见的字符 U+001B，应为一行普通文字',
    en: '3:printed: the invisible character U+001B, expected one line of plain text',
  },
  {
    name: 'the trace of a lost encoding',
    row: 'report-2023,pm25,410000,,2023,44,微克/立方米,A,,,\ufffd\ufffd,,,',
    zh: '3:locator: 不可见的字符 U+FFFD，应为一行普通文字',
    en: '3:locator: the invisible character U+FFFD, expected one line of plain text',
  },
]

describe('rows of observations.csv that are refused', () => {
  for (const { name, row, zh, en } of CASES) {
    it(`refuses ${name}, writes nothing, and takes the valid row beside it`, () => {
      const fs = publishSmallTables()
      const before = dataOf(fs)
      const { publications } = SMALL_TABLES
      const withRow = `${OBSERVATION_HEADER}\n${VALID}\n${row}\n`
      const report2023 = publications.replace(/^report-2022.*\n/m, '')

      const refused = importTables(fs, { observations: withRow })
      expect(linesOf(refused, 'zh')).toEqual([`input/observations.csv:${zh}`])
      expect(linesOf(refused, 'en')).toEqual([`input/observations.csv:${en}`])
      expect(refused.isDone).toBe(false)
      expect(dataOf(fs)).toEqual(before)

      const without = `${OBSERVATION_HEADER}\n${VALID}\n`
      const taken = importTables(
        fs,
        { publications: report2023, observations: without },
        { reviseReason: '补录' },
      )
      expect(linesOf(taken, 'en')).toEqual([])
      expect(dataOf(fs)).not.toEqual(before)
    })
  }
})
