/** Due dates in words, for a calendar: a line that names it, and what it rests on. */
import type { DueDate } from '../domain/due-dates.ts'
import { graceDaysOf } from '../domain/update-rhythm.ts'
import type { Lang } from './lang.ts'
import { formatPeriod } from './period-text.ts'
import { bookTitle, fullWidthPunctuation } from './rich.ts'
import { describeUpdate } from './table-text.ts'
import { formatTarget } from './target-text.ts'
import type { Publication } from '../contract/statement.ts'

export interface DueText {
  readonly summary: string
  readonly description: string
}

function sourceText({ title, publisher, published }: Publication, lang: Lang): string {
  return lang === 'zh'
    ? `出处：${fullWidthPunctuation(publisher)}${bookTitle(title)}，${published}。`
    : `Source: ${publisher}, ${bookTitle(title)}, ${published}.`
}

function figureText({ view, clocks }: Extract<DueDate, { kind: 'figure' }>, lang: Lang): DueText {
  const { indicator, region } = view
  const name = indicator.name[lang]
  const grace = indicator.updatePeriod ? graceDaysOf(indicator.updatePeriod) : 0
  const period = formatPeriod(clocks.point.period, lang)
  const update = describeUpdate(indicator, lang) ?? ''
  if (lang === 'zh') {
    return {
      summary: `${name}：下一期数应已公布`,
      description: `${region.name.zh}最近一期为${period}，截至${clocks.periodEnd}，${clocks.published}公布；${update}更新，期末后宽限${grace}天。`,
    }
  }
  return {
    summary: `${name}: the next figure is due`,
    description: `Latest of ${region.name.en}: ${period}, to ${clocks.periodEnd}, published ${clocks.published}; updated ${update}, ${grace} days of grace after the period.`,
  }
}

function targetText(due: Extract<DueDate, { kind: 'target' }>, lang: Lang): DueText {
  const { indicator, target } = due
  const name = indicator.name[lang]
  const said = formatTarget(target, indicator, lang)
  return {
    summary: lang === 'zh' ? `${name}：${said}到期` : `${name}, due: ${said}`,
    description: sourceText(target.source, lang),
  }
}

function taskText({ task, list }: Extract<DueDate, { kind: 'task' }>, lang: Lang): DueText {
  const title = fullWidthPunctuation(task.title)
  const unit = fullWidthPunctuation(task.leadUnit)
  const source = sourceText(list.source, lang)
  const round = fullWidthPunctuation(list.round)
  if (lang === 'zh') {
    return {
      summary: `${round}整改任务${task.number}到期：${title}`,
      description: `牵头单位：${unit}。${source}`,
    }
  }
  const named = round === '' ? '' : ` (${round})`
  return {
    summary: `Rectification task ${task.number}${named} is due: ${title}`,
    description: `Lead: ${unit}. ${source}`,
  }
}

function textIn(due: DueDate, lang: Lang): DueText {
  if (due.kind === 'figure') return figureText(due, lang)
  return due.kind === 'target' ? targetText(due, lang) : taskText(due, lang)
}

/** Chinese in the line that a calendar shows; below it Chinese first, then English. */
export function formatDue(due: DueDate): DueText {
  const [zh, en] = [textIn(due, 'zh'), textIn(due, 'en')]
  return {
    summary: zh.summary,
    description: `${zh.description}\n${en.summary}. ${en.description}`,
  }
}

/** What a calendar calls the whole. */
export function formatCalendarName(place: string): string {
  return `${place}生态环境指标期限`
}
