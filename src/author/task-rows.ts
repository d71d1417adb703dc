/** Rows of tasks.csv → rectification tasks and the publication that each belongs to. */
import { TASK_STATES, type Task } from '../contract/snapshot.ts'
import { formatTaskState } from '../text/task-words.ts'
import type { FigureRow } from './observation-rows.ts'
import { readRevision } from './publication-rows.ts'
import type { RowReader } from './row-reader.ts'
import { badDeadline, badMilestones } from './task-messages.ts'
import { parseTaskMilestones } from './task-milestones.ts'
import { suggestDate } from './written-date.ts'
import { isCalendarDate } from '../contract/calendar.ts'

function readDeadline(reader: RowReader): string | undefined {
  const found = reader.code('deadline')
  if (found === '') return undefined
  // A slip in writing is mended by the words that every date has.
  const isDay = isCalendarDate(found) || suggestDate(found) !== undefined
  return isDay ? reader.date('deadline') : reader.refuse('deadline', badDeadline(found))
}

function readMilestones(reader: RowReader): Task['milestones'] {
  const found = reader.row.cell('milestones')
  if (found === '') return undefined
  return parseTaskMilestones(found) ?? reader.refuse('milestones', badMilestones(found))
}

export function readTask(reader: RowReader): FigureRow<Task> | undefined {
  const publication = reader.requiredCode('publication')
  const revision = readRevision(reader)
  const round = reader.text('round')
  const number = reader.requiredText('number')
  const title = reader.requiredText('title')
  const leadUnit = reader.requiredText('leadUnit')
  const deadline = readDeadline(reader)
  const state = reader.choice('state', TASK_STATES, 'unknown-task-state', formatTaskState)
  const milestones = readMilestones(reader)
  const evidence = reader.text('evidence')
  if (!publication || !number || !title || !leadUnit || !state) return undefined
  const figure: Task = { round, number, title, leadUnit, deadline, state, milestones, evidence }
  return { publication, revision, figure, path: reader.row.path }
}
