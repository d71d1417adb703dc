import { describe, expect, it } from 'vitest'
import { periodOf } from '../../src/domain/period.ts'
import {
  formatDay,
  formatPeriod,
  formatPeriodKind,
  formatPeriodShort,
  monthName,
} from '../../src/text/period-text.ts'

describe('a period in a sentence', () => {
  it.each([
    ['2021', '2021年', '2021'],
    ['2018-01/2018-06', '2018年上半年', 'first half of 2018'],
    ['2018-07-01/2018-12-31', '2018年下半年', 'second half of 2018'],
    ['2022-Q3', '2022年第3季度', 'Q3 2022'],
    ['2018-08', '2018年8月', 'August 2018'],
    ['2023-05-29', '2023年5月29日', '29 May 2023'],
    ['2022-01-01/2023-05-29', '2022年1月1日至2023年5月29日', '1 January 2022 to 29 May 2023'],
    ['2022-02/2022-04', '2022年2月1日至4月30日', '1 February to 30 April 2022'],
  ])('%s reads %s, and in English %s', (text, zh, en) => {
    expect(formatPeriod(periodOf(text), 'zh')).toBe(zh)
    expect(formatPeriod(periodOf(text), 'en')).toBe(en)
  })
})

describe('a period in a table', () => {
  it.each([
    ['2021', '2021', '2021'],
    ['2018-08', '2018-08', '2018-08'],
    ['2023-05-29', '2023-05-29', '2023-05-29'],
    ['2018-01/2018-06', '2018年上半年', '2018 H1'],
    ['2018-07/2018-12', '2018年下半年', '2018 H2'],
    ['2022-Q3', '2022年第3季度', 'Q3 2022'],
    ['2022-01-01/2023-05-29', '2022—2023-05-29', '2022—2023-05-29'],
    ['2021-12-31/2023-05-29', '2021-12-31—2023-05-29', '2021-12-31—2023-05-29'],
    ['2017-01-01/2017-11-23', '2017-01-01—11-23', '2017-01-01—11-23'],
    ['2022-02/2022-04', '2022-02-01—04-30', '2022-02-01—04-30'],
  ])('%s reads %s, and in English %s', (text, zh, en) => {
    expect(formatPeriodShort(periodOf(text), 'zh')).toBe(zh)
    expect(formatPeriodShort(periodOf(text), 'en')).toBe(en)
  })
})

describe('a date in a sentence', () => {
  it('has no leading zeros', () => {
    expect(formatDay('2018-09-01', 'zh')).toBe('2018年9月1日')
    expect(formatDay('2018-09-01', 'en')).toBe('1 September 2018')
  })
})

describe('names', () => {
  it('name the twelve months and the six kinds of period', () => {
    expect(monthName(1, 'zh')).toBe('1月')
    expect([1, 12].map((month) => monthName(month, 'en'))).toEqual(['January', 'December'])
    expect(formatPeriodKind('half-year', 'zh')).toBe('半年')
    expect(formatPeriodKind('half-year', 'en')).toBe('Half-years')
  })
})
