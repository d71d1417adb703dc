/** What each page looks at, so that it can be read before the page is shown. */
import type { Evidence, Viewpoint } from '../domain/evidence.ts'
import { viewIndicator } from '../domain/indicator-view.ts'
import { viewInspection } from '../domain/inspection-view.ts'
import { viewOverview } from '../domain/overview.ts'
import { viewPublicationLedger } from '../domain/publication-ledger.ts'
import { viewPublication } from '../domain/publication-view.ts'
import { relatedViews } from '../domain/related.ts'

export interface ShownPage {
  /** Name of its route. */
  readonly name: string
  readonly id: string
}

/** Makes the views of a page, for the sake of what they read. */
export function viewPage({ name, id }: ShownPage, evidence: Evidence, viewpoint: Viewpoint): void {
  if (name === 'overview') viewOverview(evidence, viewpoint)
  if (name === 'inspection') viewInspection(evidence, viewpoint)
  if (name === 'publication') {
    viewPublication(evidence, id, viewpoint.asOf)
    viewPublicationLedger(evidence, id, viewpoint.asOf)
  }
  // The slides of all themes together show every one of them.
  if (name === 'indicators' || name === 'slides') {
    for (const indicator of evidence.catalog.indicators) {
      viewIndicator(evidence, indicator.id, viewpoint)
    }
  }
  if (name === 'indicator') {
    const view = viewIndicator(evidence, id, viewpoint)
    if (view) relatedViews(view, evidence, viewpoint)
  }
}
