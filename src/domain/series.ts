/** A series: all points of one indicator, region and breakdown, and which of them compare. */
import type { Accumulation, Break, Indicator, Region } from '../contract/catalog.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import { findContradictions, type Contradiction } from './contradiction.ts'
import { comparePeriods, containsBreak, parseDay, type PeriodKind } from './period.ts'
import { resolvePoints, type Point } from './point.ts'
import { compareContents } from './standing.ts'
import { statusBreaks } from './status-break.ts'

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
  /** Breaks that hold for this region, of the catalog and of `B` points, in the order of time. */
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

/** A bound ("over 1800") and a forecast are no levels: a line through them would draw what nobody published. */
function isLevelKnown({ reading, status }: Point): boolean {
  const isOpen = reading.kind === 'value' && reading.qualifier && reading.qualifier !== '~'
  return !isOpen && status !== 'F'
}

/** Splits points into runs. `D` points, contradictions and periods across a break take part in none. */
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
    const kind = runKind(point, indicator)
    if (point.reading.kind === 'missing' || point.status === 'D' || era === null) continue
    if (contradictory.has(point)) continue
    const current = open.get(kind)
    if (current && current.era === era) {
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
  const listed = context.breaks
    .filter((cut) => cut.indicator === indicator.id)
    .filter((cut) => cut.region === undefined || cut.region === region.code)
  const breaks = [...listed, ...statusBreaks(points, listed, context)].sort((a, b) =>
    compareContents(a.from, b.from),
  )
  const comparable = splitRuns(points, indicator, breaks, new Set()).map((run) => run.points)
  const plain: Series = {
    indicator,
    region,
    ...(breakdown === undefined ? {} : { breakdown }),
    points,
    runs: [],
    breaks,
    contradictions: [],
  }
  return markContradictions(plain, findContradictions(points, comparable, indicator, standing))
}

/** The series with these contradictions too; the points that they are marked on leave their runs. */
export function markContradictions(series: Series, found: readonly Contradiction[]): Series {
  const contradictions = [...series.contradictions, ...found]
  const apart = contradictions.filter(({ kind, other }) => other || kind === 'excess')
  const contradictory = new Set(apart.map(({ point }) => point))
  const levels = series.points.filter(isLevelKnown)
  const runs = splitRuns(levels, series.indicator, series.breaks, contradictory)
  return { ...series, runs, contradictions }
}

/** Place of a point in a run, by halving: tables ask this for every point of a long series. */
function placeIn({ points }: Run, point: Point): number {
  let [low, high] = [0, points.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const candidate = points[middle]
    if (!candidate || candidate === point) return middle
    if (comparePeriods(candidate.period, point.period) < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The run that a point takes part in. */
export function runOf(series: Series, point: Point): Run | undefined {
  const kind = runKind(point, series.indicator)
  return series.runs.find((run) => run.kind === kind && placeIn(run, point) >= 0)
}

/** The comparable point before a point: same run, so no break and no other definition between. */
export function comparableBefore(series: Series, point: Point): Point | undefined {
  const run = runOf(series, point)
  return run?.points[placeIn(run, point) - 1]
}
