/** What the store holds, as the domain wants to see it. */
import type { Catalog } from '../contract/catalog.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import type { Head } from '../db/store-port.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { SeriesByIndicator } from './data-state.ts'
import { wantKey, type Shelf, type Want } from './series-shelf.ts'

export interface Held {
  readonly catalog: Catalog
  readonly publications: readonly Publication[]
}

interface SeriesLike {
  readonly region: string
  readonly statements: readonly Statement[]
}

/** Evidence of a data set that is held whole. */
export function evidenceOf(
  { catalog, publications }: Held,
  series: ReadonlyMap<string, readonly SeriesLike[]>,
): Evidence {
  const flat = new Map<string, readonly Statement[]>()
  return {
    catalog,
    publications,
    statementsOf(indicator, region) {
      const key = `${indicator}|${region}`
      const known = flat.get(key)
      if (known) return known
      const records = (series.get(indicator) ?? []).filter((record) => record.region === region)
      const statements = records.flatMap((record) => record.statements)
      flat.set(key, statements)
      return statements
    },
    statedBy: ({ id, revision }) =>
      [...series.values()].flatMap((records) =>
        records.flatMap((record) =>
          record.statements.filter((each) => each.publication === id && each.revision === revision),
        ),
      ),
  }
}

/** Evidence of what has been read so far; `note` hears of everything that is looked for. */
export function shelfEvidence(
  { catalog, publications }: Held,
  shelf: Shelf,
  note: (want: Want) => void,
): Evidence {
  const take = (want: Want): readonly Statement[] => {
    note(want)
    return shelf.get(wantKey(want)) ?? []
  }
  return {
    catalog,
    publications,
    isPartial: true,
    statementsOf: (indicator, region) => take({ kind: 'place', indicator, region }),
    statedBy: (publication) => take({ kind: 'publication', publication }),
  }
}

export interface Needs {
  readonly wants: readonly Want[]
  /** Nothing is missing: what was viewed is what it would be with everything at hand. */
  readonly isHere: boolean
}

/** What a view looks for, as far as can be told from what has been read. */
export function needsOf(held: Held, shelf: Shelf, view: (evidence: Evidence) => unknown): Needs {
  const wants = new Map<string, Want>()
  view(shelfEvidence(held, shelf, (want) => wants.set(wantKey(want), want)))
  return {
    wants: [...wants.values()],
    isHere: [...wants.keys()].every((key) => shelf.has(key)),
  }
}

/** The part of the data store that evidence is made of. */
export interface EvidenceData {
  readonly head: Head | null
  readonly series: SeriesByIndicator
  readonly shelf: Shelf | null
  need(wants: readonly Want[]): Promise<void>
  needAlso(wants: readonly Want[]): Promise<void>
}

/** Evidence of all that is held; null before anything is. */
export function evidenceIn({ head, series, shelf }: EvidenceData): Evidence | null {
  if (!head) return null
  const held = { catalog: head.catalog, publications: head.publications }
  return shelf ? shelfEvidence(held, shelf, () => undefined) : evidenceOf(held, series)
}

/** A view beside the page; null until what it looks at has been read, which is then seen to. */
export function viewBeside<T>(
  data: EvidenceData,
  evidence: Evidence | null,
  view: (evidence: Evidence) => T,
): T | null {
  const { head, shelf } = data
  if (!evidence || !head || !shelf) return evidence && view(evidence)
  const { wants, isHere } = needsOf(head, shelf, view)
  if (isHere) return view(evidence)
  void data.needAlso(wants)
  return null
}
