/** Monthly points as rows of twelve, from the first year with one to the last. */
import { dateOfDay } from '../domain/period.ts'
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
