/** A target in words, always with whose it is. */
import type { Break, Indicator } from '../contract/catalog.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { containsBreak, dateOfDay, parseDay } from '../domain/period.ts'
import type { Point } from '../domain/point.ts'
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

/** Said of a figure whose period has days on both sides of a break. */
export function formatAcross(cut: Break, lang: Lang): string {
  return lang === 'zh' ? `跨${cut.from}断点，不与两边比较` : `spans the break of ${cut.from}`
}

/** Figures of the period in which a target falls due, in its own region; years before months. */
function reportedFor(target: TargetView, view: IndicatorView): Point | undefined {
  const [year] = dateOfDay(target.period.end - 1)
  const points = [...view.series, ...view.peers]
    .filter((series) => series.region.code === target.region.code)
    .flatMap((series) => series.points)
    .filter((point) => dateOfDay(point.period.end - 1)[0] === year)
  return points.find((point) => point.period.kind === 'year') ?? points[points.length - 1]
}

function breakIn(point: Point, view: IndicatorView): Break | undefined {
  const series = [...view.series, ...view.peers].find((each) => each.points.includes(point))
  return series?.breaks.find((cut) => containsBreak(point.period, cut.from))
}

/** True where the deadline lies beyond what was known: then nothing can have been reported. */
export function isStillDue(target: TargetView, view: IndicatorView): boolean {
  return view.knownDay !== null && target.period.end - 1 > parseDay(view.knownDay)
}

/** The target and what was reported of its own period; judging it is another matter. */
export function formatTargetState(target: TargetView, view: IndicatorView, lang: Lang): string {
  const name = formatTarget(target, view.indicator, lang)
  const point = reportedFor(target, view)
  if (point) {
    const figure = formatFigure(point.reading, view.indicator, lang)
    const when = formatPeriod(point.period, lang)
    const across = breakIn(point, view)
    const aside = across ? `${lang === 'zh' ? '，' : '; '}${formatAcross(across, lang)}` : ''
    const said = lang === 'zh' ? `${name}，${when}公布${figure}` : `${name}; ${when}: ${figure}`
    return said + aside
  }
  if (isStillDue(target, view)) {
    const day = view.knownDay
    return lang === 'zh' ? `${name}，截至${day}未到期` : `${name}; not yet due on ${day}`
  }
  return lang === 'zh' ? `${name}，当期未见公布数` : `${name}; nothing reported`
}
