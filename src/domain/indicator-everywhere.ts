/** One indicator in every region, as the latest publications have it: what a file of its figures holds. */
import type { Indicator, Region, Theme } from '../contract/catalog.ts'
import { findCorrections, isStatedBy, type Correction } from './correction.ts'
import { crossDisputes, type CrossDispute } from './cross-dispute.ts'
import type { Evidence } from './evidence.ts'
import { judgeTarget } from './judge-target.ts'
import type { Judgement } from './judgement.ts'
import { seriesIn, withExcess } from './known-series.ts'
import { ancestorsOf, homeRegion } from './region-choice.ts'
import type { Series } from './series.ts'
import { findSources, type SourceUse } from './source-use.ts'
import { latestDay, standingPublications } from './standing.ts'
import { viewTargets } from './target-view.ts'

export interface IndicatorEverywhere {
  readonly indicator: Indicator
  readonly theme: Theme
  /** Day of the latest publication of any indicator; null where nothing is published. */
  readonly knownDay: string | null
  /** The city first, then the regions above it, then the others as the catalog lists them. */
  readonly series: readonly Series[]
  /** Targets of all regions, and how each of them stands. */
  readonly judgements: readonly Judgement[]
  readonly crossDisputes: readonly CrossDispute[]
  readonly corrections: readonly Correction[]
  /** Latest first. */
  readonly sources: readonly SourceUse[]
}

/** Null for an id that the catalog does not know, and where it knows no region. */
export function viewEverywhere(evidence: Evidence, id: string): IndicatorEverywhere | null {
  const { catalog, publications } = evidence
  const indicator = catalog.indicators.find((candidate) => candidate.id === id)
  const theme = catalog.themes.find((candidate) => candidate.id === indicator?.theme)
  if (!indicator || !theme || catalog.regions.length === 0) return null
  const home = homeRegion(catalog)
  const regions = [...new Set<Region>([home, ...ancestorsOf(home, catalog), ...catalog.regions])]
  const standing = standingPublications(publications, 'latest')
  const scope = { evidence, asOf: 'latest', standing } as const
  const series = regions.flatMap((region) =>
    seriesIn(indicator, region, scope).map((each) => withExcess(each, scope)),
  )
  const knownDay = latestDay(standing.values())
  const bench = { indicator, series, knownDay }
  const stated = regions.flatMap(({ code }) => evidence.statementsOf(id, code))
  const codes = new Set(regions.map(({ code }) => code))
  return {
    indicator,
    theme,
    knownDay,
    series,
    judgements: viewTargets(indicator, regions, standing).map((each) => judgeTarget(each, bench)),
    crossDisputes: regions.flatMap((region) => crossDisputes({ indicator, region }, scope)),
    corrections: findCorrections(indicator, regions, scope, (source) =>
      stated.filter((each) => isStatedBy(each, source)),
    ),
    sources: findSources(id, codes, stated, publications, 'latest'),
  }
}
