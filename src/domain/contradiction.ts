/** Two documents that cannot both be right, found by rule and marked on the later one. */
import type { Indicator } from '../contract/catalog.ts'
import type { Publication } from '../contract/statement.ts'
import type { Point, Vintage } from './point.ts'
import { isSameAfterRounding } from './reading.ts'

export interface Contradiction {
  /** `named`: the row says so; `fall`: a cumulative figure fell by more than rounding. */
  readonly kind: 'named' | 'fall'
  /** The point of the later publication, on which it is marked. */
  readonly point: Point
  /** The earlier publication. */
  readonly against: Publication
  /** What it said of the same series, where it did. */
  readonly other?: Vintage
}

function named(
  point: Point,
  points: readonly Point[],
  standing: ReadonlyMap<string, Publication>,
): Contradiction | null {
  const id = point.statement.contradicts
  const against = id === undefined ? undefined : standing.get(id)
  if (!against) return null
  const vintages: readonly Vintage[] = points.flatMap((candidate) => [
    candidate,
    ...candidate.earlier,
  ])
  const other = vintages.find((vintage) => vintage.source.id === id)
  return { kind: 'named', point, against, ...(other ? { other } : {}) }
}

function fall(point: Point, before: Point | undefined): Contradiction | null {
  if (point.reading.kind !== 'value' || before?.reading.kind !== 'value') return null
  const isLower = point.reading.value < before.reading.value
  if (!isLower || isSameAfterRounding(point.reading, before.reading)) return null
  const [later, earlier] =
    point.source.published >= before.source.published ? [point, before] : [before, point]
  return { kind: 'fall', point: later, against: earlier.source, other: earlier }
}

/** Contradictions within one series, whose points are in the order of time. */
export function findContradictions(
  points: readonly Point[],
  indicator: Indicator,
  standing: ReadonlyMap<string, Publication>,
): readonly Contradiction[] {
  const comparable = points.filter(
    (point) => point.status !== 'D' && point.reading.kind === 'value',
  )
  const found = new Map<Point, Contradiction>()
  comparable.forEach((point, i) => {
    if (indicator.accumulation !== 'cumulative') return
    const contradiction = fall(point, comparable[i - 1])
    if (contradiction) found.set(contradiction.point, contradiction)
  })
  for (const point of points) {
    const contradiction = named(point, points, standing)
    if (contradiction) found.set(point, contradiction)
  }
  return [...found.values()]
}
