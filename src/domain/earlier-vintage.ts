/** A series as it was known on an earlier day, where that differs in a figure from what is shown. */
import type { Evidence } from './evidence.ts'
import { seriesIn } from './known-series.ts'
import { periodKey, type Point, type Vintage } from './point.ts'
import type { Series } from './series.ts'
import { standingPublications } from './standing.ts'
import { compareReadings } from './vintage-change.ts'

export interface EarlierVintage {
  readonly day: string
  /** As it was known on that day. */
  readonly series: Series
  /** Its points that had another figure than the series shown. */
  readonly differing: readonly Point[]
}

function vintagesOf(point: Point): readonly Vintage[] {
  return [point, ...point.earlier]
}

/** What stood on a day; `earlier` stands in the order of precedence. */
function knownOn(point: Point, day: string): Vintage | undefined {
  return vintagesOf(point).find(({ source }) => source.published <= day)
}

function differsOn(point: Point, day: string): boolean {
  const known = knownOn(point, day)
  return known !== undefined && compareReadings(known.reading, point.reading) === 'other'
}

/** Days of publication on which a figure of the series was another one than shown, latest first. */
export function differingDays({ points }: Series): readonly string[] {
  const days = new Set(points.flatMap(vintagesOf).map(({ source }) => source.published))
  return [...days]
    .sort()
    .reverse()
    .filter((day) => points.some((point) => differsOn(point, day)))
}

/** Null where no figure differed on that day. */
export function earlierVintage(
  shown: Series,
  day: string,
  evidence: Evidence,
): EarlierVintage | null {
  if (!differingDays(shown).includes(day)) return null
  const standing = standingPublications(evidence.publications, day)
  const series = seriesIn(shown.indicator, shown.region, { evidence, asOf: day, standing }).find(
    ({ breakdown }) => breakdown === shown.breakdown,
  )
  if (!series) return null
  const changed = new Set(
    shown.points.filter((point) => differsOn(point, day)).map(({ period }) => periodKey(period)),
  )
  const differing = series.points.filter(({ period }) => changed.has(periodKey(period)))
  return { day, series, differing }
}
