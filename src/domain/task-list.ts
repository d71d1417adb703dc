/** Lists of rectification tasks: each is published whole, and the latest of its round stands. */
import type { Task } from '../contract/snapshot.ts'
import type { Publication } from '../contract/statement.ts'
import { comparePrecedence, standingPublications, type AsOf } from './standing.ts'

/** The tasks of one round, as one publication lists them, in its order. */
export interface TaskList {
  /** Named as the breakdown of the round's figures; empty where the list names none. */
  readonly round: string
  readonly source: Publication
  readonly tasks: readonly Task[]
}

function listsIn(source: Publication): readonly TaskList[] {
  const byRound = new Map<string, Task[]>()
  for (const task of source.tasks ?? []) {
    const round = task.round ?? ''
    const tasks = byRound.get(round)
    if (tasks) tasks.push(task)
    else byRound.set(round, [task])
  }
  return [...byRound].map(([round, tasks]) => ({ round, source, tasks }))
}

/** Every list known on the day, the latest first. */
export function knownTaskLists(
  publications: readonly Publication[],
  asOf: AsOf,
): readonly TaskList[] {
  const known = [...standingPublications(publications, asOf).values()].sort(comparePrecedence)
  return known.flatMap(listsIn)
}

/** Of `lists`, the latest first, the one of each round that stands. */
export function standingTaskLists(lists: readonly TaskList[]): readonly TaskList[] {
  const seen = new Set<string>()
  return lists.filter(({ round }) => !seen.has(round) && seen.add(round))
}

/** Days on which lists were published, the latest first. */
export function taskListDays(lists: readonly TaskList[]): readonly string[] {
  return [...new Set(lists.map(({ source }) => source.published))]
}
