/** Milestones of a task in one cell: "2023-06-30:方案印发[已完成];2023-12-31:全部完成". */
import { isCalendarDate } from '../contract/calendar.ts'
import type { Task } from '../contract/snapshot.ts'
import { findUnshowable } from './refusal.ts'

type TaskMilestone = NonNullable<Task['milestones']>[number]

/** Semicolons part milestones only before a date, so that a text may hold one. */
const SEPARATOR = /[;；](?=\s*\d{4}-\d{2}-\d{2}[:：])/

/** Behind the text: whether the list calls the milestone done. A list that does not say is silent. */
const MARK = /\s*[[【(（](已完成|未完成|done|not done)[\]】)）]$/

/** As an export writes it; what stands in other brackets says the same. */
const WRITTEN = { true: '[已完成]', false: '[未完成]' } as const

function readMilestone(part: string): TaskMilestone | undefined {
  const [, date = '', said = ''] = /^(\d{4}-\d{2}-\d{2})[:：]\s*(.+)$/.exec(part.trim()) ?? []
  const mark = MARK.exec(said)
  const text = mark ? said.slice(0, mark.index) : said
  if (!isCalendarDate(date) || text === '' || findUnshowable(text) !== undefined) return undefined
  return mark ? { date, text, done: mark[1] === '已完成' || mark[1] === 'done' } : { date, text }
}

/** Undefined where one of them cannot be read. */
export function parseTaskMilestones(cell: string): TaskMilestone[] | undefined {
  const parts = cell.split(SEPARATOR)
  const milestones = parts.flatMap((part) => readMilestone(part) ?? [])
  return milestones.length === parts.length ? milestones : undefined
}

export function formatTaskMilestones(milestones: readonly TaskMilestone[]): string {
  return milestones
    .map(({ date, text, done }) => {
      const mark = done === undefined ? '' : WRITTEN[done ? 'true' : 'false']
      return `${date}:${text}${mark}`
    })
    .join(';')
}
