/** A point of a series: what stands for one period, and what was said of it before. */
import type { Indicator } from '../contract/catalog.ts'
import type { ObservationStatus } from '../contract/snapshot.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import { periodOf, type Period } from './period.ts'
import { readObservation, type Reading, type ValueReading } from './reading.ts'
import { compareContents, comparePrecedence } from './standing.ts'
import { compareReadings } from './vintage-change.ts'

/** One statement with its source at hand and its figure in the unit of the indicator. */
export interface Vintage {
  readonly statement: Statement
  readonly source: Publication
  readonly reading: Reading
}

export interface Point extends Vintage {
  readonly period: Period
  readonly status: ObservationStatus
  /** What other publications said of the same period, latest first. */
  readonly earlier: readonly Vintage[]
  /** Of those, the ones published on the same day with another figure: a conflict, not a revision. */
  readonly rivals: readonly Vintage[]
}

function compareVintages(a: Vintage, b: Vintage): number {
  return comparePrecedence(a.source, b.source) || compareContents(a.statement, b.statement)
}

interface DatedVintage {
  readonly vintage: Vintage
  readonly period: Period
}

function compareDated(a: DatedVintage, b: DatedVintage): number {
  return compareVintages(a.vintage, b.vintage)
}

function pointOf({ vintage, period }: DatedVintage, earlier: readonly Vintage[]): Point {
  return {
    statement: vintage.statement,
    source: vintage.source,
    reading: vintage.reading,
    period,
    status: vintage.statement.status,
    earlier,
    rivals: earlier.filter(
      ({ source, reading }) =>
        source.published === vintage.source.published &&
        compareReadings(reading, vintage.reading) === 'other',
    ),
  }
}

export type ValuedPoint = Point & { readonly reading: ValueReading }

/** True for a figure that was observed, by the series' own definition: neither `F` nor `D`. */
export function isObservedAlike(point: Point): point is ValuedPoint {
  return point.reading.kind === 'value' && point.status !== 'F' && point.status !== 'D'
}

/** One key for 2018-01/2018-06 and 2018-01-01/2018-06-30, which are one half-year. */
export function periodKey({ kind, start, end }: Period): string {
  return `${kind} ${start} ${end}`
}

/**
 * Points from the standing statements of one series, one for each period. For each period the
 * latest publication stands; the others stay visible behind it.
 */
export function resolvePoints(
  statements: readonly Statement[],
  standing: ReadonlyMap<string, Publication>,
  indicator: Indicator,
): readonly Point[] {
  const byPeriod = new Map<string, DatedVintage[]>()
  for (const statement of statements) {
    const source = standing.get(statement.publication)
    if (!source) continue
    const reading = readObservation(statement, indicator.unit)
    const period = periodOf(statement.period)
    const dated = { vintage: { statement, source, reading }, period }
    const group = byPeriod.get(periodKey(period))
    if (group) group.push(dated)
    else byPeriod.set(periodKey(period), [dated])
  }
  return [...byPeriod.values()].map((group) => {
    const [latest, ...rest] = group.sort(compareDated) as [DatedVintage, ...DatedVintage[]]
    return pointOf(
      latest,
      rest.map((dated) => dated.vintage),
    )
  })
}
