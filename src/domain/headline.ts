/** The one figure that a panel leads with. */
import type { PeriodKind } from './period.ts'
import type { Point } from './point.ts'
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

function latest(points: readonly Point[]): Point | undefined {
  return points[points.length - 1]
}

function firstNonEmpty(...lists: readonly (readonly Point[])[]): readonly Point[] {
  return lists.find((list) => list.length > 0) ?? []
}

/**
 * The latest point with a value: of levels by date, of means and flows the latest of the longest
 * kind. Another definition leads only where there is nothing else, a forecast only after that.
 */
export function headlineOf(series: Series): Point | undefined {
  const valued = series.points.filter((point) => point.reading.kind === 'value')
  const points = firstNonEmpty(
    valued.filter((point) => point.status !== 'D' && point.status !== 'F'),
    valued.filter((point) => point.status !== 'F'),
    valued,
  )
  if (isEndLevel(series.indicator) || series.indicator.accumulation === 'rank') {
    return latest(points)
  }
  for (const kind of KIND_ORDER) {
    const found = latest(points.filter((point) => point.period.kind === kind))
    if (found) return found
  }
  return undefined
}
