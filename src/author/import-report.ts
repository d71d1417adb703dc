/** What an import adds, revises and repeats, counted. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import type { CheckedInput } from './check-input.ts'
import type { Placement } from './place-revision.ts'
import type { FileSummary, Input } from './read-input.ts'
import type { TidiedCount } from './tidied-numbers.ts'

export interface Count {
  readonly publications: number
  readonly observations: number
  readonly targets: number
  readonly tasks: number
}

export interface ImportReport {
  readonly files: readonly FileSummary[]
  readonly tidied: TidiedCount
  /** Identical repeats that were dropped. */
  readonly notes: readonly Issue[]
  readonly added: Count
  readonly revised: Count
  readonly unchanged: Count
  /** Entries of the catalog afterwards. */
  readonly indicatorCount: number
  readonly breakCount: number
}

function countOf(placements: readonly Placement[], kind: Placement['kind']): Count {
  const snapshots = placements.flatMap((placement) =>
    placement.kind === kind && 'snapshot' in placement ? [placement.snapshot] : [],
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

export function reportImport(
  { files, tidied }: Pick<Input, 'files' | 'tidied'>,
  { catalog, notes }: CheckedInput,
  placements: readonly Placement[],
): ImportReport {
  return {
    files,
    tidied,
    notes,
    added: countOf(placements, 'added'),
    revised: countOf(placements, 'revised'),
    unchanged: countOf(placements, 'unchanged'),
    indicatorCount: catalog.indicators.length,
    breakCount: catalog.breaks.length,
  }
}
