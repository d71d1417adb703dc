/** The listed tasks as rows of texts, with all that makes each answerable. */
import { shadeOf, type TaskRow } from '../domain/task-board.ts'
import type { Lang } from '../text/lang.ts'
import { boardWord, formatReasons, formatShade } from '../text/task-board-text.ts'
import { formatTaskState, taskWord } from '../text/task-words.ts'
import { word } from '../text/ui-words.ts'

function headerOf(lang: Lang): readonly string[] {
  return [
    taskWord('round', lang),
    taskWord('number', lang),
    taskWord('title', lang),
    taskWord('leadUnit', lang),
    taskWord('deadline', lang),
    taskWord('state', lang),
    taskWord('colour', lang),
    boardWord('reason', lang),
    boardWord('daysLeft', lang),
    boardWord('judgedOn', lang),
    taskWord('milestones', lang),
    taskWord('evidence', lang),
    boardWord('document', lang),
    word('publisher', lang),
    word('published', lang),
  ]
}

function milestonesOf({ task }: TaskRow, lang: Lang): string {
  return (task.milestones ?? [])
    .map(({ date, text, done }) => {
      const said = done === undefined ? '' : `[${taskWord(done ? 'done' : 'notDone', lang)}]`
      return `${date}:${text}${said}`
    })
    .join(';')
}

/** The header first. Days are counted from the day of judgement, which stands beside them. */
export function taskCells(rows: readonly TaskRow[], lang: Lang): readonly (readonly string[])[] {
  const cells = rows.map((row) => {
    const { task, verdict } = row
    const { source, round } = row.list
    return [
      round,
      task.number,
      task.title,
      task.leadUnit,
      task.deadline ?? '',
      formatTaskState(task.state, lang),
      formatShade(shadeOf(row), lang),
      formatReasons(verdict, lang),
      verdict.daysLeft === null ? '' : String(verdict.daysLeft),
      source.published,
      milestonesOf(row, lang),
      task.evidence ?? '',
      source.title,
      source.publisher,
      source.published,
    ]
  })
  return [headerOf(lang), ...cells]
}
