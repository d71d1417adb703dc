/** A target in words, always with whose it is. */
import type { Indicator } from '../contract/catalog.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { TargetView } from '../domain/target-view.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatPeriod } from './period-text.ts'

const SIGNS = { reach: '', 'at-least': '≥', 'at-most': '≤' } as const

/** What stands before the figure: "≤" of 42.5, nothing where the figure itself is to be reached. */
export function formatTargetSign({ target }: TargetView): string {
  return SIGNS[target.type]
}

/** "河南省2025年目标≤42.5微克/立方米"; a yearly task says so. */
export function formatTarget(view: TargetView, indicator: Indicator, lang: Lang): string {
  const figure = formatTargetSign(view) + formatFigure(view.reading, indicator, lang)
  const when = formatPeriod(view.period, lang)
  const isTask = view.target.basis === 'change'
  if (lang === 'zh') return `${view.region.name.zh}${when}${isTask ? '任务' : '目标'}${figure}`
  return `${view.region.name.en}, ${isTask ? 'task' : 'target'} for ${when}: ${figure}`
}

/** The target and what was reported of its own period; judging it is another matter. */
export function formatTargetState(target: TargetView, view: IndicatorView, lang: Lang): string {
  const name = formatTarget(target, view.indicator, lang)
  const year = target.period.text.slice(0, 4)
  const reported = [...view.series, ...view.peers]
    .filter((series) => series.region.code === target.region.code)
    .flatMap((series) => series.points)
    .filter((point) => point.period.text.slice(0, 4) === year)
  const last = reported[reported.length - 1]
  if (!last) return lang === 'zh' ? `${name}，未见公布完成数` : `${name}; nothing reported`
  const figure = formatFigure(last.reading, view.indicator, lang)
  const when = formatPeriod(last.period, lang)
  return lang === 'zh' ? `${name}，${when}公布${figure}` : `${name}; ${when}: ${figure}`
}
