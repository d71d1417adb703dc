/** The second and the third opinion on a target, and where the methods do not agree. */
import type { Bilingual } from '../contract/issue.ts'
import type { RatioClass } from '../domain/growth-ratio.ts'
import { isAssessed, type Judgement } from '../domain/judgement.ts'
import { lastDayOf, periodOf } from '../domain/period.ts'
import { FEWEST_POINTS } from '../domain/projection.ts'
import { formatComputed, formatShare } from './computed-text.ts'
import type { Lang } from './lang.ts'
import { formatPeriod } from './period-text.ts'
import { plural } from './plural-text.ts'

const RATIO_WORDS: Readonly<Record<RatioClass, Bilingual>> = {
  'on-track': { zh: '进展显著', en: 'on track' },
  moderate: { zh: '进展一般', en: 'moderate progress' },
  limited: { zh: '进展有限', en: 'limited progress' },
  deteriorating: { zh: '倒退', en: 'deterioration' },
}

export const METHODS = {
  schedule: { zh: '序时进度', en: 'Schedule' },
  projection: { zh: '趋势外推', en: 'Projection' },
  comparison: { zh: '国际可比', en: 'International' },
} as const satisfies Record<string, Bilingual>

type Method = keyof typeof METHODS

/** A fitted line knows no day. */
function monthOf(end: number, lang: Lang): string {
  return formatPeriod(periodOf(lastDayOf({ end }).slice(0, 7)), lang)
}

export function formatProjection(judgement: Judgement, lang: Lang): string {
  const { projection, target } = judgement
  if (projection.kind === 'none') return ''
  if (projection.kind === 'too-few') {
    return lang === 'zh'
      ? `可比的数只有${projection.points}个，少于${FEWEST_POINTS}个，不外推`
      : `${plural(projection.points, 'comparable figure')}, fewer than ${FEWEST_POINTS}: none`
  }
  const { perYear, atDeadline, arrives, points } = projection
  const day = lastDayOf(target.period)
  const pace = `${perYear >= 0 ? '+' : '−'}${formatComputed(Math.abs(perYear), judgement)}`
  const level = formatComputed(atDeadline, judgement)
  if (lang === 'en') {
    const end = arrives === null ? 'does not arrive' : `arrives about ${monthOf(arrives, lang)}`
    return `a straight line through ${points} figures, ${pace} a year: ${level} on ${day}; ${end}`
  }
  const end = arrives === null ? '照此到不了目标' : `照此约在${monthOf(arrives, lang)}到达目标`
  return `${points}个可比的数拟合直线，每年${pace}，${day}为${level}；${end}`
}

export function formatComparison(judgement: Judgement, lang: Lang): string {
  const { comparison } = judgement
  if (comparison.kind === 'none') return ''
  if (comparison.kind === 'no-baseline') {
    return lang === 'zh' ? '未公布基期，不算' : 'not computed: no baseline is published'
  }
  if (comparison.kind === 'not-positive') {
    return lang === 'zh'
      ? '基期、现值或目标为零，增长率不适用'
      : 'zero at baseline, figure or target: growth rates do not apply'
  }
  const { observed, required, ratio } = comparison
  const word = RATIO_WORDS[comparison.class][lang]
  return lang === 'zh'
    ? `实际年均${formatShare(observed)} ÷ 应有年均${formatShare(required)} = ${formatShare(ratio)}，${word}（欧盟统计局与 Open SDG 的算法）`
    : `${formatShare(observed)} a year ÷ ${formatShare(required)} required = ${formatShare(ratio)}: ${word} (method of Eurostat and Open SDG)`
}

type Opinion = 'good' | 'bad'

/** Each method's answer to one question: does it get there as planned? */
function opinionsOf(judgement: Judgement): readonly (readonly [Method, Opinion])[] {
  const { verdict, projection, comparison, target, point } = judgement
  const due = target.period.end
  // Once it is decided there is nothing left to foretell.
  if (!isAssessed(verdict) || !point || point.period.end >= due) return []
  const say = (isGood: boolean): Opinion => (isGood ? 'good' : 'bad')
  const { arrives } = projection.kind === 'trend' ? projection : { arrives: null }
  return [
    ['schedule', say(verdict === 'on-schedule' || verdict === 'reached')],
    ...(projection.kind === 'trend'
      ? ([['projection', say(arrives !== null && arrives <= due)]] as const)
      : []),
    ...(comparison.kind === 'ratio'
      ? ([['comparison', say(comparison.class === 'on-track')]] as const)
      : []),
  ]
}

/** Where the methods do not agree; empty where they do. */
export function formatDisagreement(judgement: Judgement, lang: Lang): string {
  const opinions = opinionsOf(judgement)
  if (new Set(opinions.map(([, opinion]) => opinion)).size < 2) return ''
  const words = {
    good: { zh: '能按期到达', en: 'gets there in time' },
    bad: { zh: '不能按期到达', en: 'does not' },
  } as const
  const named = opinions.map(([label, opinion]) => {
    const name = METHODS[label][lang]
    return `${name}${lang === 'zh' ? '' : ': '}${words[opinion][lang]}`
  })
  return lang === 'zh'
    ? `${named.join('，')}；以序时进度为准`
    : `${named.join(', ')}; the schedule decides`
}
