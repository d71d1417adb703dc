/** The publication that a row belongs to: of the input, or published before; never guessed. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { undeclaredPublication } from './meaning-messages.ts'
import { nearestNames } from './nearest-name.ts'
import type { FigureRow } from './observation-rows.ts'
import type { PublicationRow } from './publication-rows.ts'
import { noSuchRevision } from './publishing-messages.ts'
import { toIssue } from './refusal.ts'

type AnyRow = Omit<FigureRow<unknown>, 'figure'>

/** The published publication as if its own row stood in the input. */
function restate(snapshot: Snapshot, { revision, path }: AnyRow): PublicationRow {
  const { id, published, title, publisher, grade, url, audience, revisionReason } = snapshot
  return {
    facts: { id, published, title, publisher, grade, url, audience },
    revision,
    revisionReason: revision === undefined ? undefined : revisionReason,
    path: (column) => path(column === 'id' ? 'publication' : column),
  }
}

function groupById<T>(records: readonly T[], idOf: (record: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const record of records) {
    const group = groups.get(idOf(record))
    if (group) group.push(record)
    else groups.set(idOf(record), [record])
  }
  return groups
}

export interface PublicationFinder {
  readonly find: (row: AnyRow) => PublicationRow | undefined
  /** All that were declared, and those that rows have called up from the published ones. */
  readonly list: () => readonly PublicationRow[]
}

export function createPublicationFinder(
  declared: readonly PublicationRow[],
  published: readonly Snapshot[],
  refusedIds: ReadonlySet<string>,
  issues: Issue[],
): PublicationFinder {
  const stated = groupById(declared, ({ facts }) => facts.id)
  const earlier = groupById(published, ({ id }) => id)

  function refuse(row: AnyRow): undefined {
    const { publication, revision, path } = row
    if (refusedIds.has(publication)) return
    if (stated.has(publication) || earlier.has(publication)) {
      issues.push(toIssue(path('revision'), noSuchRevision(publication, revision)))
      return
    }
    const known = [...new Set([...stated.keys(), ...earlier.keys()])]
    const near = nearestNames(
      publication,
      known.map((id) => ({ id, names: [] })),
    )
    issues.push(toIssue(path('publication'), undeclaredPublication(publication, near)))
  }

  function callUp(row: AnyRow): PublicationRow | undefined {
    const revisions = earlier.get(row.publication) ?? []
    // Published ones stand in order, the latest revision last.
    const snapshot =
      row.revision === undefined
        ? revisions[revisions.length - 1]
        : revisions.find(({ revision }) => revision === row.revision)
    if (!snapshot) return undefined
    const again = restate(snapshot, row)
    stated.set(row.publication, [...(stated.get(row.publication) ?? []), again])
    return again
  }

  function find(row: AnyRow): PublicationRow | undefined {
    const candidates = stated.get(row.publication)
    if (!candidates) return callUp(row) ?? refuse(row)
    if (candidates.length === 1 && row.revision === undefined) return candidates[0]
    const exact = candidates.find(({ revision }) => revision === row.revision)
    return exact ?? refuse(row)
  }

  return { find, list: () => [...stated.values()].flat() }
}
