/** Figures of the input → the publications that state them, each figure once. */
import { issue, type Issue } from '../contract/issue.ts'
import type { Observation, Snapshot, Target, Task } from '../contract/snapshot.ts'
import type { ColumnName } from './column-names.ts'
import { createPublicationFinder, type PublicationFinder } from './find-publication.ts'
import { repeatedKey } from './meaning-messages.ts'
import type { FigureRow } from './observation-rows.ts'
import type { PublicationRow } from './publication-rows.ts'
import type { Input } from './read-input.ts'
import { observationKey, targetKey, taskKey } from './record-key.ts'
import { toIssue } from './refusal.ts'
import { repeatedRecord } from './table-messages.ts'

/** A publication of the input with all that it states. */
export interface Draft {
  readonly row: PublicationRow
  readonly observations: readonly FigureRow<Observation>[]
  readonly targets: readonly FigureRow<Target>[]
  readonly tasks: readonly FigureRow<Task>[]
}

export interface Grouped {
  readonly drafts: readonly Draft[]
  readonly issues: readonly Issue[]
  /** Identical repeats that were dropped. */
  readonly notes: readonly Issue[]
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
  keyColumn: ColumnName,
  issues: Issue[],
  notes: Issue[],
): FigureRow<T>[] {
  const first = new Map<string, FigureRow<T>>()
  for (const row of rows) {
    const key = keyOf(row.figure)
    const earlier = first.get(key)
    if (!earlier) first.set(key, row)
    else {
      const [place, firstPlace] = [row.path(keyColumn), earlier.path(keyColumn)]
      const isSame = JSON.stringify(earlier.figure) === JSON.stringify(row.figure)
      if (isSame) notes.push(droppedNote(place, firstPlace))
      else issues.push(toIssue(place, repeatedKey(firstPlace)))
    }
  }
  return [...first.values()]
}

function groupByPublication<T>(
  rows: readonly FigureRow<T>[],
  { find }: PublicationFinder,
): Map<PublicationRow, FigureRow<T>[]> {
  const groups = new Map<PublicationRow, FigureRow<T>[]>()
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
  const finder = createPublicationFinder(declared, published, input.refusedIds, issues)
  const observations = groupByPublication(input.observations, finder)
  const targets = groupByPublication(input.targets, finder)
  const tasks = groupByPublication(input.tasks, finder)
  const once = <T>(
    rows: readonly FigureRow<T>[] | undefined,
    keyOf: (figure: T) => string,
    keyColumn: ColumnName,
  ) => dropRepeatedFigures(rows ?? [], keyOf, keyColumn, issues, notes)
  const drafts = finder.list().map((row) => ({
    row,
    observations: once(observations.get(row), observationKey, 'indicator'),
    targets: once(targets.get(row), targetKey, 'indicator'),
    tasks: once(tasks.get(row), taskKey, 'number'),
  }))
  return { drafts, issues, notes }
}
