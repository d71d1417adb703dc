/** When the next figure should be out: the end of its period, and some grace. */
import type { Indicator } from '../contract/catalog.ts'
import { daysInMonth } from '../contract/calendar.ts'
import { dateOfDay, dayNumber } from './period.ts'

export type UpdatePeriod = NonNullable<Indicator['updatePeriod']>

interface Rhythm {
  /** Length of the update period: calendar months, or days where it is shorter. */
  readonly months: number
  readonly days: number
  /** Days of the shortest such period in any calendar. */
  readonly shortestDays: number
  /** Days of the longest. */
  readonly longestDays: number
  /** Days from the end of the next period until its figure counts as late. */
  readonly graceDays: number
}

/**
 * No law sets these days. They are the longest wait that is usual, so that nobody is called late who
 * is not:
 * - year: Henan's bulletins of a year came 155 and 156 days after it (World Environment Day, 5 June);
 *   180 leaves the rest of June.
 * - half-year, quarter: audited together with the months that they hold, one and two months more.
 * - month: Henan's monthly rankings came 5 to 13 days after the month, their details up to 25.
 * - day: the longest public holiday is nine days.
 */
const RHYTHMS: Readonly<Record<UpdatePeriod, Rhythm>> = {
  year: { months: 12, days: 0, shortestDays: 365, longestDays: 366, graceDays: 180 },
  'half-year': { months: 6, days: 0, shortestDays: 181, longestDays: 184, graceDays: 60 },
  quarter: { months: 3, days: 0, shortestDays: 90, longestDays: 92, graceDays: 45 },
  month: { months: 1, days: 0, shortestDays: 28, longestDays: 31, graceDays: 30 },
  day: { months: 0, days: 1, shortestDays: 1, longestDays: 1, graceDays: 10 },
}

/** Days of grace after the end of the next period. */
export function graceDaysOf(period: UpdatePeriod): number {
  return RHYTHMS[period].graceDays
}

/** How long a figure's period is at least that stands for a whole update period. */
export function shortestDays(period: UpdatePeriod): number {
  return RHYTHMS[period].shortestDays
}

/** How long an update period is at most: who judges by it calls nobody late who is not. */
export function longestDays(period: UpdatePeriod): number {
  return RHYTHMS[period].longestDays
}

/** The same day some months later; the last day of a month stays a last day, and no month is too short. */
function addMonths(day: number, months: number): number {
  const [year, month, date] = dateOfDay(day)
  const total = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1]
  const length = daysInMonth(toYear, toMonth)
  const isLast = date === daysInMonth(year, month)
  return dayNumber(toYear, toMonth, isLast ? length : Math.min(date, length))
}

/** Last day on which the figure after the one whose period ended on `lastDay` is not yet late. */
export function nextDueDay(lastDay: number, period: UpdatePeriod): number {
  const { months, days, graceDays } = RHYTHMS[period]
  return addMonths(lastDay, months) + days + graceDays
}
