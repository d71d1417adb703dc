/**
 * 红黄蓝: each task against its own deadline. Cities colour by stages: blue in time, yellow behind a
 * stage but to be finished in time, red not in time (广元市环境保护督察问题整改“贴蓝签挂黄牌亮红灯”
 * 制度, 2018). What an office weighs by judgement is decided here by what the list itself says.
 */
import type { Task, TaskState } from '../contract/snapshot.ts'
import { parseDay } from './period.ts'

export type TaskColour = 'red' | 'yellow' | 'blue'

/** Why a task has its colour, or none. */
export type TaskReason =
  'overdue' | 'due-soon' | 'milestone-missed' | 'in-time' | 'finished' | 'no-deadline'

export interface TaskVerdict {
  /** Null where nothing is judged. */
  readonly colour: TaskColour | null
  /** Never empty; more than one only for yellow. */
  readonly reasons: readonly TaskReason[]
  /** From the day of judgement to the deadline; negative when overdue, null without a deadline. */
  readonly daysLeft: number | null
}

/** Progress is collected every month (国家环境保护督察办公室, 2017-04): sooner is before the next time. */
export const DUE_SOON_DAYS = 30

/**
 * A deadline is one for the work, not for the papers after it: what has come to 验收 is done, and a
 * 回头看 looks at what was closed.
 */
const FINISHED: ReadonlySet<TaskState> = new Set<TaskState>(['accepted', 'closed', 'revisited'])

export function isFinished({ state }: Pick<Task, 'state'>): boolean {
  return FINISHED.has(state)
}

/**
 * A stage whose day is over: missed where the list says so, or where nothing has begun. Where the
 * list is silent about it, nothing is claimed.
 */
function isMilestoneMissed({ milestones = [], state }: Task, day: string): boolean {
  return milestones.some(
    ({ date, done }) =>
      date < day && (done === false || (done === undefined && state === 'assigned')),
  )
}

/** `day` is YYYY-MM-DD; a deadline is kept until its own day is over. */
export function judgeTask(task: Task, day: string): TaskVerdict {
  const { deadline } = task
  const daysLeft = deadline === undefined ? null : parseDay(deadline) - parseDay(day)
  if (isFinished(task)) return { colour: null, reasons: ['finished'], daysLeft }
  if (daysLeft === null) return { colour: null, reasons: ['no-deadline'], daysLeft }
  if (daysLeft < 0) return { colour: 'red', reasons: ['overdue'], daysLeft }
  const reasons: TaskReason[] = []
  if (daysLeft <= DUE_SOON_DAYS) reasons.push('due-soon')
  if (isMilestoneMissed(task, day)) reasons.push('milestone-missed')
  return reasons.length > 0
    ? { colour: 'yellow', reasons, daysLeft }
    : { colour: 'blue', reasons: ['in-time'], daysLeft }
}
