/** Second opinion: a straight line through the comparable points since the last break. */
import { YEAR_DAYS } from './period.ts'
import type { Point } from './point.ts'

/** Fewer points than this are no trend. */
export const FEWEST_POINTS = 4

export interface ProjectedTrend {
  readonly kind: 'trend'
  /** Change of the fitted line in a mean year. */
  readonly perYear: number
  /** Level of the fitted line at the deadline. */
  readonly atDeadline: number
  /**
   * Day on which the line arrives, the last figure's own where it is there already; null where it
   * leads away, or arrives in more than a hundred years.
   */
  readonly arrives: number | null
  readonly points: number
}

export type Projection =
  | ProjectedTrend
  /** Too few comparable points: how many there are. */
  | { readonly kind: 'too-few'; readonly points: number }
  /** Tasks of one period and what is over have no trend to follow. */
  | { readonly kind: 'none' }

const LONGEST_WAIT_DAYS = 100 * YEAR_DAYS

interface Goal {
  readonly value: number
  /** The day after the deadline. */
  readonly day: number
  /** +1 where more is nearer to the goal. */
  readonly direction: -1 | 1
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
  const isTowards = slope * goal.direction > 0
  const wait = Math.max(0, (goal.value - levelAt(last.x)) / slope)
  const isReachable = isTowards && wait <= LONGEST_WAIT_DAYS
  return {
    kind: 'trend',
    perYear: slope * YEAR_DAYS,
    atDeadline: levelAt(goal.day),
    arrives: isReachable ? Math.ceil(last.x + wait) : null,
    points: places.length,
  }
}
