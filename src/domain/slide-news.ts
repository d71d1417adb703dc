/** What is new, for one slide: the latest publication about the region, and what it changed. */
import type { Publication } from '../contract/statement.ts'
import type { Evidence, Viewpoint } from './evidence.ts'
import { changeTo } from './change.ts'
import { viewIndicator, type IndicatorView } from './indicator-view.ts'
import { findRegion, homeRegion } from './region-choice.ts'
import { regionsSpokenOf } from './spoken.ts'
import { comparePrecedence, standingPublications } from './standing.ts'

export interface SlideNews {
  /** The latest publication with a figure of the region; of all, where the region has none. */
  readonly publication: Publication
  /** Figures of it that lead their indicators, those that changed first. */
  readonly rows: readonly IndicatorView[]
  /** How many of them differ from the comparable figure before. */
  readonly changed: number
  /** What else came in last, the latest first. */
  readonly others: readonly Publication[]
}

const MOST_OTHERS = 4

function hasChanged({ headline, main }: IndicatorView): boolean {
  const change = headline && main && changeTo(headline, main)
  return change !== undefined && change !== null && change.amount !== 0
}

/** Null where nothing was published by the day. */
export function viewSlideNews(evidence: Evidence, viewpoint: Viewpoint): SlideNews | null {
  const { catalog } = evidence
  const region = findRegion(catalog, viewpoint.region) ?? homeRegion(catalog)
  const known = [...standingPublications(evidence.publications, viewpoint.asOf).values()]
  const latest = known.sort(comparePrecedence)
  const publication = latest.find((each) => regionsSpokenOf(each).has(region.code)) ?? latest[0]
  if (!publication) return null
  const ids = new Set(publication.spoken.flatMap(({ indicators }) => indicators))
  const views = catalog.indicators
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id }) => viewIndicator(evidence, id, viewpoint) ?? [])
    .filter(({ headline }) => headline?.source.id === publication.id)
    .filter(({ headline }) => headline?.reading.kind === 'value')
  const changed = views.filter(hasChanged)
  return {
    publication,
    rows: [...changed, ...views.filter((view) => !changed.includes(view))],
    changed: changed.length,
    others: latest.filter((each) => each !== publication).slice(0, MOST_OTHERS),
  }
}
