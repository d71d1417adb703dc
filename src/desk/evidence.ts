/** What the store holds, as the domain wants to see it. */
import type { Publication, Statement } from '../contract/statement.ts'
import type { Catalog } from '../contract/catalog.ts'
import type { Evidence } from '../domain/evidence.ts'

export interface Held {
  readonly catalog: Catalog
  readonly publications: readonly Publication[]
}

type SeriesLike = { readonly statements: readonly Statement[] }

export function evidenceOf(
  head: Held,
  series: ReadonlyMap<string, readonly SeriesLike[]>,
): Evidence {
  const flat = new Map<string, readonly Statement[]>()
  return {
    catalog: head.catalog,
    publications: head.publications,
    statementsOf(indicator) {
      const known = flat.get(indicator)
      if (known) return known
      const statements = (series.get(indicator) ?? []).flatMap((record) => record.statements)
      flat.set(indicator, statements)
      return statements
    },
  }
}
