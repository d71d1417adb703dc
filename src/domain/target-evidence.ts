/** Which figures can speak about a target: of its own region, its own kind of period, its own definition. */
import type { Indicator } from '../contract/catalog.ts'
import { isTask } from './plan.ts'
import type { Point } from './point.ts'
import { isEndLevel, type Series } from './series.ts'
import type { TargetView } from './target-view.ts'

function isOfItsKind(point: Point, view: TargetView, indicator: Indicator): boolean {
  const { kind, start, end } = point.period
  const due = view.period
  if (isTask(view, indicator)) return start === due.start && end <= due.end
  if (!isEndLevel(indicator)) return kind === due.kind
  return kind === due.kind || kind === 'year' || kind === 'day'
}

/**
 * Forecasts have not happened, and another definition measures something else. Of several series
 * (rounds, parts) none is the whole that a target speaks of.
 */
export function evidenceFor(
  view: TargetView,
  indicator: Indicator,
  series: readonly Series[],
): readonly Point[] {
  return series
    .filter(({ region, breakdown }) => region.code === view.region.code && breakdown === undefined)
    .flatMap(({ points }) => points)
    .filter(({ status, reading }) => reading.kind === 'value' && status !== 'F' && status !== 'D')
    .filter((point) => isOfItsKind(point, view, indicator))
}
