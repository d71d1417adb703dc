/** The task board: every task that stands, judged on the day of its list, and what can be chosen. */
import { TASK_STATES, type Task, type TaskState } from '../contract/snapshot.ts'
import type { Publication } from '../contract/statement.ts'
import type { AsOf } from './standing.ts'
import { knownTaskLists, standingTaskLists, type TaskList } from './task-list.ts'
import { isFinished, judgeTask, type TaskColour, type TaskVerdict } from './task-verdict.ts'

export interface TaskRow {
  readonly list: TaskList
  readonly task: Task
  /** As of the day on which the list was published: of later days it says nothing. */
  readonly verdict: TaskVerdict
}

/** The colours, and what has none. */
export const TASK_SHADES = ['red', 'yellow', 'blue', 'none'] as const
export type TaskShade = (typeof TASK_SHADES)[number]

export interface TaskBoard {
  /** The standing list of each round, the latest first. */
  readonly standing: readonly TaskList[]
  /** Every list known, the latest first. */
  readonly lists: readonly TaskList[]
  /** By list, in the list's own order. */
  readonly rows: readonly TaskRow[]
}

/** Null where no list is known on the day. */
export function viewTaskBoard(publications: readonly Publication[], asOf: AsOf): TaskBoard | null {
  const lists = knownTaskLists(publications, asOf)
  if (lists.length === 0) return null
  const standing = standingTaskLists(lists)
  const rows = standing.flatMap((list) =>
    list.tasks.map((task) => ({ list, task, verdict: judgeTask(task, list.source.published) })),
  )
  return { standing, lists, rows }
}

/** Each part narrows; null takes all. */
export interface TaskFilter {
  readonly round: string | null
  readonly leadUnit: string | null
  readonly state: TaskState | null
  readonly shade: TaskShade | null
}

export function shadeOf({ verdict }: TaskRow): TaskShade {
  return verdict.colour ?? 'none'
}

export function filterTasks(rows: readonly TaskRow[], filter: TaskFilter): readonly TaskRow[] {
  const { round, leadUnit, state, shade } = filter
  return rows.filter(
    (row) =>
      (round === null || row.list.round === round) &&
      (leadUnit === null || row.task.leadUnit === leadUnit) &&
      (state === null || row.task.state === state) &&
      (shade === null || shadeOf(row) === shade),
  )
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}

/** What occurs, so that no choice is empty from the start. */
export function taskChoices(rows: readonly TaskRow[]) {
  const states = new Set(rows.map(({ task }) => task.state))
  return {
    rounds: distinct(rows.map(({ list }) => list.round)),
    leadUnits: distinct(rows.map(({ task }) => task.leadUnit)),
    states: TASK_STATES.filter((state) => states.has(state)),
  }
}

export function countShades(rows: readonly TaskRow[]): Readonly<Record<TaskShade, number>> {
  const count = (shade: TaskShade | TaskColour) =>
    rows.filter((row) => shadeOf(row) === shade).length
  return { red: count('red'), yellow: count('yellow'), blue: count('blue'), none: count('none') }
}

export function countStates(rows: readonly TaskRow[]): ReadonlyMap<TaskState, number> {
  const counts = TASK_STATES.map(
    (state) => [state, rows.filter(({ task }) => task.state === state).length] as const,
  )
  return new Map(counts.filter(([, count]) => count > 0))
}

/** The task that has been due for longest; the first of the list among equals. */
export function oldestOverdue(rows: readonly TaskRow[]): TaskRow | null {
  let oldest: TaskRow | null = null
  for (const row of rows) {
    const days = row.verdict.daysLeft ?? 0
    if (row.verdict.colour !== 'red') continue
    if (oldest === null || days < (oldest.verdict.daysLeft ?? 0)) oldest = row
  }
  return oldest
}

/**
 * Open tasks whose deadline has gone by between the day of their list and a later day: whether they
 * were finished in time, the list cannot say, so they are counted and not coloured.
 */
export function dueSinceListed(rows: readonly TaskRow[], day: string): number {
  return rows.filter(({ list, task }) => {
    const { deadline } = task
    if (deadline === undefined || isFinished(task)) return false
    return deadline >= list.source.published && deadline < day
  }).length
}
