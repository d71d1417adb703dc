/** Figures of the input → the publications that state them, each figure once. */
import { issue, type Issue } from '../contract/issue.ts'
import type { Observation, Snapshot, Target } from '../contract/snapshot.ts'
import { repeatedKey, unknownPublication } from './meaning-messages.ts'
import { nearestNames } from './nearest-name.ts'
import type { FigureRow } from './observation-rows.ts'
import type { PublicationFacts, PublicationRow } from './publication-rows.ts'
import { noSuchRevision } from './publishing-messages.ts'
import type { Input } from './read-input.ts'
import { observationKey, targetKey } from './record-key.ts'
import { toIssue } from './refusal.ts'
import { repeatedRecord } from './table-messages.ts'

/** A publication of the input with all that it states. */
export interface Draft {
  readonly row: PublicationRow
  readonly observations: readonly FigureRow<Observation>[]
  readonly targets: readonly FigureRow<Target>[]
}

export interface Grouped {
  readonly drafts: readonly Draft[]
  readonly issues: readonly Issue[]
  /** Identical repeats that were dropped. */
  readonly notes: readonly Issue[]
}

function factsOf(snapshot: Snapshot): PublicationFacts {
  const { id, published, title, publisher, grade, url, audience } = snapshot
  return { id, published, title, publisher, grade, url, audience }
}

function droppedNote(path: string, first: string): Issue {
  return issue(
    path,
    'dropped-repeat',
    `与 ${first} 完全相同，只取一次`,
    `identical to ${first}, taken once`,
  )
}

function contentOf(row: PublicationRow): string {
  return JSON.stringify([row.facts, row.revision, row.revisionReason])
}

function dropRepeats(rows: readonly PublicationRow[], issues: Issue[], notes: Issue[]) {
  const first = new Map<string, PublicationRow>()
  for (const row of rows) {
    const key = `${row.facts.id}@${row.revision ?? ''}`
    const earlier = first.get(key)
    if (!earlier) first.set(key, row)
    else if (contentOf(earlier) === contentOf(row)) {
      notes.push(droppedNote(row.path('id'), earlier.path('id')))
    } else issues.push(toIssue(row.path('id'), repeatedRecord(row.facts.id)))
  }
  return [...first.values()]
}

function dropRepeatedFigures<T>(
  rows: readonly FigureRow<T>[],
  keyOf: (figure: T) => string,
  issues: Issue[],
  notes: Issue[],
): FigureRow<T>[] {
  const first = new Map<string, FigureRow<T>>()
  for (const row of rows) {
    const key = keyOf(row.figure)
    const earlier = first.get(key)
    if (!earlier) first.set(key, row)
    else {
      const [place, firstPlace] = [row.path('indicator'), earlier.path('indicator')]
      const isSame = JSON.stringify(earlier.figure) === JSON.stringify(row.figure)
      if (isSame) notes.push(droppedNote(place, firstPlace))
      else issues.push(toIssue(place, repeatedKey(firstPlace)))
    }
  }
  return [...first.values()]
}

type Anyone = FigureRow<Observation> | FigureRow<Target>

/** Finds, or refuses to guess, the publication that a row belongs to. */
function createFinder(
  declared: readonly PublicationRow[],
  published: readonly Snapshot[],
  { refusedIds }: Input,
  issues: Issue[],
): { find: (row: Anyone) => PublicationRow | undefined; publications: PublicationRow[] } {
  const publications = [...declared]
  const byId = new Map<string, PublicationRow[]>()
  const add = (row: PublicationRow) => {
    byId.set(row.facts.id, [...(byId.get(row.facts.id) ?? []), row])
  }
  declared.forEach(add)
  const latest = new Map(published.map((snapshot) => [snapshot.id, snapshot]))
  const find = (row: Anyone) => {
    const candidates = byId.get(row.publication) ?? []
    if (candidates.length > 0) {
      const [only] = candidates
      if (candidates.length === 1 && row.revision === undefined) return only
      const exact = candidates.find(({ revision }) => revision === row.revision)
      if (!exact)
        issues.push(toIssue(row.path('revision'), noSuchRevision(row.publication, row.revision)))
      return exact
    }
    const snapshot = latest.get(row.publication)
    if (snapshot) {
      // Rows without their publication's own row speak of the one that is published.
      const again: PublicationRow = {
        facts: factsOf(snapshot),
        revision: row.revision,
        revisionReason: undefined,
        path: (column) => row.path(column === 'id' ? 'publication' : column),
      }
      publications.push(again)
      add(again)
      return again
    }
    if (refusedIds.has(row.publication)) return undefined
    const known = [...new Set([...byId.keys(), ...latest.keys()])].map((id) => ({ id, names: [] }))
    const near = nearestNames(row.publication, known)
    issues.push(toIssue(row.path('publication'), unknownPublication(row.publication, near)))
    return undefined
  }
  return { find, publications }
}

function groupBy<T extends Anyone>(
  rows: readonly T[],
  find: (row: T) => PublicationRow | undefined,
): Map<PublicationRow, T[]> {
  const groups = new Map<PublicationRow, T[]>()
  for (const row of rows) {
    const publication = find(row)
    if (!publication) continue
    const group = groups.get(publication)
    if (group) group.push(row)
    else groups.set(publication, [row])
  }
  return groups
}

export function groupFigures(input: Input, published: readonly Snapshot[]): Grouped {
  const issues: Issue[] = []
  const notes: Issue[] = []
  const declared = dropRepeats(input.publications, issues, notes)
  const { find, publications } = createFinder(declared, published, input, issues)
  const observations = groupBy(input.observations, find)
  const targets = groupBy(input.targets, find)
  const drafts = publications.map((row) => ({
    row,
    observations: dropRepeatedFigures(observations.get(row) ?? [], observationKey, issues, notes),
    targets: dropRepeatedFigures(targets.get(row) ?? [], targetKey, issues, notes),
  }))
  return { drafts, issues, notes }
}
