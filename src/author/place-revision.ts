/** A publication of the input beside the published ones: new, unchanged, a revision, or refused. */
import { SNAPSHOT_FORMAT, type Snapshot } from '../contract/snapshot.ts'
import type { Issue } from '../contract/issue.ts'
import { compareRevisions, type RevisionChange } from './compare-revisions.ts'
import type { Draft } from './group-figures.ts'
import {
  publicationDiffers,
  revisionDiffers,
  revisionGap,
  revisionWithoutReason,
} from './publishing-messages.ts'
import { observationKey, targetKey, taskKey } from './record-key.ts'
import { toIssue, type Refusal } from './refusal.ts'
import { writeSnapshot } from './write-json.ts'

export type Placement =
  | { readonly kind: 'added'; readonly snapshot: Snapshot; readonly draft: Draft }
  | {
      readonly kind: 'revised'
      readonly snapshot: Snapshot
      readonly draft: Draft
      /** Against the revision before it. */
      readonly change: RevisionChange
    }
  | { readonly kind: 'unchanged'; readonly snapshot: Snapshot }
  | { readonly kind: 'refused'; readonly issue: Issue }

function buildSnapshot(draft: Draft, revision: number, reason: string | undefined): Snapshot {
  return {
    format: SNAPSHOT_FORMAT,
    revision,
    ...(reason !== undefined && { revisionReason: reason }),
    ...draft.row.facts,
    observations: draft.observations.map(({ figure }) => figure),
    targets: draft.targets.map(({ figure }) => figure),
    ...(draft.tasks.length > 0 && { tasks: draft.tasks.map(({ figure }) => figure) }),
  }
}

/** Content as a text that does not depend on the order of rows, nor on the revision's own number. */
function contentOf(snapshot: Snapshot): string {
  const sorted = {
    ...snapshot,
    revision: 1,
    revisionReason: undefined,
    observations: [...snapshot.observations].sort((a, b) =>
      observationKey(a) < observationKey(b) ? -1 : 1,
    ),
    targets: [...snapshot.targets].sort((a, b) => (targetKey(a) < targetKey(b) ? -1 : 1)),
    tasks: snapshot.tasks && [...snapshot.tasks].sort((a, b) => (taskKey(a) < taskKey(b) ? -1 : 1)),
  }
  return writeSnapshot(sorted)
}

function latestOf(revisions: readonly Snapshot[]): Snapshot | undefined {
  return revisions.reduce<Snapshot | undefined>(
    (best, known) => (best && best.revision > known.revision ? best : known),
    undefined,
  )
}

/** An export names its revisions; each must be there already, or be the next one. */
function placeNamed(
  draft: Draft,
  revision: number,
  published: readonly Snapshot[],
  reason: string | undefined,
): Placement | Refusal {
  const { facts, revisionReason } = draft.row
  const snapshot = buildSnapshot(draft, revision, revisionReason)
  const latest = latestOf(published)
  const same = published.find((known) => known.revision === revision)
  if (same && latest) {
    const isSame = contentOf(same) === contentOf(snapshot)
    if (isSame && same.revisionReason === revisionReason)
      return { kind: 'unchanged', snapshot: same }
    // An export that was edited still names the revision that it was made from.
    const isTaken = reason !== undefined && contentOf(latest) === contentOf(snapshot)
    const isEdited = !isSame && (same === latest || isTaken)
    return isEdited ? placeUnnamed(draft, published, reason) : revisionDiffers(facts.id, revision)
  }
  const next = (latest?.revision ?? 0) + 1
  if (revision !== next) return revisionGap(revision, next)
  if (!latest) return { kind: 'added', snapshot, draft }
  if (revisionReason === undefined) return revisionWithoutReason()
  return { kind: 'revised', snapshot, draft, change: compareRevisions(latest, snapshot) }
}

function placeUnnamed(
  draft: Draft,
  published: readonly Snapshot[],
  reason: string | undefined,
): Placement | Refusal {
  const latest = latestOf(published)
  if (!latest) return { kind: 'added', snapshot: buildSnapshot(draft, 1, undefined), draft }
  const snapshot = buildSnapshot(draft, latest.revision + 1, reason)
  if (contentOf(snapshot) === contentOf(latest)) return { kind: 'unchanged', snapshot: latest }
  const change = compareRevisions(latest, snapshot)
  if (reason !== undefined) return { kind: 'revised', snapshot, draft, change }
  return publicationDiffers(latest.id, change)
}

/** `published` are the revisions of this publication that are known, in the input or on disk. */
function placeRevision(
  draft: Draft,
  published: readonly Snapshot[],
  reviseReason: string | undefined,
): Placement {
  const { revision, path } = draft.row
  const placed =
    revision === undefined
      ? placeUnnamed(draft, published, reviseReason)
      : placeNamed(draft, revision, published, reviseReason)
  if ('kind' in placed) return placed
  const column = placed.code === 'revision-without-reason' ? 'revision_reason' : 'id'
  return { kind: 'refused', issue: toIssue(path(column), placed) }
}

/** Revisions in their order, so that each finds the one before it; unnumbered ones come last. */
export function placeAll(
  drafts: readonly Draft[],
  published: readonly Snapshot[],
  reviseReason: string | undefined,
): Placement[] {
  const known = new Map<string, Snapshot[]>()
  const add = (snapshot: Snapshot) => {
    known.set(snapshot.id, [...(known.get(snapshot.id) ?? []), snapshot])
  }
  published.forEach(add)
  const rank = ({ row }: Draft) => row.revision ?? Number.MAX_SAFE_INTEGER
  return [...drafts]
    .sort((a, b) => rank(a) - rank(b))
    .map((draft) => {
      const placement = placeRevision(draft, known.get(draft.row.facts.id) ?? [], reviseReason)
      if (placement.kind === 'added' || placement.kind === 'revised') add(placement.snapshot)
      return placement
    })
}
