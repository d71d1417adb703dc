/** Parts that come to more than their whole: 40 done and 12 open of 46 tasks cannot all be right. */
import type { Publication } from '../contract/statement.ts'
import type { Contradiction } from './contradiction.ts'
import { isPartOf } from './parts.ts'
import { isObservedAlike, periodKey, type Point } from './point.ts'
import { difference, roundingOf, type ValueReading } from './reading.ts'
import type { Series } from './series.ts'
import { comparePrecedence } from './standing.ts'

interface Claim {
  readonly point: Point
  readonly reading: ValueReading
}

/** The figure, unless its qualifier leaves open the side that matters, or it is no claim. */
function claimOf(point: Point | undefined, open: '<' | '>'): Claim | null {
  if (!point || !isObservedAlike(point)) return null
  const { reading } = point
  return reading.qualifier?.startsWith(open) || reading.qualifier === '~'
    ? null
    : { point, reading }
}

function sumOf(parts: readonly Claim[]): ValueReading {
  const zero: ValueReading = { kind: 'value', value: 0, decimals: 0 }
  return parts.reduce<ValueReading>((sum, { reading }) => {
    const negative = { ...reading, value: -reading.value }
    return difference(sum, negative)
  }, zero)
}

function exceeds(sum: ValueReading, whole: Claim, parts: readonly Claim[]): boolean {
  const isExact = [whole, ...parts].every(({ reading }) => Number.isInteger(reading.value))
  const claims = [whole, ...parts]
  const tolerance = isExact
    ? 0
    : claims.reduce((partial, { reading }) => partial + roundingOf(reading), 0)
  return sum.value - whole.reading.value > tolerance + 1e-9
}

/** Marked on the latest publication; on the whole where one document says all of it. */
function mark(sum: ValueReading, whole: Claim, parts: readonly Claim[]): Contradiction | null {
  const [latest] = [...parts].sort((a, b) => comparePrecedence(a.point.source, b.point.source))
  if (!latest) return null
  const isPartLater = latest.point.source.published > whole.point.source.published
  const [later, earlier]: [Point, Publication] = isPartLater
    ? [latest.point, whole.point.source]
    : [whole.point, latest.point.source]
  return { kind: 'excess', point: later, against: earlier, sum }
}

/** For each period of a whole, what its parts of the same period come to, where that is too much. */
export function findExcess(whole: Series, others: readonly Series[]): readonly Contradiction[] {
  const parts = others
    .filter((other) => isPartOf(other.indicator, whole.indicator))
    .map((other) => new Map(other.points.map((point) => [periodKey(point.period), point])))
  if (parts.length === 0) return []
  return whole.points.flatMap((point) => {
    const total = claimOf(point, '>')
    const claims = parts
      .map((byPeriod) => claimOf(byPeriod.get(periodKey(point.period)), '<'))
      .filter((claim): claim is Claim => claim !== null)
    const sum = sumOf(claims)
    const found = total && exceeds(sum, total, claims) ? mark(sum, total, claims) : null
    return found ? [found] : []
  })
}
