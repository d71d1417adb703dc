/** data/calendar.ics: what falls due, from the published data alone. */
import type { Manifest } from '../contract/manifest.ts'
import { listDueDates, type DueDate } from '../domain/due-dates.ts'
import type { Evidence } from '../domain/evidence.ts'
import { homeRegion } from '../domain/region-choice.ts'
import { formatCalendarName, formatDue } from '../text/due-text.ts'
import { writeCalendar, type CalendarEvent } from './calendar-lines.ts'

const CATEGORIES: Readonly<Record<DueDate['kind'], string>> = {
  figure: '数据更新',
  target: '目标期限',
  task: '整改任务',
}

/** A figure's event moves on to the next period; a target or task keeps the one that it has. */
function nameOf(due: DueDate): string {
  if (due.kind === 'figure') return `figure-${due.view.indicator.id}-${due.view.region.code}`
  if (due.kind === 'task') {
    return ['task', due.list.round, due.task.number].filter((part) => part !== '').join('-')
  }
  const { indicator, region, period, type, basis } = due.target.target
  return ['target', indicator, region, period.replace('/', '_'), type, basis].join('-')
}

export function drawDueCalendar(
  evidence: Evidence,
  { dataset, written, seq }: Pick<Manifest, 'dataset' | 'written' | 'seq'>,
): string {
  const events = listDueDates(evidence).map((due): CalendarEvent => ({
    uid: `${nameOf(due)}@${dataset}.qinglan`,
    day: due.day,
    category: CATEGORIES[due.kind],
    ...formatDue(due),
  }))
  const name = formatCalendarName(homeRegion(evidence.catalog).name.zh)
  return writeCalendar(events, { name, written, sequence: seq })
}
