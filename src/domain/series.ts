/** A series: all points of one indicator, region and breakdown, and which of them compare. */
import type { Accumulation, Break, Indicator, Region } from '../contract/catalog.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import { findContradictions, type Contradiction } from './contradiction.ts'
import { comparePeriods, containsBreak, parseDay, type PeriodKind } from './period.ts'
import { resolvePoints, type Point } from './point.ts'

/** Consecutive comparable points: one kind of period, one definition, no break between them. */
export interface Run {
  /** Kind of the periods; `end` where years count as their end and compare with days. */
  readonly kind: PeriodKind | 'end'
  readonly points: readonly Point[]
}

export interface Series {
  readonly indicator: Indicator
  readonly region: Region
  readonly breakdown?: string
  /** In the order of time. */
  readonly points: readonly Point[]
  readonly runs: readonly Run[]
  /** Catalog breaks that hold for this region, in the order of time. */
  readonly breaks: readonly Break[]
  readonly contradictions: readonly Contradiction[]
}

const END_LEVELS: ReadonlySet<Accumulation> = new Set(['stock', 'cumulative', 'ratio'])

/** True where a year means its end, so that it compares with a day. */
export function isEndLevel(indicator: Pick<Indicator, 'accumulation'>): boolean {
  return END_LEVELS.has(indicator.accumulation)
}

function runKind(point: Point, indicator: Indicator): Run['kind'] {
  const { kind } = point.period
  return isEndLevel(indicator) && (kind === 'year' || kind === 'day') ? 'end' : kind
}

/** How many breaks lie before a point; null for a period that has days on both sides of one. */
function eraOf(point: Point, breaks: readonly Break[]): number | null {
  if (breaks.some((cut) => containsBreak(point.period, cut.from))) return null
  return breaks.filter((cut) => parseDay(cut.from) <= point.period.start).length
}

/** Splits points into runs. `D` points and periods across a break take part in none. */
function splitRuns(
  points: readonly Point[],
  indicator: Indicator,
  breaks: readonly Break[],
  contradictory: ReadonlySet<Point>,
): readonly Run[] {
  const open = new Map<Run['kind'], { era: number; points: Point[] }>()
  const runs: { kind: Run['kind']; points: Point[] }[] = []
  for (const point of points) {
    const era = eraOf(point, breaks)
    if (point.reading.kind === 'missing' || point.status === 'D' || era === null) continue
    const kind = runKind(point, indicator)
    const current = open.get(kind)
    const isCut = point.status === 'B' || contradictory.has(point)
    if (current && current.era === era && !isCut) {
      current.points.push(point)
      continue
    }
    const started = { era, points: [point] }
    open.set(kind, started)
    runs.push({ kind, points: started.points })
  }
  return runs
}

export interface SeriesContext {
  readonly indicator: Indicator
  readonly region: Region
  readonly breakdown?: string
  readonly breaks: readonly Break[]
  readonly standing: ReadonlyMap<string, Publication>
}

/** Builds a series from the standing statements of its key. */
export function buildSeries(statements: readonly Statement[], context: SeriesContext): Series {
  const { indicator, region, breakdown, standing } = context
  const points = [...resolvePoints(statements, standing, indicator)].sort((a, b) =>
    comparePeriods(a.period, b.period),
  )
  const breaks = context.breaks
    .filter((cut) => cut.indicator === indicator.id)
    .filter((cut) => cut.region === undefined || cut.region === region.code)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const contradictions = findContradictions(points, indicator, standing)
  const contradictory = new Set(contradictions.filter((c) => c.other).map((c) => c.point))
  return {
    indicator,
    region,
    ...(breakdown === undefined ? {} : { breakdown }),
    points,
    runs: splitRuns(points, indicator, breaks, contradictory),
    breaks,
    contradictions,
  }
}

/** The run that a point takes part in. */
export function runOf(series: Series, point: Point): Run | undefined {
  return series.runs.find((run) => run.points.includes(point))
}

/** The comparable point before a point: same run, so no break and no other definition between. */
export function comparableBefore(series: Series, point: Point): Point | undefined {
  const points = runOf(series, point)?.points ?? []
  return points[points.indexOf(point) - 1]
}
