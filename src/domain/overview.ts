/** The front page as a model: rounds of inspection, the trends worth a picture, every figure by theme. */
import type { Theme } from '../contract/catalog.ts'
import type { Publication } from '../contract/statement.ts'
import { chooseTrends } from './front-page.ts'
import type { Evidence, Viewpoint } from './evidence.ts'
import { viewIndicator, type IndicatorView } from './indicator-view.ts'
import { viewRounds, type Round } from './inspection.ts'
import { rankOf, rowParentOf } from './kinship.ts'
import { periodKey, type Point } from './point.ts'
import { comparePrecedence, standingPublications } from './standing.ts'

export interface OverviewRow {
  readonly view: IndicatorView
  /** True where the row belongs under the one before it. */
  readonly isPart: boolean
}

export interface Overview {
  readonly rounds: readonly Round[]
  readonly trends: readonly IndicatorView[]
  readonly themes: readonly { readonly theme: Theme; readonly rows: readonly OverviewRow[] }[]
  /** Publications known on the day, latest first. */
  readonly publications: readonly Publication[]
  /** Views of all indicators, in the order of the catalog. */
  readonly views: readonly IndicatorView[]
}

/** Parts right after the row that they belong to. */
function arrangeRows(views: readonly IndicatorView[], evidence: Evidence): readonly OverviewRow[] {
  const parents = new Map(
    views.map((view) => [view, rowParentOf(view.indicator, evidence.catalog)?.id] as const),
  )
  const ids = new Set(views.map((view) => view.indicator.id))
  const isPart = (view: IndicatorView) => ids.has(parents.get(view) ?? '')
  const rowsUnder = (view: IndicatorView): OverviewRow[] =>
    views
      .filter((other) => parents.get(other) === view.indicator.id)
      .flatMap((other) => [{ view: other, isPart: true }, ...rowsUnder(other)])
  return views
    .filter((view) => !isPart(view))
    .flatMap((view) => [{ view, isPart: false }, ...rowsUnder(view)])
}

export function viewOverview(evidence: Evidence, viewpoint: Viewpoint): Overview {
  const { catalog } = evidence
  const views = catalog.indicators
    .map((indicator) => viewIndicator(evidence, indicator.id, viewpoint))
    .filter((view): view is IndicatorView => view !== null)
  const known = [...standingPublications(evidence.publications, viewpoint.asOf).values()]
  return {
    rounds: viewRounds(evidence, viewpoint),
    trends: chooseTrends(views, catalog),
    themes: catalog.themes
      .map((theme) => ({
        theme,
        rows: arrangeRows(
          views.filter((view) => view.theme.id === theme.id),
          evidence,
        ),
      }))
      .filter((group) => group.rows.length > 0),
    publications: known.sort(comparePrecedence),
    views,
  }
}

/** The rank that belongs beside an indicator's headline: for the same period and region, or none. */
export function rankBeside(
  view: IndicatorView,
  rank: IndicatorView | undefined,
): Point | undefined {
  if (!view.headline || !rank || rank.region.code !== view.region.code) return undefined
  const key = periodKey(view.headline.period)
  return rank.main?.points.find(({ period }) => periodKey(period) === key)
}

/** View of the rank that belongs to an indicator. */
export function rankViewOf(
  view: IndicatorView,
  views: readonly IndicatorView[],
  evidence: Evidence,
): IndicatorView | undefined {
  const rank = rankOf(view.indicator, evidence.catalog)
  return rank && views.find((other) => other.indicator.id === rank.id)
}
