/** What changed in the task lists between two days, round by round. */
import { TASK_STATES, type Task } from '../contract/snapshot.ts'
import { isKnown } from './standing.ts'
import { standingTaskLists, type TaskList } from './task-list.ts'

/** What of a task can change; its number is what it is known by. */
export const TASK_FIELDS = [
  'state',
  'deadline',
  'title',
  'leadUnit',
  'milestones',
  'evidence',
] as const
export type TaskField = (typeof TASK_FIELDS)[number]

export interface ChangedTask {
  readonly before: Task
  readonly after: Task
  readonly fields: readonly TaskField[]
  /** The state went back a step: 销号 → 整改中. */
  readonly isBack: boolean
}

export interface RoundChanges {
  readonly round: string
  /** Absent where the round had no list by the earlier day: then all its tasks are new. */
  readonly before?: TaskList
  readonly after: TaskList
  readonly added: readonly Task[]
  /** Listed before and not any more. */
  readonly dropped: readonly Task[]
  readonly changed: readonly ChangedTask[]
  readonly unchanged: number
}

/** No newer list of the round was published in between. */
export function isSameList({ before, after }: RoundChanges): boolean {
  return before?.source.id === after.source.id
}

/** A list without a milestone and one that does not speak of milestones say the same. */
function contentOf({ milestones = [], ...task }: Task, field: TaskField): string {
  return JSON.stringify(field === 'milestones' ? milestones : task[field]) ?? ''
}

function changeOf(before: Task, after: Task): ChangedTask {
  const fields = TASK_FIELDS.filter((field) => contentOf(before, field) !== contentOf(after, field))
  const step = (task: Task) => TASK_STATES.indexOf(task.state)
  return { before, after, fields, isBack: step(after) < step(before) }
}

function compareLists(before: TaskList | undefined, after: TaskList): RoundChanges {
  const earlier = new Map(before?.tasks.map((task) => [task.number, task]))
  const now = new Set(after.tasks.map(({ number }) => number))
  const kept = after.tasks.flatMap((task) => {
    const old = earlier.get(task.number)
    return old ? [changeOf(old, task)] : []
  })
  const changed = kept.filter(({ fields }) => fields.length > 0)
  return {
    round: after.round,
    ...(before ? { before } : {}),
    after,
    added: after.tasks.filter(({ number }) => !earlier.has(number)),
    dropped: before?.tasks.filter(({ number }) => !now.has(number)) ?? [],
    changed,
    unchanged: kept.length - changed.length,
  }
}

function standingOn(lists: readonly TaskList[], day: string): readonly TaskList[] {
  return standingTaskLists(lists.filter(({ source }) => isKnown(source.published, day)))
}

/** `lists` are all that are known, the latest first; the days may come in any order. */
export function compareTaskLists(
  lists: readonly TaskList[],
  days: readonly [string, string],
): readonly RoundChanges[] {
  const [from, to] = [...days].sort() as [string, string]
  const earlier = new Map(standingOn(lists, from).map((list) => [list.round, list]))
  return standingOn(lists, to).map((list) => compareLists(earlier.get(list.round), list))
}
