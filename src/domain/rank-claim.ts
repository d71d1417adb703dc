/** Places in the province: which of them may be said, and of what. */
import type { Indicator } from '../contract/catalog.ts'
import { disputedPoints } from './disputed.ts'
import { isObservedAlike, type Point } from './point.ts'
import { runOf, type Series } from './series.ts'

/** What ranks an indicator: the catalog's rank indicator and its point for the same moment. */
export interface Rank {
  readonly indicator: Indicator
  readonly point: Point
}

/** Only what is ranked within the province is called a place in the province; the catalog says so. */
function isProvincial({ name, scope }: Indicator): boolean {
  return name.zh.includes('全省') || scope.includes('全省')
}

/** 并列: a place that is shared with others is no place of one's own. */
export function isTied({ statement }: Point): boolean {
  return [statement.note, statement.printed].some((text) => text?.includes('并列') ?? false)
}

/** True where "ranks 5th in the province" may be said: one exact place, among the province's, undisputed. */
export function isPlaceClaimed({ indicator, point }: Rank): boolean {
  return (
    isObservedAlike(point) &&
    !point.reading.qualifier &&
    point.rivals.length === 0 &&
    point.statement.contradicts === undefined &&
    isProvincial(indicator) &&
    !isTied(point)
  )
}

export interface PlaceRange {
  readonly count: number
  readonly best: number
  readonly worst: number
}

const FEWEST = 3

/** The best and the worst of the places that compare with this one; null for fewer than three. */
export function placeRange(point: Point, series: Series): PlaceRange | null {
  const disputed = disputedPoints(series)
  const places = (runOf(series, point)?.points ?? []).flatMap((each) =>
    each.reading.kind === 'value' && !disputed.has(each) ? [each.reading.value] : [],
  )
  if (places.length < FEWEST) return null
  return { count: places.length, best: Math.min(...places), worst: Math.max(...places) }
}
