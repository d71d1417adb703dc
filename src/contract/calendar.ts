/** Calendar dates as text. No `Date`: it turns 2026-2-30 into 2 March and depends on the zone. */

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Number of days in a month, 1 to 12; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29
  return DAYS_IN_MONTH[month - 1] ?? 0
}

/** True for a date that exists, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  return year >= 1900 && day >= 1 && day <= daysInMonth(year, month)
}

/** True for a month that exists, written YYYY-MM. */
function isCalendarMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isCalendarDate(`${text}-01`)
}

/** True for a period of `design.md` §2 that exists and does not end before it starts. */
export function isPeriodText(text: string): boolean {
  if (/^\d{4}$/.test(text)) return isCalendarDate(`${text}-01-01`)
  if (/^\d{4}-Q[1-4]$/.test(text)) return isCalendarDate(`${text.slice(0, 4)}-01-01`)
  const ends = text.split('/')
  if (ends.length === 1) return isCalendarMonth(text) || isCalendarDate(text)
  const [from, to] = ends
  if (ends.length !== 2 || from === undefined || to === undefined) return false
  const sameKind =
    (isCalendarMonth(from) && isCalendarMonth(to)) || (isCalendarDate(from) && isCalendarDate(to))
  return sameKind && from <= to
}
