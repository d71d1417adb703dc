/** Which trends earn a picture on the overview, chosen from the data, never from a list of ids. */
import type { Catalog } from '../contract/catalog.ts'
import { isTimeForm, longestRun } from './form.ts'
import type { IndicatorView } from './indicator-view.ts'
import { childrenOf, parentOf, rankOf } from './kinship.ts'

/** As many as a front page of twelve columns holds in three rows. */
const MOST_TRENDS = 6

/** Points that can be seen, weighed by whether they compare; company makes a trend worth more. */
export function worth(view: IndicatorView, catalog: Catalog): number {
  const points = view.series.reduce((sum, series) => sum + series.points.length, 0)
  const comparable = Math.max(0, ...view.series.map(longestRun))
  const company =
    (view.peers.length > 0 ? 1 : 0) +
    (view.targets.length > 0 ? 1 : 0) +
    (rankOf(view.indicator, catalog) ? 1 : 0) +
    childrenOf(view.indicator, catalog).length
  return Math.log2(1 + points) + comparable / 2 + company
}

function isCandidate(view: IndicatorView, catalog: Catalog): boolean {
  const isHome = view.region.code === view.asked.code
  const isOwn = !parentOf(view.indicator, catalog)
  const isCalm = view.series.every((series) => series.contradictions.length === 0)
  return isTimeForm(view.form) && isHome && isOwn && isCalm && view.series.some(hasComparable)
}

function hasComparable(series: IndicatorView['series'][number]): boolean {
  return series.indicator.accumulation === 'rank'
    ? series.points.length >= 3
    : longestRun(series) >= 2
}

/**
 * Of each theme the worthiest of each form, the worthiest of all first. Two pictures of one shape in
 * one theme tell one story.
 */
export function bestTrends(
  views: readonly IndicatorView[],
  catalog: Catalog,
): readonly IndicatorView[] {
  const best = new Map<string, IndicatorView>()
  for (const view of views) {
    if (!isCandidate(view, catalog)) continue
    const slot = `${view.theme.id} ${view.form}`
    const rival = best.get(slot)
    if (!rival || worth(view, catalog) > worth(rival, catalog)) best.set(slot, view)
  }
  return [...best.values()].sort((a, b) => worth(b, catalog) - worth(a, catalog))
}

/** The trends of the front page: the worthiest six of all themes, in the order of the catalog. */
export function chooseTrends(
  views: readonly IndicatorView[],
  catalog: Catalog,
): readonly IndicatorView[] {
  const chosen = new Set(bestTrends(views, catalog).slice(0, MOST_TRENDS))
  return views.filter((view) => chosen.has(view))
}
