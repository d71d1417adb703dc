/** Second opinion: a straight line through the comparable points since the last break. */
import type { Point } from './point.ts'

/** Fewer points than this are no trend. */
export const FEWEST_POINTS = 4

export interface ProjectedTrend {
  readonly kind: 'trend'
  /** Change of the fitted line in a year of 365.25 days. */
  readonly perYear: number
  /** Level of the fitted line at the deadline. */
  readonly atDeadline: number
  /** Day on which the line arrives; null where it leads away, or in more than a hundred years. */
  readonly arrives: number | null
  readonly points: number
}

export type Projection =
  | ProjectedTrend
  /** Too few comparable points: how many there are. */
  | { readonly kind: 'too-few'; readonly points: number }
  /** Tasks of one period and what is over have no trend to follow. */
  | { readonly kind: 'none' }

export const YEAR_DAYS = 365.25
const LONGEST_WAIT_DAYS = 100 * YEAR_DAYS

interface Goal {
  readonly value: number
  /** The day after the deadline. */
  readonly day: number
}

/** Points of one comparable run, in the order of time; bounds (≥, <) are no points of a line. */
export function projectTrend(points: readonly Point[], goal: Goal): Projection {
  const places = points.flatMap(({ period, reading }) =>
    reading.kind === 'value' && !reading.qualifier ? [{ x: period.end, y: reading.value }] : [],
  )
  const last = places[places.length - 1]
  if (!last || places.length < FEWEST_POINTS) return { kind: 'too-few', points: places.length }
  // Least squares, with days counted from the last point so that the numbers stay small.
  const mean = (of: (place: { x: number; y: number }) => number) =>
    places.reduce((sum, place) => sum + of(place), 0) / places.length
  const [midX, midY] = [mean(({ x }) => x - last.x), mean(({ y }) => y)]
  const spread = mean(({ x }) => (x - last.x - midX) ** 2)
  const slope = mean(({ x, y }) => (x - last.x - midX) * (y - midY)) / spread
  const levelAt = (day: number) => midY + slope * (day - last.x - midX)
  const wait = (goal.value - levelAt(last.x)) / slope
  const isReachable = Number.isFinite(wait) && wait >= 0 && wait <= LONGEST_WAIT_DAYS
  return {
    kind: 'trend',
    perYear: slope * YEAR_DAYS,
    atDeadline: levelAt(goal.day),
    arrives: isReachable ? Math.ceil(last.x + wait) : null,
    points: places.length,
  }
}
