/** Points about which two documents disagree. */
import type { Point } from './point.ts'
import type { Series } from './series.ts'

/** Both sides of each contradiction, where the other side is a point of the series too. */
export function disputedPoints(series: Series): ReadonlySet<Point> {
  const others: ReadonlySet<unknown> = new Set(series.contradictions.map((each) => each.other))
  const later = new Set(series.contradictions.map((each) => each.point))
  return new Set(series.points.filter((point) => later.has(point) || others.has(point)))
}

export function isDisputing(series: Series, point: Point): boolean {
  return series.contradictions.some((each) => each.point === point)
}
