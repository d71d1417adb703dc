/** A whole and its parts: 46 tasks of which 34 are done, 9 factories of which 2 are national. */
import type { Accumulation, Catalog, Indicator } from '../contract/catalog.ts'
import { childrenOf } from './kinship.ts'
import { isObservedAlike, periodKey, type Point } from './point.ts'
import type { Series } from './series.ts'

export interface Part {
  readonly indicator: Indicator
  readonly point: Point
  readonly value: number
}

export interface Parts {
  readonly whole: Point
  readonly total: number
  /** In the order of the catalog, largest claim first is not implied. */
  readonly parts: readonly Part[]
}

/** A share, a mean or a place is never a part of another. */
const AMOUNTS: ReadonlySet<Accumulation> = new Set(['stock', 'cumulative', 'flow'])

/** Finds the series of another indicator in the same region and breakdown. */
export type SeriesOf = (indicator: Indicator, beside: Series) => Series | undefined

/** True where figures of one and the other add up: amounts of one unit, both levels or both flows. */
export function isPartOf(child: Indicator, whole: Indicator): boolean {
  const isAmount = (accumulation: Accumulation) => AMOUNTS.has(accumulation)
  const isFlow = (indicator: Indicator) => indicator.accumulation === 'flow'
  return (
    child.unit === whole.unit &&
    isAmount(child.accumulation) &&
    isAmount(whole.accumulation) &&
    isFlow(child) === isFlow(whole)
  )
}

function partOf(child: Indicator, whole: Point, series: Series, seriesOf: SeriesOf): Part | null {
  if (!isPartOf(child, series.indicator)) return null
  const key = periodKey(whole.period)
  const point = seriesOf(child, series)?.points.find(({ period }) => periodKey(period) === key)
  if (!point || !isObservedAlike(point) || point.reading.qualifier) return null
  return { indicator: child, point, value: point.reading.value }
}

/**
 * The parts of a point: figures of the indicator's children for the same period, region and unit.
 * Null where there is none, where they exceed the whole, or where the figures are not whole numbers.
 */
export function partsOf(
  whole: Point | undefined,
  series: Series,
  catalog: Catalog,
  seriesOf: SeriesOf,
): Parts | null {
  if (!whole || !isObservedAlike(whole) || whole.reading.qualifier) return null
  const total = whole.reading.value
  const parts = childrenOf(series.indicator, catalog)
    .map((child) => partOf(child, whole, series, seriesOf))
    .filter((part): part is Part => part !== null)
  const sum = parts.reduce((partial, part) => partial + part.value, 0)
  const isWhole = [total, ...parts.map((part) => part.value)].every(Number.isInteger)
  return parts.length > 0 && isWhole && sum <= total ? { whole, total, parts } : null
}
