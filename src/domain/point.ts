/** A point of a series: what stands for one period, and what was said of it before. */
import type { Indicator } from '../contract/catalog.ts'
import type { Grade, ObservationStatus } from '../contract/snapshot.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import { periodOf, type Period } from './period.ts'
import { readObservation, type Reading } from './reading.ts'

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

const GRADE_ORDER: Readonly<Record<Grade, number>> = { official: 0, monitoring: 1, press: 2 }

/** Latest publication first; on one day official before monitoring before press, then by id. */
function compareVintages(a: Vintage, b: Vintage): number {
  if (a.source.published !== b.source.published) {
    return a.source.published < b.source.published ? 1 : -1
  }
  const byGrade = GRADE_ORDER[a.source.grade] - GRADE_ORDER[b.source.grade]
  return byGrade || (a.source.id < b.source.id ? -1 : 1)
}

function isSameReading(a: Reading, b: Reading): boolean {
  if (a.kind === 'missing' || b.kind === 'missing') return a.kind === b.kind
  return a.value === b.value && a.qualifier === b.qualifier
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
  const byPeriod = new Map<string, Vintage[]>()
  for (const statement of statements) {
    const source = standing.get(statement.publication)
    if (!source) continue
    const vintage = { statement, source, reading: readObservation(statement, indicator.unit) }
    const vintages = byPeriod.get(statement.period)
    if (vintages) vintages.push(vintage)
    else byPeriod.set(statement.period, [vintage])
  }
  return [...byPeriod.values()].map((vintages) => {
    const [latest, ...earlier] = vintages.sort(compareVintages) as [Vintage, ...Vintage[]]
    return {
      ...latest,
      period: periodOf(latest.statement.period),
      status: latest.statement.status,
      earlier,
      rivals: earlier.filter(
        (vintage) =>
          vintage.source.published === latest.source.published &&
          !isSameReading(vintage.reading, latest.reading),
      ),
    }
  })
}
