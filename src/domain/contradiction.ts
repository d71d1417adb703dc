/** Two documents that cannot both be right, found by rule and marked on the later one. */
import type { Indicator } from '../contract/catalog.ts'
import type { Publication } from '../contract/statement.ts'
import type { Point, Vintage } from './point.ts'
import { isSameAfterRounding, type ValueReading } from './reading.ts'
import { comparePrecedence } from './standing.ts'

export interface Contradiction {
  /**
   * `named`: the row says so; `fall`: a cumulative figure fell by more than rounding;
   * `excess`: the parts come to more than their whole.
   */
  readonly kind: 'named' | 'fall' | 'excess'
  /** The point of the later publication, on which it is marked. */
  readonly point: Point
  /** The earlier publication. */
  readonly against: Publication
  /** What it said of the same series, where it did. */
  readonly other?: Vintage
  /** For `excess`: what the parts come to. */
  readonly sum?: ValueReading
}

/** What each publication said of the series, whether or not it stands. */
function vintagesBySource(points: readonly Point[]): ReadonlyMap<string, readonly Point[]> {
  const bySource = new Map<string, Point[]>()
  for (const point of points) {
    for (const { source } of [point, ...point.earlier]) {
      const group = bySource.get(source.id)
      if (group) group.push(point)
      else bySource.set(source.id, [point])
    }
  }
  return bySource
}

function distanceDays(a: Point, b: Point): number {
  return Math.abs(a.period.end - b.period.end)
}

/** Of what the named publication said, the figure nearest in time to the point. */
function findNamed(
  points: readonly Point[],
  standing: ReadonlyMap<string, Publication>,
): readonly Contradiction[] {
  if (!points.some((point) => point.statement.contradicts !== undefined)) return []
  const bySource = vintagesBySource(points)
  return points.flatMap((point): Contradiction[] => {
    const against = standing.get(point.statement.contradicts ?? '')
    if (!against || against.id === point.source.id) return []
    const [nearest] = [...(bySource.get(against.id) ?? [])].sort(
      (a, b) => distanceDays(a, point) - distanceDays(b, point),
    )
    const other = nearest && [nearest, ...nearest.earlier].find(({ source }) => source === against)
    return [{ kind: 'named', point, against, ...(other ? { other } : {}) }]
  })
}

interface Figure {
  readonly point: Point
  readonly reading: ValueReading
}

/** A forecast is no claim that something is so; an approximate figure has no known rounding. */
function figuresOf(points: readonly Point[]): readonly Figure[] {
  return points.flatMap((point) => {
    const { reading } = point
    const isClaim = reading.kind === 'value' && reading.qualifier !== '~' && point.status !== 'F'
    return isClaim ? [{ point, reading }] : []
  })
}

function isFall(before: Figure, after: Figure): boolean {
  // "Over 9" may be 20, and "under 17" may have been 5: neither shows a fall.
  const isOpen =
    after.reading.qualifier?.startsWith('>') || before.reading.qualifier?.startsWith('<')
  const isLower = after.reading.value < before.reading.value
  return !isOpen && isLower && !isSameAfterRounding(after.reading, before.reading)
}

/** Of the figures from which this one falls the highest, and of equal ones the last. */
function peakBefore(kept: readonly Figure[], figure: Figure): Figure | undefined {
  let peak: Figure | undefined
  for (const each of kept) {
    const isHigher = !peak || each.reading.value >= peak.reading.value
    if (isHigher && isFall(each, figure)) peak = each
  }
  return peak
}

function fallOf({ point }: Figure, { point: other }: Figure): Contradiction {
  return { kind: 'fall', point, against: other.source, other }
}

/**
 * Falls below the highest unmarked figure, within points that compare. A peak that was published
 * later than the fall is marked itself and hides none before it: what was contradicted stays so.
 */
function findFalls(points: readonly Point[]): readonly Contradiction[] {
  const found: Contradiction[] = []
  const kept: Figure[] = []
  for (const figure of figuresOf(points)) {
    const { published } = figure.point.source
    let peak = peakBefore(kept, figure)
    while (peak && peak.point.source.published > published) {
      found.push(fallOf(peak, figure))
      kept.splice(kept.indexOf(peak), 1)
      peak = peakBefore(kept, figure)
    }
    if (peak) found.push(fallOf(figure, peak))
    else kept.push(figure)
  }
  return found
}

function isSameClaim(a: Contradiction, b: Contradiction): boolean {
  return a.point === b.point && a.against.id === b.against.id
}

/**
 * Contradictions within one series: what rows name, and falls of a cumulative figure within the
 * stretches of points that compare. Each is told once, in the order of the marked publications.
 */
export function findContradictions(
  points: readonly Point[],
  comparable: readonly (readonly Point[])[],
  indicator: Indicator,
  standing: ReadonlyMap<string, Publication>,
): readonly Contradiction[] {
  const named = findNamed(points, standing)
  const falls = indicator.accumulation === 'cumulative' ? comparable.flatMap(findFalls) : []
  const untold = falls.filter((fall) => !named.some((each) => isSameClaim(each, fall)))
  return [...named, ...untold].sort(
    (a, b) =>
      comparePrecedence(b.point.source, a.point.source) || a.point.period.end - b.point.period.end,
  )
}
