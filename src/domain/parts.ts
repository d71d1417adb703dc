/** A whole and its parts: 46 tasks of which 34 are done, 9 factories of which 2 are national. */
import type { Catalog, Indicator } from '../contract/catalog.ts'
import { childrenOf } from './kinship.ts'
import type { Point } from './point.ts'
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

/** Finds the series of another indicator in the same region and breakdown. */
export type SeriesOf = (indicator: Indicator, beside: Series) => Series | undefined

function partOf(child: Indicator, whole: Point, series: Series, seriesOf: SeriesOf): Part | null {
  if (child.unit !== series.indicator.unit) return null
  const point = seriesOf(child, series)?.points.find(
    (candidate) => candidate.period.text === whole.period.text,
  )
  if (!point || point.reading.kind !== 'value') return null
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
  if (!whole || whole.reading.kind !== 'value' || whole.reading.qualifier) return null
  const total = whole.reading.value
  const parts = childrenOf(series.indicator, catalog)
    .map((child) => partOf(child, whole, series, seriesOf))
    .filter((part): part is Part => part !== null)
  const sum = parts.reduce((partial, part) => partial + part.value, 0)
  const isWhole = [total, ...parts.map((part) => part.value)].every(Number.isInteger)
  return parts.length > 0 && isWhole && sum <= total ? { whole, total, parts } : null
}
