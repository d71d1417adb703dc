/** One indicator in one region as known on one day: everything that a panel or page shows of it. */
import type { Indicator, Region, Theme } from '../contract/catalog.ts'
import { crossDisputes, type CrossDispute } from './cross-dispute.ts'
import { findCorrections, isStatedBy, type Correction } from './correction.ts'
import type { Publication } from '../contract/statement.ts'
import type { Evidence, Viewpoint } from './evidence.ts'
import { chooseForm, type Form } from './form.ts'
import { judgeTarget } from './judge-target.ts'
import type { Judgement } from './judgement.ts'
import { headlineOf } from './headline.ts'
import { beside, seriesIn, withExcess, type Scope } from './known-series.ts'
import { findNotices, type Notice } from './notice.ts'
import { partsOf, type Parts } from './parts.ts'
import type { Point } from './point.ts'
import { ancestorsOf, chooseRegion, findRegion, homeRegion } from './region-choice.ts'
import type { Series } from './series.ts'
import { findSources, type SourceUse } from './source-use.ts'
import { isSpokenOf } from './spoken.ts'
import { latestDay, standingPublications } from './standing.ts'
import { viewTargets, type TargetView } from './target-view.ts'

export interface IndicatorView {
  readonly indicator: Indicator
  readonly theme: Theme
  /** The region whose figures are shown; differs from the one asked for where that has none. */
  readonly region: Region
  readonly asked: Region
  /** True for the city that the data set is about: its figures need not name it. */
  readonly isHome: boolean
  /** Until when anything was known at all: the chosen day, or that of the latest publication, if there is any. */
  readonly knownDay: string | null
  /** One for each breakdown, the one with the latest headline first. */
  readonly series: readonly Series[]
  /** The same indicator in the regions above, nearest first. */
  readonly peers: readonly Series[]
  /** The series that the panel leads with; absent where nothing is known. */
  readonly main?: Series
  readonly headline?: Point
  readonly parts?: Parts
  /** The same for every series that has parts: the rounds of an inspection, one beside the other. */
  readonly wholes: readonly Whole[]
  readonly form: Form
  readonly targets: readonly TargetView[]
  /** How each of the targets stands, in their order. */
  readonly judgements: readonly Judgement[]
  readonly notices: readonly Notice[]
  /** What we mended in our own transcription of its figures, here and in the regions above. */
  readonly corrections: readonly Correction[]
  readonly sources: readonly SourceUse[]
  /** What does not go with a figure of another indicator. */
  readonly crossDisputes: readonly CrossDispute[]
}

export interface Whole {
  readonly series: Series
  readonly parts: Parts
}

function wholesOf(series: readonly Series[], scope: Scope): readonly Whole[] {
  const { catalog } = scope.evidence
  return series.flatMap((each) => {
    const parts = partsOf(headlineOf(each), each, catalog, (child, whole) =>
      beside(child, whole, scope),
    )
    return parts ? [{ series: each, parts }] : []
  })
}

/** Told without reading figures, so that only those of the region shown need to be read. */
function hasFigures(
  indicator: string,
  { code }: Region,
  standing: ReadonlyMap<string, Publication>,
): boolean {
  for (const publication of standing.values()) {
    if (isSpokenOf(publication, indicator, code)) return true
  }
  return false
}

/**
 * Views an indicator; null for an id that the catalog does not know. For a region that the catalog
 * does not know, the city that the data set is about is asked instead.
 */
export function viewIndicator(
  evidence: Evidence,
  id: string,
  viewpoint: Viewpoint,
): IndicatorView | null {
  const { catalog } = evidence
  const indicator = catalog.indicators.find((candidate) => candidate.id === id)
  const theme = catalog.themes.find((candidate) => candidate.id === indicator?.theme)
  if (!indicator || !theme || catalog.regions.length === 0) return null
  const asked = findRegion(catalog, viewpoint.region) ?? homeRegion(catalog)
  const standing = standingPublications(evidence.publications, viewpoint.asOf)
  const scope = { evidence, asOf: viewpoint.asOf, standing }
  const region = chooseRegion(asked, (each) => hasFigures(id, each, standing), catalog) ?? asked
  const above = ancestorsOf(region, catalog)
  const series = seriesIn(indicator, region, scope).map((each) => withExcess(each, scope))
  const peers = above.flatMap((ancestor) => seriesIn(indicator, ancestor, scope))
  const targets = viewTargets(indicator, [region, ...above], standing)
  const knownDay = viewpoint.asOf === 'latest' ? latestDay(standing.values()) : viewpoint.asOf
  const bench = { indicator, series: [...series, ...peers], knownDay: latestDay(standing.values()) }
  const main = series[0]
  const headline = main && headlineOf(main)
  const wholes = wholesOf(series, scope)
  const parts = wholes.find((whole) => whole.series === main)?.parts
  const shown = new Set([region, ...above].map((each) => each.code))
  const crossed = crossDisputes({ indicator, region }, scope)
  const stated = [...shown].flatMap((code) => evidence.statementsOf(id, code))
  return {
    indicator,
    theme,
    region,
    asked,
    isHome: region.code === homeRegion(catalog).code,
    knownDay,
    series,
    peers,
    ...(main ? { main } : {}),
    ...(headline ? { headline } : {}),
    ...(parts ? { parts } : {}),
    wholes,
    form: main ? chooseForm(main, parts !== undefined, targets.length > 0) : 'fact',
    targets,
    judgements: targets.map((target) => judgeTarget(target, bench)),
    notices: findNotices({ indicator, series, peers, targets, asked, shown: region, crossed }),
    corrections: findCorrections(indicator, [region, ...above], scope, (source) =>
      stated.filter((each) => isStatedBy(each, source)),
    ),
    sources: findSources(id, shown, stated, evidence.publications, viewpoint.asOf),
    crossDisputes: crossed,
  }
}
