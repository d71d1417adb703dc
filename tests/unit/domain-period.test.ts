import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysInMonth, isCalendarDate, isLeapYear } from '../../src/contract/calendar.ts'
import { ageOf } from '../../src/domain/age.ts'
import {
  comparePeriods,
  containsBreak,
  dateOfDay,
  dayNumber,
  dayText,
  isNext,
  parseDay,
  parsePeriod,
  periodOf,
  type Period,
} from '../../src/domain/period.ts'

const FIRST_DAY = dayNumber(1900, 1, 1)
const LAST_DAY = dayNumber(2100, 12, 31)

const dayArb = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map(dayText)
const yearArb = fc.integer({ min: 1900, max: 2100 }).map(String)
const monthArb = dayArb.map((text) => text.slice(0, 7))
const sorted = (a: string, b: string) => (a <= b ? `${a}/${b}` : `${b}/${a}`)
const periodTextArb = fc.oneof(
  yearArb,
  fc.tuple(yearArb, fc.integer({ min: 1, max: 4 })).map(([year, q]) => `${year}-Q${q}`),
  monthArb,
  dayArb,
  fc.tuple(monthArb, monthArb).map(([a, b]) => sorted(a, b)),
  fc.tuple(dayArb, dayArb).map(([a, b]) => sorted(a, b)),
)
const periodArb = periodTextArb.map(periodOf)

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(dayNumber(1969, 12, 31)).toBe(-1)
    expect(dayNumber(2000, 3, 1)).toBe(11017)
  })

  it('go through every day of 1900 to 2100 in order, as the calendar has them', () => {
    let expected = FIRST_DAY
    for (let year = 1900; year <= 2100; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= daysInMonth(year, month); day += 1) {
          if (dayNumber(year, month, day) !== expected) expect.fail(`${year}-${month}-${day}`)
          const [y, m, d] = dateOfDay(expected)
          if (y !== year || m !== month || d !== day) expect.fail(`day ${expected}`)
          expected += 1
        }
      }
    }
    expect(expected).toBe(LAST_DAY + 1)
    expect(LAST_DAY - FIRST_DAY + 1).toBe(201 * 365 + 49)
  })

  it('come back from text', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (day) => {
        expect(parseDay(dayText(day))).toBe(day)
        expect(isCalendarDate(dayText(day))).toBe(true)
      }),
    )
  })

  it('know the leap years', () => {
    expect([1900, 2000, 2020, 2023, 2100].filter(isLeapYear)).toEqual([2000, 2020])
    expect(daysInMonth(2024, 2)).toBe(29)
    expect(daysInMonth(2023, 2)).toBe(28)
    expect([0, 13, 1.5, NaN].map((month) => daysInMonth(2023, month))).toEqual([0, 0, 0, 0])
  })
})

describe('reading a period', () => {
  it.each([
    ['2021', 'year', '2021-01-01', '2021-12-31'],
    ['2021-Q1', 'quarter', '2021-01-01', '2021-03-31'],
    ['2021-Q4', 'quarter', '2021-10-01', '2021-12-31'],
    ['2020-02', 'month', '2020-02-01', '2020-02-29'],
    ['2023-05-29', 'day', '2023-05-29', '2023-05-29'],
    ['2018-01/2018-06', 'half-year', '2018-01-01', '2018-06-30'],
    ['2018-07-01/2018-12-31', 'half-year', '2018-07-01', '2018-12-31'],
    ['2018-02/2018-07', 'interval', '2018-02-01', '2018-07-31'],
    ['2018-07/2019-06', 'interval', '2018-07-01', '2019-06-30'],
    ['2017-01-01/2017-11-23', 'interval', '2017-01-01', '2017-11-23'],
    ['2018-01-02/2018-06-30', 'interval', '2018-01-02', '2018-06-30'],
  ])('%s is a %s from %s to %s', (text, kind, first, last) => {
    const period = periodOf(text)
    expect(period.kind).toBe(kind)
    expect([dayText(period.start), dayText(period.end - 1)]).toEqual([first, last])
    expect(period.text).toBe(text)
  })

  it('is total: any text is a consistent period or null, and never an error', () => {
    const textArb = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9Q/-]{0,22}$/),
      fc.stringMatching(/^(19|20)\d\d-\d\d(-\d\d)?(\/(19|20)\d\d-\d\d(-\d\d)?)?$/),
    )
    fc.assert(
      fc.property(textArb, (text) => {
        const period = parsePeriod(text)
        if (period === null) return
        expect(period.text).toBe(text)
        expect(Number.isInteger(period.start) && Number.isInteger(period.end)).toBe(true)
        expect(period.end).toBeGreaterThan(period.start)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes every period of the calendar', () => {
    fc.assert(
      fc.property(periodTextArb, (text) => {
        expect(parsePeriod(text)?.text).toBe(text)
      }),
    )
  })

  it('throws where a schema should have refused before', () => {
    expect(() => periodOf('2026-02-30')).toThrow(RangeError)
  })
})

describe('the order of periods', () => {
  it('is total: antisymmetric, transitive, and zero only for the same text', () => {
    fc.assert(
      fc.property(periodArb, periodArb, periodArb, (a, b, c) => {
        const sign = (x: Period, y: Period) => Math.sign(comparePeriods(x, y))
        expect(sign(a, b) + sign(b, a)).toBe(0)
        expect(sign(a, b) === 0).toBe(a.text === b.text)
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })

  it('goes by end, the longer first', () => {
    const texts = ['2021-12-31', '2022-01', '2021', '2021-12', '2021-Q4', '2020']
    expect(
      texts
        .map(periodOf)
        .sort(comparePeriods)
        .map((period) => period.text),
    ).toEqual(['2020', '2021', '2021-Q4', '2021-12', '2021-12-31', '2022-01'])
  })

  it('knows which periods follow each other', () => {
    const next = (a: string, b: string) => isNext(periodOf(a), periodOf(b))
    expect(next('2015', '2016')).toBe(true)
    expect(next('2021-12', '2022-01')).toBe(true)
    expect(next('2018-01/2018-06', '2018-07/2018-12')).toBe(true)
    expect(next('2015', '2017')).toBe(false)
    expect(next('2016', '2015')).toBe(false)
    expect(next('2016', '2017-01')).toBe(false)
  })
})

describe('a break', () => {
  it.each([
    ['2018', true],
    ['2018-Q3', true],
    ['2018-01/2018-12', true],
    ['2018-08', false],
    ['2018-09', false],
    ['2018-09-01', false],
    ['2018-08-31', false],
    ['2018-01/2018-06', false],
    ['2018-08-31/2018-09-01', true],
    ['2019', false],
  ])('on 2018-09-01 lies inside %s: %s', (text, isInside) => {
    expect(containsBreak(periodOf(text), '2018-09-01')).toBe(isInside)
  })
})

describe('age', () => {
  it.each([
    ['2023-05-29', '2026-11-23', 3, 5],
    ['2024-02-29', '2025-02-28', 0, 11],
    ['2024-01-31', '2024-02-29', 0, 0],
    ['2024-06-03', '2024-06-03', 0, 0],
    ['2024-06-03', '2024-07-03', 0, 1],
  ])('from %s to %s is %d years and %d months', (day, today, years, months) => {
    expect(ageOf(day, today)).toMatchObject({ years, months })
  })

  it('is negative in days, and nothing in years, where the clock stands before the day', () => {
    expect(ageOf('2024-06-03', '2024-06-01')).toEqual({ years: 0, months: 0, totalDays: -2 })
  })
})
