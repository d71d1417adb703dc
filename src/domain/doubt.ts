/** What other documents say against a figure, for whoever shows it: a sentence, a table, an export. */
import type { Indicator } from '../contract/catalog.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import type { Contradiction } from './contradiction.ts'
import { withoutCrossed, type CrossDispute } from './cross-dispute.ts'
import type { Point, Vintage } from './point.ts'
import type { Reading, ValueReading } from './reading.ts'
import type { Series } from './series.ts'
import { compareReadings } from './vintage-change.ts'

export type Doubt =
  /** The other figure, and what it is of: another indicator's where two of them do not go together. */
  | {
      readonly kind: 'figure'
      readonly source: Publication
      readonly reading: Reading
      readonly indicator: Indicator
    }
  /** A document that the row names, and that has no figure of it. */
  | { readonly kind: 'document'; readonly source: Publication }
  /** The parts come to more than their whole. */
  | { readonly kind: 'excess'; readonly source: Publication; readonly sum: ValueReading }

function againstMarked(found: Contradiction, indicator: Indicator): Doubt {
  const { against, other, sum } = found
  if (sum) return { kind: 'excess', source: against, sum }
  if (!other) return { kind: 'document', source: against }
  return { kind: 'figure', source: other.source, reading: other.reading, indicator }
}

/** Doubts about what one document says: both sides are told, on whichever of them one stands. */
export function doubtsOfStatement(
  statement: Statement,
  series: Series,
  crossed: readonly CrossDispute[],
): readonly Doubt[] {
  const { indicator, contradictions } = series
  const own = withoutCrossed(contradictions, crossed).flatMap((found): Doubt[] => {
    const { point, other } = found
    if (point.statement === statement) return [againstMarked(found, indicator)]
    const { source, reading } = point
    return other?.statement === statement ? [{ kind: 'figure', source, reading, indicator }] : []
  })
  const foreign = crossed.flatMap(({ later, earlier }): Doubt[] => {
    if (later.statement === statement) return [{ kind: 'figure', ...earlier }]
    return earlier.statement === statement ? [{ kind: 'figure', ...later }] : []
  })
  return [...own, ...foreign]
}

/**
 * Doubts about the figure that stands, though it was an earlier document that was contradicted, if
 * that gave the same; and what else was published on its day.
 */
export function doubtsAbout(
  point: Point,
  series: Series,
  crossed: readonly CrossDispute[],
): readonly Doubt[] {
  const again = point.earlier.filter(
    ({ reading }) => compareReadings(reading, point.reading) !== 'other',
  )
  const rivals = point.rivals.map(({ source, reading }): Doubt => ({
    kind: 'figure',
    source,
    reading,
    indicator: series.indicator,
  }))
  const vintages: readonly Vintage[] = [point, ...again]
  return [
    ...vintages.flatMap(({ statement }) => doubtsOfStatement(statement, series, crossed)),
    ...rivals,
  ]
}
