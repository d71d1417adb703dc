/** Rows of tasks.csv → rectification tasks and the publication that each belongs to. */
import { isCalendarDate } from '../contract/calendar.ts'
import { TASK_STATES, type Snapshot } from '../contract/snapshot.ts'
import type { FigureRow } from './observation-rows.ts'
import { readRevision } from './publication-rows.ts'
import { findUnshowable } from './refusal.ts'
import type { RowReader } from './row-reader.ts'
import { badTaskMilestones } from './value-messages.ts'

export type Task = NonNullable<Snapshot['tasks']>[number]
type TaskMilestone = NonNullable<Task['milestones']>[number]

/** Semicolons part milestones only before a date, so that a text may hold one. */
const SEPARATOR = /[;；](?=\d{4}-\d{2}-\d{2}[:：])/

function readMilestone(part: string): TaskMilestone | undefined {
  const [, date = '', text = ''] = /^(\d{4}-\d{2}-\d{2})[:：]\s*(.+)$/.exec(part.trim()) ?? []
  const isGood = isCalendarDate(date) && text !== '' && findUnshowable(text) === undefined
  return isGood ? { date, text } : undefined
}

/** "2023-06-30:方案印发;2023-12-31:全部完成". */
function readMilestones(reader: RowReader): TaskMilestone[] | undefined {
  const found = reader.row.cell('milestones')
  if (found === '') return undefined
  const parts = found.split(SEPARATOR)
  const milestones = parts.flatMap((part) => readMilestone(part) ?? [])
  if (milestones.length === parts.length) return milestones
  return reader.refuse('milestones', badTaskMilestones(found))
}

export function readTask(reader: RowReader): FigureRow<Task> | undefined {
  const publication = reader.requiredCode('publication')
  const revision = readRevision(reader)
  const number = reader.requiredText('number')
  const title = reader.requiredText('title')
  const leadUnit = reader.requiredText('leadUnit')
  const deadline = reader.code('deadline') === '' ? undefined : reader.date('deadline')
  const state = reader.choice('state', TASK_STATES, 'unknown-task-state')
  const milestones = readMilestones(reader)
  const evidence = reader.text('evidence')
  if (!publication || !number || !title || !leadUnit || !state) return undefined
  const figure: Task = { number, title, leadUnit, deadline, state, milestones, evidence }
  return { publication, revision, figure, path: reader.row.path }
}
