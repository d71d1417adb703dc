/** The ledger of one indicator: every publication that spoke of it, in the order of publication. */
import type { Publication } from '../contract/statement.ts'
import type { Correction } from './correction.ts'
import type { CrossDispute } from './cross-dispute.ts'
import type { IndicatorView } from './indicator-view.ts'
import { ledgerOf, type LedgerEntry } from './ledger.ts'
import { disputesIn, type LedgerDispute } from './publication-ledger.ts'
import { comparePrecedence, standingPublications, type AsOf } from './standing.ts'
import { targetLedgerOf, type TargetEntry } from './target-ledger.ts'

export interface LedgerChapter {
  readonly publication: Publication
  readonly entries: readonly LedgerEntry[]
  readonly disputes: readonly LedgerDispute[]
  readonly crossDisputes: readonly CrossDispute[]
  readonly targets: readonly TargetEntry[]
  readonly corrections: readonly Correction[]
}

/** Of the region shown and those above it; the first publication first. */
export function viewIndicatorLedger(
  view: IndicatorView,
  publications: readonly Publication[],
  asOf: AsOf,
): readonly LedgerChapter[] {
  const standing = standingPublications(publications, asOf)
  const series = [...view.series, ...view.peers]
  const entries = series.flatMap(ledgerOf)
  const disputes = disputesIn(series, view.crossDisputes)
  const targets = targetLedgerOf(
    view.indicator,
    view.targets.map(({ region }) => region),
    standing,
  )
  const { corrections, crossDisputes } = view
  const named = [
    ...view.sources.map(({ publication }) => publication.id),
    ...crossDisputes.map(({ later }) => later.source.id),
  ]
  return [...new Set(named)]
    .flatMap((id) => standing.get(id) ?? [])
    .sort((a, b) => comparePrecedence(b, a))
    .map((publication) => {
      const isOwn = ({ id }: Publication) => id === publication.id
      return {
        publication,
        entries: entries.filter(({ now }) => isOwn(now.source)),
        disputes: disputes.filter(({ contradiction }) => isOwn(contradiction.point.source)),
        crossDisputes: crossDisputes.filter(({ later }) => isOwn(later.source)),
        targets: targets.filter(({ now }) => isOwn(now.source)),
        corrections: corrections.filter(({ source }) => isOwn(source)),
      }
    })
}
