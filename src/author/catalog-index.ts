/** The catalog, ready to be asked whether something exists and what a mistyped name may have meant. */
import type { Catalog, Indicator, Region, Theme } from '../contract/catalog.ts'
import type { Candidate } from './nearest-name.ts'

export interface CatalogIndex {
  readonly themes: ReadonlyMap<string, Theme>
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly regions: ReadonlyMap<string, Region>
  /** Ids whose own row was refused: naming them elsewhere is no second fault. */
  readonly refusedIds: ReadonlySet<string>
}

export function indexCatalog(
  catalog: Catalog,
  refusedIds: ReadonlySet<string> = new Set(),
): CatalogIndex {
  return {
    themes: new Map(catalog.themes.map((theme) => [theme.id, theme])),
    indicators: new Map(catalog.indicators.map((indicator) => [indicator.id, indicator])),
    regions: new Map(catalog.regions.map((region) => [region.code, region])),
    refusedIds,
  }
}

/** Records with two names as candidates for a suggestion. */
export function candidatesOf(named: ReadonlyMap<string, Theme | Indicator | Region>): Candidate[] {
  return [...named].map(([id, { name }]) => ({ id, names: [name.zh, name.en] }))
}
