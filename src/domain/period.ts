/** Periods as stretches of calendar days. Strings and day numbers only, never `Date`. */
import { daysInMonth, isPeriodText } from '../contract/calendar.ts'

export type PeriodKind = 'year' | 'half-year' | 'quarter' | 'month' | 'day' | 'interval'

/** Long to short: the order in which kinds are listed and offered. */
export const PERIOD_KINDS: readonly PeriodKind[] = [
  'year',
  'half-year',
  'quarter',
  'month',
  'day',
  'interval',
]

export interface Period {
  /** As it stands in the data. */
  readonly text: string
  readonly kind: PeriodKind
  /** First day, as a day number: days since 1970-01-01. */
  readonly start: number
  /** The day after the last one; end − start is the length in days. */
  readonly end: number
}

/** Days since 1970-01-01 of a proleptic Gregorian date. */
export function dayNumber(year: number, month: number, day: number): number {
  // Years run from March, so that the leap day comes last (Fliegel and Van Flandern's ordering).
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * 146097 + yearOfEra * 365 + leapDays + dayOfYear - 719468
}

/** The calendar date of a day number: [year, month, day]. */
export function dateOfDay(day: number): readonly [number, number, number] {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const centuries = Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + centuries) / 365)
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return [year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1]
}

/** YYYY-MM-DD of a day number. */
export function dayText(day: number): string {
  const [year, month, date] = dateOfDay(day)
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Day number of a date written YYYY-MM-DD. */
export function parseDay(text: string): number {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  return dayNumber(year, month, day)
}

interface Span {
  readonly kind: PeriodKind
  readonly start: number
  readonly end: number
}

function monthSpan(year: number, month: number): Span {
  const start = dayNumber(year, month, 1)
  return { kind: 'month', start, end: start + daysInMonth(year, month) }
}

function simpleSpan(text: string): Span {
  const year = Number(text.slice(0, 4))
  const quarter = /-Q([1-4])$/.exec(text)?.[1]
  if (quarter !== undefined) {
    const first = Number(quarter) * 3 - 2
    return {
      kind: 'quarter',
      start: monthSpan(year, first).start,
      end: monthSpan(year, first + 2).end,
    }
  }
  if (text.length === 4) {
    return { kind: 'year', start: dayNumber(year, 1, 1), end: dayNumber(year + 1, 1, 1) }
  }
  if (text.length === 7) return monthSpan(year, Number(text.slice(5)))
  const start = parseDay(text)
  return { kind: 'day', start, end: start + 1 }
}

/** January to June or July to December of one year, whichever way the interval is written. */
function isHalfYear(start: number, end: number): boolean {
  const [year, month, day] = dateOfDay(start)
  if (day !== 1 || (month !== 1 && month !== 7)) return false
  return end === (month === 1 ? dayNumber(year, 7, 1) : dayNumber(year + 1, 1, 1))
}

/** Reads a period of the contract; null for text that is none. */
export function parsePeriod(text: string): Period | null {
  if (!isPeriodText(text)) return null
  const [from = text, to] = text.split('/')
  const first = simpleSpan(from)
  if (to === undefined) return { text, ...first }
  const end = simpleSpan(to).end
  const kind = isHalfYear(first.start, end) ? 'half-year' : 'interval'
  return { text, kind, start: first.start, end }
}

/** Reads a period that a schema has let through already. */
export function periodOf(text: string): Period {
  const period = parsePeriod(text)
  if (!period) throw new RangeError(`not a period: ${text}`)
  return period
}

/** By end, then longer first, then text: the order of tables. */
export function comparePeriods(a: Period, b: Period): number {
  return a.end - b.end || a.start - b.start || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
}

/** True where `b` starts when `a` ends and both are of one kind: January and February, 2015 and 2016. */
export function isNext(a: Period, b: Period): boolean {
  return a.kind === b.kind && a.end === b.start
}

/** True where the period has days on both sides of a break, so that it belongs to neither. */
export function containsBreak(period: Period, from: string): boolean {
  const day = parseDay(from)
  return period.start < day && day < period.end
}

/** Its last day, written YYYY-MM-DD. */
export function lastDayOf({ end }: Pick<Period, 'end'>): string {
  return dayText(end - 1)
}

/** Days of a mean Gregorian year, for paces and rates over stretches of any length. */
export const YEAR_DAYS = 365.2425
