/** Of what and where a publication speaks, known before any of its figures is read. */
import type { Catalog, Indicator, Region } from '../contract/catalog.ts'
import type { Publication } from '../contract/statement.ts'

export function isSpokenOf({ spoken }: Publication, indicator: string, region: string): boolean {
  return spoken.some(
    ({ indicators, regions }) => regions.includes(region) && indicators.includes(indicator),
  )
}

/** Codes of the regions of its figures. */
export function regionsSpokenOf({ spoken }: Publication): ReadonlySet<string> {
  return new Set(spoken.flatMap(({ regions }) => regions))
}

interface Place {
  readonly indicator: Indicator
  readonly region: Region
}

/** Each place that any of them speaks of once, in the order of the catalog, regions by code. */
export function placesOf(publications: readonly Publication[], catalog: Catalog): readonly Place[] {
  const codes = new Map<string, Set<string>>()
  for (const { indicators, regions } of publications.flatMap(({ spoken }) => spoken)) {
    for (const id of indicators) {
      const known = codes.get(id) ?? new Set()
      for (const code of regions) known.add(code)
      codes.set(id, known)
    }
  }
  const regionOf = new Map(catalog.regions.map((region) => [region.code, region]))
  return catalog.indicators.flatMap((indicator) =>
    [...(codes.get(indicator.id) ?? [])].sort().flatMap((code): Place[] => {
      const region = regionOf.get(code)
      return region ? [{ indicator, region }] : []
    }),
  )
}
