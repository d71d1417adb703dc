/** One indicator in one region as known on one day: everything that a panel or page shows of it. */
import type { Catalog, Indicator, Region, Theme } from '../contract/catalog.ts'
import { seriesKey, type Publication, type Statement } from '../contract/statement.ts'
import { chooseForm, isTimeForm, longestRun, type Form } from './form.ts'
import { headlineOf } from './headline.ts'
import { findNotices, type Notice } from './notice.ts'
import { partsOf, type Parts } from './parts.ts'
import type { Point } from './point.ts'
import { ancestorsOf, chooseRegion, findRegion } from './region-choice.ts'
import { buildSeries, type Series } from './series.ts'
import { findSources, type SourceUse } from './source-use.ts'
import { standingPublications, standingStatements, type AsOf } from './standing.ts'
import { viewTargets, type TargetView } from './target-view.ts'

/** All that has been published, before any day or region is chosen. */
export interface Evidence {
  readonly catalog: Catalog
  /** Every revision of every publication. */
  readonly publications: readonly Publication[]
  /** Everything that was ever stated of an indicator; empty for one never spoken of. */
  readonly statementsOf: (indicator: string) => readonly Statement[]
}

export interface Viewpoint {
  readonly asOf: AsOf
  /** The region asked for. */
  readonly region: string
}

export interface IndicatorView {
  readonly indicator: Indicator
  readonly theme: Theme
  /** The region whose figures are shown; differs from the one asked for where that has none. */
  readonly region: Region
  readonly asked: Region
  /** One for each breakdown, the one with the latest headline first. */
  readonly series: readonly Series[]
  /** The same indicator in the regions above, nearest first. */
  readonly peers: readonly Series[]
  /** The series that the panel leads with; absent where nothing is known. */
  readonly main?: Series
  readonly headline?: Point
  readonly parts?: Parts
  readonly form: Form
  readonly targets: readonly TargetView[]
  readonly notices: readonly Notice[]
  readonly sources: readonly SourceUse[]
}

interface Scope {
  readonly evidence: Evidence
  readonly standing: ReadonlyMap<string, Publication>
}

/** All series of an indicator in a region, one for each breakdown. */
function seriesIn(indicator: Indicator, region: Region, { evidence, standing }: Scope): Series[] {
  const groups = new Map<string, Statement[]>()
  for (const statement of standingStatements(evidence.statementsOf(indicator.id), standing)) {
    if (statement.region !== region.code) continue
    const key = seriesKey(statement)
    const group = groups.get(key)
    if (group) group.push(statement)
    else groups.set(key, [statement])
  }
  return [...groups.values()].map((statements) => {
    const breakdown = statements[0]?.breakdown
    return buildSeries(statements, {
      indicator,
      region,
      ...(breakdown === undefined ? {} : { breakdown }),
      breaks: evidence.catalog.breaks,
      standing,
    })
  })
}

function byLatestHeadline(a: Series, b: Series): number {
  const end = (series: Series) => headlineOf(series)?.period.end ?? -Infinity
  return end(b) - end(a) || ((a.breakdown ?? '') < (b.breakdown ?? '') ? -1 : 1)
}

function regionsWithFigures(indicator: Indicator, { evidence, standing }: Scope): Set<string> {
  const statements = standingStatements(evidence.statementsOf(indicator.id), standing)
  return new Set(statements.map((statement) => statement.region))
}

/** The picture: parts and shares say one moment, so a series of breakdowns is not asked. */
function formOf(main: Series | undefined, parts: Parts | null): Form {
  if (!main) return 'fact'
  const form = chooseForm(main, false)
  return parts && (!isTimeForm(form) || longestRun(main) < 2) ? 'parts' : form
}

/**
 * Views an indicator; null for an id that the catalog does not know. A region that the catalog
 * does not know falls back to the first that has figures.
 */
export function viewIndicator(
  evidence: Evidence,
  id: string,
  viewpoint: Viewpoint,
): IndicatorView | null {
  const { catalog } = evidence
  const indicator = catalog.indicators.find((candidate) => candidate.id === id)
  const theme = catalog.themes.find((candidate) => candidate.id === indicator?.theme)
  const asked = findRegion(catalog, viewpoint.region) ?? catalog.regions[0]
  if (!indicator || !theme || !asked) return null
  const standing = standingPublications(evidence.publications, viewpoint.asOf)
  const scope = { evidence, standing }
  const region = chooseRegion(asked, regionsWithFigures(indicator, scope), catalog) ?? asked
  const above = ancestorsOf(region, catalog)
  const series = seriesIn(indicator, region, scope).sort(byLatestHeadline)
  const peers = above.flatMap((ancestor) => seriesIn(indicator, ancestor, scope))
  const targets = viewTargets(indicator, [region, ...above], standing)
  const main = series[0]
  const headline = main && headlineOf(main)
  const parts =
    main &&
    partsOf(headline, main, catalog, (child, beside) =>
      seriesIn(child, beside.region, scope).find((each) => each.breakdown === beside.breakdown),
    )
  const shown = new Set([region, ...above].map((each) => each.code))
  return {
    indicator,
    theme,
    region,
    asked,
    series,
    peers,
    ...(main ? { main } : {}),
    ...(headline ? { headline } : {}),
    ...(parts ? { parts } : {}),
    form: formOf(main, parts ?? null),
    targets,
    notices: findNotices({ indicator, series, peers, targets, asked, shown: region }),
    sources: findSources(
      id,
      shown,
      evidence.statementsOf(id),
      evidence.publications,
      viewpoint.asOf,
    ),
  }
}
