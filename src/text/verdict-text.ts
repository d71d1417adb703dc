/** How a target stands, in a word and in a sentence; never without whose target it is. */
import type { Break } from '../contract/catalog.ts'
import type { Bilingual } from '../contract/issue.ts'
import { breakWithin } from '../domain/break-place.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import {
  isAssessed,
  type Doubt,
  type Judgement,
  type Obstacle,
  type Verdict,
} from '../domain/judgement.ts'
import type { Point } from '../domain/point.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatPeriod } from './period-text.ts'
import { formatAcross, formatTarget } from './target-text.ts'

const VERDICT_WORDS: Readonly<Record<Verdict, Bilingual>> = {
  reached: { zh: '达标', en: 'Reached' },
  'on-schedule': { zh: '达序时', en: 'On schedule' },
  behind: { zh: '滞后', en: 'Behind' },
  'far-behind': { zh: '严重滞后', en: 'Far behind' },
  overdue: { zh: '逾期', en: 'Overdue' },
  missed: { zh: '未达标', en: 'Missed' },
  'not-due': { zh: '未到期', en: 'Not due' },
  unassessable: { zh: '无法评估', en: 'Not assessable' },
}

export function formatVerdict(verdict: Verdict, lang: Lang): string {
  return VERDICT_WORDS[verdict][lang]
}

const OBSTACLES: Readonly<Record<Obstacle, Bilingual>> = {
  'no-figure': { zh: '尚无公布数', en: 'no figure yet' },
  'not-reported': { zh: '当期未见公布数', en: 'nothing reported for it' },
  'no-baseline': { zh: '未公布基期与分期，算不出应完成多少', en: 'no baseline or plan published' },
  'one-point': { zh: '基期之后尚无公布数', en: 'nothing reported since the baseline' },
  bound: {
    zh: '公布的是界限值，两种结果都可能',
    en: 'the figure is a bound that leaves both open',
  },
  break: {
    zh: '基期之后口径改变，不能与基期相比',
    en: 'the definition changed after the baseline',
  },
  'no-direction': { zh: '未公布基期，也未定高好低好', en: 'no baseline, and no direction is set' },
}

export function formatObstacle(obstacle: Obstacle, lang: Lang): string {
  return OBSTACLES[obstacle][lang]
}

const DOUBTS: Readonly<Record<Doubt['kind'], Bilingual>> = {
  rounding: {
    zh: '末位数字差半个单位',
    en: 'With half a unit of the last printed digit',
  },
  'last-point': { zh: '不计最近一期', en: 'Without the last figure' },
  provisional: { zh: '不计初步数', en: 'Without provisional figures' },
  disputed: { zh: '若以另一文件的数为准', en: 'By the figure of the other document' },
}

/** "末位数字差半个单位，结论即为未达标". */
export function formatVerdictDoubt({ kind, verdict }: Doubt, lang: Lang): string {
  const other = formatVerdict(verdict, lang)
  return lang === 'zh'
    ? `${DOUBTS[kind].zh}，结论即为${other}`
    : `${DOUBTS[kind].en} it would be: ${other.toLowerCase()}`
}

export const CRITICAL: Bilingual = { zh: '临界', en: 'Borderline' }

export const SHOW_WORKING: Bilingual = { zh: '算给你看', en: 'Show working' }

/** In a row: whose target it is, and what keeps the verdict from being plain. */
export function formatBriefState(judgement: Judgement, view: IndicatorView, lang: Lang): string {
  const { target, verdict, isLater, isLate, knownDay } = judgement
  const name = formatTarget(target, view.indicator, lang)
  const [open, close] = lang === 'zh' ? ['（', '）'] : [' (', ')']
  const say = (zh: string, en: string) => `${name}${open}${lang === 'zh' ? zh : en}${close}`
  if (verdict === 'not-due') return say(`截至${knownDay}`, `as of ${knownDay}`)
  if (isLate) return say('逾期后达到', 'after the deadline')
  return isLater ? say('期限后的数', 'by a later figure') : name
}

/** Said of a target that was set for the definition before a break. */
function formatSetBefore({ from }: Break, lang: Lang): string {
  return lang === 'zh' ? `目标定于${from}口径改变之前` : `set before the break of ${from}`
}

/** Of a period that is not over, what there is of it so far. */
function sayPoint(point: Point, isToDate: boolean, view: IndicatorView, lang: Lang): string {
  const figure = formatFigure(point.reading, view.indicator, lang)
  const when = formatPeriod(point.period, lang)
  return lang === 'zh' ? `${when}${isToDate ? '已有' : '为'}${figure}` : `${when}: ${figure}`
}

/** What is to be known beside the figure that decided. */
function asidesOf(judgement: Judgement, view: IndicatorView, lang: Lang): readonly string[] {
  const { point, isLater, isLate, isDisputed, verdict, cut } = judgement
  if (!point) return []
  const series = [...view.series, ...view.peers].find((each) => each.points.includes(point))
  const across = isAssessed(verdict) && breakWithin(point.period, series?.breaks ?? [])
  return [
    ...(isLater
      ? [
          lang === 'zh'
            ? '期限当日未见公布数，以其后首个数为准'
            : 'the first figure after the deadline',
        ]
      : []),
    ...(isLate ? [lang === 'zh' ? '逾期后达到' : 'reached after the deadline'] : []),
    ...(across ? [formatAcross(across, lang)] : []),
    ...(cut ? [formatSetBefore(cut, lang)] : []),
    ...(isDisputed
      ? [lang === 'zh' ? '此数与另一文件不一致' : 'another document contradicts the figure']
      : []),
  ]
}

/**
 * "河南省2025年目标≤42.5微克/立方米，截至2024-06-03未到期；2023年为45.3微克/立方米". The verdict's
 * word stands beside it.
 */
export function formatTargetState(judgement: Judgement, view: IndicatorView, lang: Lang): string {
  const { target, verdict, point, obstacle } = judgement
  const [comma, stop] = lang === 'zh' ? ['，', '；'] : ['; ', '; ']
  const name = formatTarget(target, view.indicator, lang)
  const said = point ? sayPoint(point, judgement.isToDate === true, view, lang) : ''
  const asides = asidesOf(judgement, view, lang)
  if (verdict === 'not-due') {
    const due =
      lang === 'zh'
        ? `截至${judgement.knownDay ?? ''}未到期`
        : `not yet due on ${judgement.knownDay ?? ''}`
    return [`${name}${comma}${due}`, said].filter((part) => part !== '').join(stop)
  }
  if (verdict === 'unassessable') {
    const why = obstacle ? formatObstacle(obstacle, lang) : ''
    const isSilent = obstacle === 'not-reported' || obstacle === 'no-figure'
    return [name, ...(isSilent ? [] : [said]), why].filter((part) => part !== '').join(comma)
  }
  return [name, said, ...asides].filter((part) => part !== '').join(comma)
}
