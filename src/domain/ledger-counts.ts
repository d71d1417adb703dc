/** How much each publication added, revised, repeated and contradicted: for a list of all of them. */
import type { Publication } from '../contract/statement.ts'
import type { Evidence } from './evidence.ts'
import type { Scope } from './known-series.ts'
import { correctionsOf, ledgerOfPlace, type PublicationLedger } from './publication-ledger.ts'
import { placesOf } from './spoken.ts'
import { standingPublications, type AsOf } from './standing.ts'
import { targetLedgerOf } from './target-ledger.ts'

/** Figures and targets together, but for corrections and contradictions. */
export interface LedgerCounts {
  readonly added: number
  readonly revised: number
  /** Same quantity, other status. */
  readonly status: number
  /** Same quantity, other precision. */
  readonly rounded: number
  readonly repeated: number
  readonly conflict: number
  readonly contradicted: number
  readonly corrected: number
}

type Counting = { -readonly [Name in keyof LedgerCounts]: number }

const TARGET_COUNTS = {
  set: 'added',
  restated: 'repeated',
  changed: 'revised',
  conflict: 'conflict',
} as const

function none(): Counting {
  return {
    added: 0,
    revised: 0,
    status: 0,
    rounded: 0,
    repeated: 0,
    conflict: 0,
    contradicted: 0,
    corrected: 0,
  }
}

/** True where it did more than add to what was known, or say it again. */
export function isContested({
  revised,
  status,
  conflict,
  contradicted,
  corrected,
}: LedgerCounts): boolean {
  return revised + status + conflict + contradicted + corrected > 0
}

export function countLedger(ledger: PublicationLedger): LedgerCounts {
  const counts = none()
  for (const { change } of ledger.entries) counts[change] += 1
  for (const { change } of ledger.targets) counts[TARGET_COUNTS[change]] += 1
  counts.contradicted = ledger.disputes.length + ledger.crossDisputes.length
  counts.corrected = ledger.corrections.length
  return counts
}

/**
 * Counts for every publication known on the day, by id; null where the data are too many to be held,
 * for this looks at every figure.
 */
export function countLedgers(
  evidence: Evidence,
  asOf: AsOf,
): ReadonlyMap<string, LedgerCounts> | null {
  if (evidence.isPartial) return null
  const standing = standingPublications(evidence.publications, asOf)
  const scope: Scope = { evidence, asOf, standing }
  const { catalog } = evidence
  const counts = new Map([...standing.keys()].map((id) => [id, none()] as const))
  const count = ({ id }: Publication, name: keyof LedgerCounts) => {
    const own = counts.get(id)
    if (own) own[name] += 1
  }
  // Places are looked at once each, whoever speaks of them.
  for (const { indicator, region } of placesOf([...standing.values()], catalog)) {
    const place = ledgerOfPlace(indicator, region, scope)
    for (const { now, change } of place.entries) count(now.source, change)
    for (const { contradiction } of place.disputes) {
      count(contradiction.point.source, 'contradicted')
    }
    for (const { later } of place.crossDisputes) count(later.source, 'contradicted')
  }
  for (const indicator of catalog.indicators) {
    for (const { now, change } of targetLedgerOf(indicator, catalog.regions, standing)) {
      count(now.source, TARGET_COUNTS[change])
    }
  }
  for (const publication of standing.values()) {
    for (const _ of correctionsOf(publication, evidence)) count(publication, 'corrected')
  }
  return counts
}
