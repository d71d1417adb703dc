/** What stands beside an indicator: its rank, its parts, the work of single years, its parent. */
import type { Catalog, Indicator } from '../contract/catalog.ts'
import type { Evidence, Viewpoint } from './evidence.ts'
import { viewIndicator, type IndicatorView } from './indicator-view.ts'
import { childrenOf, parentOf, rankedBy, rankOf } from './kinship.ts'
import { rankBeside } from './overview.ts'
import type { Point } from './point.ts'

export interface Related {
  readonly kinship: 'rank' | 'part' | 'whole' | 'ranked'
  readonly view: IndicatorView
  /** For a rank: its point for the same moment as the headline. */
  readonly beside?: Point
}

/** The indicator after this one in the catalog. */
export function nextIndicator(id: string, catalog: Catalog): Indicator | undefined {
  const at = catalog.indicators.findIndex((indicator) => indicator.id === id)
  return at < 0 ? undefined : catalog.indicators[at + 1]
}

export function relatedViews(
  view: IndicatorView,
  evidence: Evidence,
  viewpoint: Viewpoint,
): readonly Related[] {
  const { catalog } = evidence
  const related = (kinship: Related['kinship'], indicator: Indicator | undefined): Related[] => {
    const other = indicator && viewIndicator(evidence, indicator.id, viewpoint)
    if (!other) return []
    const beside = kinship === 'rank' ? rankBeside(view, other) : undefined
    return [{ kinship, view: other, ...(beside ? { beside } : {}) }]
  }
  return [
    ...related('whole', parentOf(view.indicator, catalog)),
    ...related('ranked', rankedBy(view.indicator, catalog)),
    ...related('rank', rankOf(view.indicator, catalog)),
    ...childrenOf(view.indicator, catalog).flatMap((child) => related('part', child)),
  ]
}
