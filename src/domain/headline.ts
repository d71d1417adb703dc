/** The one figure that a panel leads with. */
import type { PeriodKind } from './period.ts'
import { isObservedAlike, type Point } from './point.ts'
import { isEndLevel, type Series } from './series.ts'

/** For means and flows the long period is the message; a single later month would mislead. */
const KIND_ORDER: readonly PeriodKind[] = [
  'year',
  'half-year',
  'interval',
  'quarter',
  'month',
  'day',
]

function isValued(point: Point): boolean {
  return point.reading.kind === 'value'
}

function isObserved(point: Point): boolean {
  return isValued(point) && point.status !== 'F'
}

function latestThat(points: readonly Point[], holds: (point: Point) => boolean): Point | undefined {
  for (let i = points.length - 1; i >= 0; i -= 1) {
    const point = points[i]
    if (point && holds(point)) return point
  }
  return undefined
}

/**
 * The latest point with a value: of levels by date, of means and flows the latest of the longest
 * kind. Another definition leads only where there is nothing else, a forecast only after that.
 */
export function headlineOf(series: Series): Point | undefined {
  const { points, indicator } = series
  const isByDate = isEndLevel(indicator) || indicator.accumulation === 'rank'
  for (const holds of [isObservedAlike, isObserved, isValued]) {
    const kinds = isByDate ? [undefined] : KIND_ORDER
    for (const kind of kinds) {
      const isWanted = (point: Point) =>
        holds(point) && (kind ?? point.period.kind) === point.period.kind
      const found = latestThat(points, isWanted)
      if (found) return found
    }
  }
  return undefined
}
