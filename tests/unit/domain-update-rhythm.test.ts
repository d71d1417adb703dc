import { describe, expect, it } from 'vitest'
import { dayText, parseDay } from '../../src/domain/period.ts'
import { graceDaysOf, nextDueDay, type UpdatePeriod } from '../../src/domain/update-rhythm.ts'

/** Counted on a calendar by hand: end of the data's period, what comes out, end of the next, due day. */
const CASES: readonly (readonly [string, UpdatePeriod, string, string])[] = [
  // A year: the next ends on 31 December; 180 days later is 29 June, in a leap year 28 June.
  ['2021-12-31', 'year', '2022-12-31', '2023-06-29'],
  ['2022-12-31', 'year', '2023-12-31', '2024-06-28'],
  ['2024-02-29', 'year', '2025-02-28', '2025-08-27'],
  ['2023-02-28', 'year', '2024-02-29', '2024-08-27'],
  ['2023-05-29', 'year', '2024-05-29', '2024-11-25'],
  // A half-year and 60 days.
  ['2023-06-30', 'half-year', '2023-12-31', '2024-02-29'],
  ['2022-12-31', 'half-year', '2023-06-30', '2023-08-29'],
  ['2023-08-31', 'half-year', '2024-02-29', '2024-04-29'],
  // A quarter and 45 days.
  ['2022-12-31', 'quarter', '2023-03-31', '2023-05-15'],
  ['2023-03-31', 'quarter', '2023-06-30', '2023-08-14'],
  ['2023-11-30', 'quarter', '2024-02-29', '2024-04-14'],
  // A month and 30 days; month ends stay month ends, and no month is too short.
  ['2023-01-31', 'month', '2023-02-28', '2023-03-30'],
  ['2024-01-31', 'month', '2024-02-29', '2024-03-30'],
  ['2024-01-30', 'month', '2024-02-29', '2024-03-30'],
  ['2023-02-28', 'month', '2023-03-31', '2023-04-30'],
  ['2023-04-30', 'month', '2023-05-31', '2023-06-30'],
  ['2023-12-31', 'month', '2024-01-31', '2024-03-01'],
  ['2022-12-31', 'month', '2023-01-31', '2023-03-02'],
  ['2023-05-29', 'month', '2023-06-29', '2023-07-29'],
  // A day and ten.
  ['2024-02-28', 'day', '2024-02-29', '2024-03-10'],
  ['2023-02-28', 'day', '2023-03-01', '2023-03-11'],
  ['2023-12-31', 'day', '2024-01-01', '2024-01-11'],
]

describe('the next figure', () => {
  it.each(CASES)('after %s, by %s, is of the period to %s and due by %s', (...row) => {
    const [end, period, nextEnd, due] = row
    const found = nextDueDay(parseDay(end), period)
    expect(dayText(found)).toBe(due)
    expect(dayText(found - graceDaysOf(period))).toBe(nextEnd)
  })
})
