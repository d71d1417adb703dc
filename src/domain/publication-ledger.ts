/** The ledger of one publication: what it did to all that was known when it came. */
import type { Indicator, Region } from '../contract/catalog.ts'
import type { Publication } from '../contract/statement.ts'
import type { Contradiction } from './contradiction.ts'
import { findCorrections, type Correction } from './correction.ts'
import { crossDisputes, withoutCrossed, type CrossDispute } from './cross-dispute.ts'
import type { Evidence } from './evidence.ts'
import { seriesIn, withExcess, type Scope } from './known-series.ts'
import { ledgerBy, ledgerOf, type LedgerEntry } from './ledger.ts'
import type { Series } from './series.ts'
import { placesOf } from './spoken.ts'
import { standingPublications, type AsOf } from './standing.ts'
import { targetLedgerOf, type TargetEntry } from './target-ledger.ts'

export interface LedgerDispute {
  readonly series: Series
  readonly contradiction: Contradiction
}

export interface LedgerCorrection extends Correction {
  readonly indicator: Indicator
}

export interface PublicationLedger {
  readonly publication: Publication
  /** What it did to each figure that it gives, in the order of the catalog. */
  readonly entries: readonly LedgerEntry[]
  /** Contradictions that are marked on it. */
  readonly disputes: readonly LedgerDispute[]
  readonly crossDisputes: readonly CrossDispute[]
  readonly targets: readonly TargetEntry[]
  /** What we mended in our own transcription of it. */
  readonly corrections: readonly LedgerCorrection[]
}

/**
 * Where only what is asked for gets read, a bulletin with more figures than this is not compared:
 * one of a province's 16,200 would have every series read.
 */
export const LEDGER_MOST_FIGURES = 500

/** False where the figures of the publication are too many to be compared one by one. */
export function hasLedger(publication: Publication, { isPartial }: Evidence): boolean {
  return !isPartial || publication.observationCount <= LEDGER_MOST_FIGURES
}

/** Corrections of what any of its revisions states. */
export function correctionsOf(publication: Publication, evidence: Evidence): LedgerCorrection[] {
  if (publication.revision === 1) return []
  const { catalog, publications } = evidence
  const scope = { evidence, standing: new Map([[publication.id, publication]]) }
  const spoken = publications.filter(({ id }) => id === publication.id).flatMap((p) => p.spoken)
  return catalog.indicators
    .filter(({ id }) => spoken.some(({ indicators }) => indicators.includes(id)))
    .flatMap((indicator) =>
      findCorrections(indicator, catalog.regions, scope, (source) =>
        evidence.statedBy(source).filter((each) => each.indicator === indicator.id),
      ).map((correction) => ({ ...correction, indicator })),
    )
}

/** Contradictions within these series, but for what is told as one between two indicators. */
export function disputesIn(
  series: readonly Series[],
  crossed: readonly CrossDispute[],
): readonly LedgerDispute[] {
  return series.flatMap((each) =>
    withoutCrossed(each.contradictions, crossed).map((contradiction) => ({
      series: each,
      contradiction,
    })),
  )
}

/** What was done to what is known of a place. */
export interface PlaceLedger {
  readonly entries: readonly LedgerEntry[]
  readonly disputes: readonly LedgerDispute[]
  readonly crossDisputes: readonly CrossDispute[]
}

/** Of one publication only, where its id is given. */
export function ledgerOfPlace(
  indicator: Indicator,
  region: Region,
  scope: Scope,
  id?: string,
): PlaceLedger {
  const found = seriesIn(indicator, region, scope).map((series) => withExcess(series, scope))
  const crossed = crossDisputes({ indicator, region }, scope)
  return {
    entries: found.flatMap((series) =>
      id === undefined ? ledgerOf(series) : ledgerBy(id, series),
    ),
    disputes: disputesIn(found, crossed),
    crossDisputes: crossed.filter(({ later }) => later.indicator === indicator),
  }
}

function ledgerIn(publication: Publication, scope: Scope): PublicationLedger {
  const { evidence, standing } = scope
  const { catalog } = evidence
  const places = placesOf([publication], catalog).map(({ indicator, region }) =>
    ledgerOfPlace(indicator, region, scope, publication.id),
  )
  const isOwn = ({ id }: Publication) => id === publication.id
  return {
    publication,
    entries: places.flatMap((place) => place.entries),
    disputes: places
      .flatMap((place) => place.disputes)
      .filter(({ contradiction }) => isOwn(contradiction.point.source)),
    crossDisputes: places
      .flatMap((place) => place.crossDisputes)
      .filter(({ later }) => isOwn(later.source)),
    targets: catalog.indicators
      .filter(({ id }) => publication.targets.some(({ indicator }) => indicator === id))
      .flatMap((indicator) => targetLedgerOf(indicator, catalog.regions, standing))
      .filter(({ now }) => isOwn(now.source)),
    corrections: correctionsOf(publication, evidence),
  }
}

/** Null for an id that is unknown on the day, and where the figures are too many. */
export function viewPublicationLedger(
  evidence: Evidence,
  id: string,
  asOf: AsOf,
): PublicationLedger | null {
  const standing = standingPublications(evidence.publications, asOf)
  const publication = standing.get(id)
  if (!publication || !hasLedger(publication, evidence)) return null
  return ledgerIn(publication, { evidence, asOf, standing })
}
