/** Points of several series laid out as a cube: which regions, breakdowns and periods, and where each is. */
import type { Region } from '../contract/catalog.ts'
import { comparePeriods, type Period } from '../domain/period.ts'
import { periodKey, type Point } from '../domain/point.ts'
import type { Series } from '../domain/series.ts'

export interface CubeCell {
  /** Row-major place in the cube: the last dimension runs fastest. */
  readonly at: number
  readonly point: Point
  readonly series: Series
}

export interface Cube {
  readonly regions: readonly Region[]
  /** Undefined stands for figures that are not broken down. */
  readonly breakdowns: readonly (string | undefined)[]
  /** In the order of tables. */
  readonly periods: readonly Period[]
  /** In the order of their places; places of which nobody said anything have none. */
  readonly cells: readonly CubeCell[]
}

/** A half-year that two documents write in two ways is one period. */
function periodsOf(series: readonly Series[]): readonly Period[] {
  const known = new Map<string, Period>()
  for (const { points } of series) {
    for (const { period } of points) {
      const key = periodKey(period)
      const other = known.get(key)
      if (!other || period.text < other.text) known.set(key, period)
    }
  }
  return [...known.values()].sort(comparePeriods)
}

export function buildCube(series: readonly Series[]): Cube {
  const regions = [...new Map(series.map(({ region }) => [region.code, region])).values()]
  const breakdowns = [...new Set(series.map(({ breakdown }) => breakdown))]
  const periods = periodsOf(series)
  const places = new Map(periods.map((period, at) => [periodKey(period), at]))
  const cells = series.flatMap((each) => {
    const region = regions.findIndex(({ code }) => code === each.region.code)
    const row = region * breakdowns.length + breakdowns.indexOf(each.breakdown)
    return each.points.map((point) => ({
      at: row * periods.length + (places.get(periodKey(point.period)) ?? 0),
      point,
      series: each,
    }))
  })
  return { regions, breakdowns, periods, cells: cells.sort((a, b) => a.at - b.at) }
}
