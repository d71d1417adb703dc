/** Tasks of a round that no figure speaks of: a slip in its name would make it a round of its own. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { INSPECTION_IDS } from '../domain/inspection.ts'
import type { Draft } from './group-figures.ts'
import { toIssue } from './refusal.ts'
import { unknownRound } from './task-messages.ts'

function roundsOfFigures(snapshots: readonly Snapshot[]): readonly string[] {
  const counts = snapshots
    .flatMap(({ observations }) => observations)
    .filter(({ indicator }) => indicator === INSPECTION_IDS.tasks)
  return [...new Set(counts.flatMap(({ breakdown }) => breakdown ?? []))]
}

/**
 * One question for each round of each publication, beside the rounds of what is published; none
 * where that tells no rounds apart, nor for a round whose figures come in the same import.
 */
export function findUnknownRounds(
  drafts: readonly Draft[],
  published: readonly Snapshot[],
  added: readonly Snapshot[],
): Issue[] {
  const known = roundsOfFigures(published)
  if (known.length === 0) return []
  const spokenOf = [...known, ...roundsOfFigures(added)]
  return drafts.flatMap(({ tasks }) => {
    const asked = new Set<string | undefined>(spokenOf)
    return tasks.flatMap(({ figure: { round }, path }) => {
      if (asked.has(round)) return []
      asked.add(round)
      return [toIssue(path('round'), unknownRound(round, known))]
    })
  })
}
