/** Monthly points as rows of twelve, from the first year with one to the last. */
import type { Break } from '../contract/catalog.ts'
import { containsBreak, dateOfDay, parseDay } from '../domain/period.ts'
import type { Point } from '../domain/point.ts'
import type { Series } from '../domain/series.ts'

export interface MonthRow {
  readonly year: number
  /** January first; undefined where nothing is on file. */
  readonly months: readonly (Point | undefined)[]
}

export function planMonths(series: Series): readonly MonthRow[] {
  const rows = new Map<number, (Point | undefined)[]>()
  for (const point of series.points) {
    if (point.period.kind !== 'month') continue
    const [year, month] = dateOfDay(point.period.start)
    const row = rows.get(year) ?? Array<Point | undefined>(12).fill(undefined)
    row[month - 1] = point
    rows.set(year, row)
  }
  return [...rows].sort(([a], [b]) => a - b).map(([year, months]) => ({ year, months }))
}

/** Breaks with months on both sides, or with a month across them: the matrix has to part what they part. */
export function monthBreaks({ points, breaks }: Series): readonly Break[] {
  const months = points.filter(
    ({ period, reading }) => period.kind === 'month' && reading.kind === 'value',
  )
  return breaks.filter(({ from }) => {
    const day = parseDay(from)
    const isBefore = months.some(({ period }) => period.end <= day)
    const isAfter = months.some(({ period }) => period.start >= day)
    return (isBefore && isAfter) || months.some(({ period }) => containsBreak(period, from))
  })
}

/** True for the month in which, or with whose first day, one of the breaks falls; January is 0. */
export function isBreakMonth(year: number, month: number, breaks: readonly Break[]): boolean {
  return breaks.some(({ from }) => {
    const [breakYear, breakMonth] = dateOfDay(parseDay(from))
    return breakYear === year && breakMonth === month + 1
  })
}
