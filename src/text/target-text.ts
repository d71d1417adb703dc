/** A target in words, always with whose it is. */
import type { Break, Indicator } from '../contract/catalog.ts'
import { isEndLevel } from '../domain/series.ts'
import type { TargetView } from '../domain/target-view.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatPeriod } from './period-text.ts'

const SIGNS = { reach: '', 'at-least': '≥', 'at-most': '≤' } as const

/** What stands before the figure: "≤" of 42.5, nothing where the figure itself is to be reached. */
export function formatTargetSign({ target }: TargetView): string {
  return SIGNS[target.type]
}

/** True for a change of a level: so much more, or less, than at its baseline. */
function isChangeOfLevel({ target }: TargetView, indicator: Indicator): boolean {
  return target.basis === 'change' && isEndLevel(indicator)
}

/** "≤42.5微克/立方米"; of a change of a level "+20家". */
export function formatGoal(view: TargetView, indicator: Indicator, lang: Lang): string {
  const plus = isChangeOfLevel(view, indicator) && view.reading.value > 0 ? '+' : ''
  return formatTargetSign(view) + plus + formatFigure(view.reading, indicator, lang)
}

/** "河南省2025年目标≤42.5微克/立方米"; a yearly task says so. */
export function formatTarget(view: TargetView, indicator: Indicator, lang: Lang): string {
  const figure = formatGoal(view, indicator, lang)
  const when = formatPeriod(view.period, lang)
  const isTask = view.target.basis === 'change'
  if (lang === 'zh') return `${view.region.name.zh}${when}${isTask ? '任务' : '目标'}${figure}`
  return `${view.region.name.en}, ${isTask ? 'task' : 'target'} for ${when}: ${figure}`
}

/** Said of a figure whose period has days on both sides of a break. */
export function formatAcross(cut: Break, lang: Lang): string {
  return lang === 'zh' ? `跨${cut.from}断点，不与两边比较` : `spans the break of ${cut.from}`
}
