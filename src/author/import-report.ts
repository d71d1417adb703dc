/** What an import adds, revises and repeats, counted. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import type { CheckedInput } from './check-input.ts'
import type { RecordChange } from './compare-revisions.ts'
import type { Placement } from './place-revision.ts'
import type { FileSummary, Input } from './read-input.ts'
import type { TidiedCount } from './tidied-numbers.ts'

export interface Count {
  readonly publications: number
  readonly observations: number
  readonly targets: number
  readonly tasks: number
}

/** Sums over all revised publications. */
export interface RevisedCount {
  readonly publications: number
  readonly observations: ChangeCount
  readonly targets: ChangeCount
  readonly tasks: ChangeCount
}

export interface ChangeCount {
  readonly changed: number
  readonly added: number
  readonly removed: number
  readonly stayed: number
}

export interface ImportReport {
  readonly files: readonly FileSummary[]
  readonly tidied: TidiedCount
  /** Identical repeats that were dropped, figures that other documents gave otherwise. */
  readonly notes: readonly Issue[]
  readonly added: Count
  readonly revised: RevisedCount
  readonly unchanged: Count
  /** Entries of the catalog afterwards. */
  readonly indicatorCount: number
  readonly breakCount: number
}

function countOf(placements: readonly Placement[], kind: 'added' | 'unchanged'): Count {
  const snapshots = placements.flatMap((placement) =>
    placement.kind === kind ? [placement.snapshot] : [],
  )
  const sum = (size: (snapshot: Snapshot) => number) =>
    snapshots.reduce((total, snapshot) => total + size(snapshot), 0)
  return {
    publications: snapshots.length,
    observations: sum(({ observations }) => observations.length),
    targets: sum(({ targets }) => targets.length),
    tasks: sum(({ tasks = [] }) => tasks.length),
  }
}

function sumChanges(changes: readonly RecordChange[]): ChangeCount {
  const sum = (count: (change: RecordChange) => number) =>
    changes.reduce((total, change) => total + count(change), 0)
  return {
    changed: sum(({ changed }) => changed),
    added: sum(({ added }) => added),
    removed: sum(({ removed }) => removed.length),
    stayed: sum(({ stayed }) => stayed),
  }
}

function countRevised(placements: readonly Placement[]): RevisedCount {
  const changes = placements.flatMap((placement) =>
    placement.kind === 'revised' ? [placement.change] : [],
  )
  return {
    publications: changes.length,
    observations: sumChanges(changes.map(({ observations }) => observations)),
    targets: sumChanges(changes.map(({ targets }) => targets)),
    tasks: sumChanges(changes.map(({ tasks }) => tasks)),
  }
}

export function reportImport(
  { files, tidied }: Pick<Input, 'files' | 'tidied'>,
  { catalog, notes }: CheckedInput,
  placements: readonly Placement[],
  told: readonly Issue[],
): ImportReport {
  return {
    files,
    tidied,
    notes: [...notes, ...told],
    added: countOf(placements, 'added'),
    revised: countRevised(placements),
    unchanged: countOf(placements, 'unchanged'),
    indicatorCount: catalog.indicators.length,
    breakCount: catalog.breaks.length,
  }
}
