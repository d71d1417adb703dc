/** A revision that would take away what is published is asked about before it is written. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { compareRevisions, removesAny } from './compare-revisions.ts'
import type { Placement } from './place-revision.ts'
import { revisionRemoves } from './publishing-messages.ts'
import { toIssue } from './refusal.ts'

function latestById<T>(items: readonly T[], snapshotOf: (item: T) => Snapshot): Map<string, T> {
  const latest = new Map<string, T>()
  for (const item of items) {
    const { id, revision } = snapshotOf(item)
    const known = latest.get(id)
    if (!known || snapshotOf(known).revision < revision) latest.set(id, item)
  }
  return latest
}

/** Compares what would stand with what stands: never two revisions of one import. */
export function findRevisionLosses(
  placements: readonly Placement[],
  published: readonly Snapshot[],
): Issue[] {
  const standing = latestById(published, (snapshot) => snapshot)
  const revised = placements.flatMap((placement) =>
    placement.kind === 'revised' ? [placement] : [],
  )
  return [...latestById(revised, ({ snapshot }) => snapshot).values()].flatMap(
    ({ snapshot, draft }) => {
      const before = standing.get(snapshot.id)
      if (!before) return []
      const change = compareRevisions(before, snapshot)
      if (!removesAny(change)) return []
      return [toIssue(draft.row.path('id'), revisionRemoves(snapshot.id, change))]
    },
  )
}
