/** What each page wants to know, by the name of its route. */
import type { Evidence, Viewpoint } from '../domain/evidence.ts'
import { viewIndicator } from '../domain/indicator-view.ts'
import type { ViewBeside } from './use-slide-rows.ts'

export interface Shown {
  readonly evidence: Evidence
  readonly viewpoint: Viewpoint
  /** Of the indicator or publication. */
  readonly id: string
  readonly onAsOf: (day: string | null) => void
  readonly view: ViewBeside
}

export function propsOfPage(
  name: string,
  { evidence, viewpoint, id, onAsOf, view }: Shown,
): Readonly<Record<string, unknown>> {
  const { asOf } = viewpoint
  switch (name) {
    case 'indicators': {
      const { catalog } = evidence
      const views = catalog.indicators.flatMap(
        (indicator) => viewIndicator(evidence, indicator.id, viewpoint) ?? [],
      )
      return { views, catalog }
    }
    case 'indicator':
      return { evidence, viewpoint, id, onAsOf, beside: view }
    case 'inspection':
      return { evidence, viewpoint, beside: view }
    case 'sources':
      return { evidence, asOf }
    case 'publication':
      return { evidence, asOf, id }
    case 'offline':
      return { evidence }
    case 'slides':
      return { evidence, viewpoint, view }
    default:
      return { evidence, viewpoint }
  }
}
