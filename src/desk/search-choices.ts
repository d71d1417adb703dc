/** What the list of the search box offers: pages, indicators, then publications, as many as are read at a glance. */
import type { Publication } from '../contract/statement.ts'
import type { SearchPage } from './search-pages.ts'
import type { SearchResult } from './search-index.ts'

export type SearchChoice =
  | { readonly kind: 'page'; readonly id: string; readonly page: SearchPage }
  | { readonly kind: 'indicator'; readonly id: string; readonly result: SearchResult }
  | { readonly kind: 'publication'; readonly id: string; readonly publication: Publication }

export interface SearchChoices {
  /** In the order in which they stand in the list: all of one kind before all of the other. */
  readonly shown: readonly SearchChoice[]
  /** How many were found altogether. */
  readonly found: number
}

const MOST_INDICATORS = 8
/** Beneath indicators; where there are none, publications have the list to themselves. */
const MOST_PUBLICATIONS = 3

export function planChoices(
  results: readonly SearchResult[],
  publications: readonly Publication[],
  pages: readonly SearchPage[] = [],
): SearchChoices {
  const most = results.length > 0 ? MOST_PUBLICATIONS : MOST_INDICATORS
  return {
    shown: [
      ...pages.map((page) => ({ kind: 'page', id: page.path, page }) as const),
      ...results
        .slice(0, MOST_INDICATORS)
        .map((result) => ({ kind: 'indicator', id: result.indicator.id, result }) as const),
      ...publications
        .slice(0, most)
        .map((publication) => ({ kind: 'publication', id: publication.id, publication }) as const),
    ],
    found: pages.length + results.length + publications.length,
  }
}
