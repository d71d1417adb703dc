/** What the report of a round says beside its tasks: of each theme the first figures. */
import type { Theme } from '../contract/catalog.ts'
import type { Publication } from '../contract/statement.ts'
import type { Evidence, Viewpoint } from './evidence.ts'
import { viewIndicator, type IndicatorView } from './indicator-view.ts'
import type { Round } from './inspection.ts'
import { rowParentOf } from './kinship.ts'

export interface InspectionReport {
  readonly source: Publication
  readonly themes: readonly { readonly theme: Theme; readonly views: readonly IndicatorView[] }[]
}

/** Enough to see what a theme is about; all of them stand on the page of the publication. */
const MOST_OF_THEME = 3

/**
 * Figures for which the report still is the latest word, so that none is told twice with two
 * values. A part is left to its whole.
 */
export function viewReport(
  { tasks }: Round,
  evidence: Evidence,
  viewpoint: Viewpoint,
): InspectionReport | null {
  const { catalog } = evidence
  const { source } = tasks
  const own = catalog.indicators.find(({ id }) => id === tasks.statement.indicator)?.theme
  const spokenOf = new Set(source.spoken.flatMap(({ indicators }) => indicators))
  const views = catalog.indicators
    .filter(({ id, theme }) => theme !== own && spokenOf.has(id))
    .filter((indicator) => !rowParentOf(indicator, catalog))
    .flatMap(({ id }) => viewIndicator(evidence, id, viewpoint) ?? [])
    .filter(({ headline }) => headline?.source.id === source.id)
  const themes = catalog.themes
    .map((theme) => ({
      theme,
      views: views.filter((view) => view.theme.id === theme.id).slice(0, MOST_OF_THEME),
    }))
    .filter((group) => group.views.length > 0)
  return themes.length > 0 ? { source, themes } : null
}
