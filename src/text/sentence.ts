/** The sentence of a panel: what the figure says. Made by rules from the model, never by hand. */
import type { Indicator } from '../contract/catalog.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { viewMessage, type Level, type Message } from '../domain/message.ts'
import { dateOfDay, dayText, type Period } from '../domain/period.ts'
import type { Point } from '../domain/point.ts'
import type { Rank } from '../domain/rank-claim.ts'
import { isEndLevel } from '../domain/series.ts'
import { formatClaim, rankSubject } from './claim-text.ts'
import { formatFigureWords, formatStatusAside } from './figure-words.ts'
import { formatMissingReason } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatDay, formatPeriod } from './period-text.ts'
import { fullWidthPunctuation, PHRASE_END } from './rich.ts'

export interface SentenceContext {
  readonly lang: Lang
  /** The rank that belongs to the indicator, where one is known. */
  readonly rank?: Rank
}

/** What the figure is of, with the round or group where there are several. */
function nameOf({ indicator, breakdown, isPlace }: Message, lang: Lang): string {
  const name = isPlace ? rankSubject(indicator, lang) : indicator.name[lang]
  const wide = fullWidthPunctuation(name)
  if (breakdown === undefined) return wide
  return lang === 'zh' ? `${wide}（${fullWidthPunctuation(breakdown)}）` : `${wide} (${breakdown})`
}

/** Another region's figure is never to be taken for the city's. */
function whereOf({ isHome, region }: Message, lang: Lang): string {
  return isHome ? '' : region.name[lang]
}

/** The day of a level stands beside the figure, and an odd interval behind it; in front both would bury it. */
function isInFront({ kind }: Period, indicator: Indicator): boolean {
  if (kind === 'interval') return false
  return kind !== 'day' || !(isEndLevel(indicator) || indicator.accumulation === 'rank')
}

/** "（2017年1月1日至11月23日）": part of a year's work is no year's work. */
function intervalAside({ period }: Point, indicator: Indicator, lang: Lang): string {
  if (period.kind !== 'interval') return ''
  const [year] = dateOfDay(period.start)
  const isSinceNamed = indicator.name.zh.includes(`${year}年以来`)
  const last = formatDay(dayText(period.end - 1), lang)
  if (lang === 'zh') return isSinceNamed ? `（截至${last}）` : `（${formatPeriod(period, lang)}）`
  return isSinceNamed ? ` (to ${last})` : ` (${formatPeriod(period, lang)})`
}

/** 2022年 before 年度培育森林资源 is 2022年度培育森林资源. */
function joinZh(when: string, name: string): string {
  return when.endsWith('年') && name.startsWith('年度') ? when.slice(0, -1) + name : when + name
}

function subjectOf(message: Message, when: string, lang: Lang): string {
  const [where, name] = [whereOf(message, lang), nameOf(message, lang)]
  if (lang === 'zh') return where + joinZh(when, name)
  return [where, name, when].filter((part) => part !== '').join(', ')
}

function figureClause(message: Message, point: Point, lang: Lang): string {
  const { indicator, isPlace } = message
  const when = isInFront(point.period, indicator) ? formatPeriod(point.period, lang) : ''
  const subject = subjectOf(message, when, lang)
  const figure = formatFigureWords(point.reading, indicator, lang)
  const aside = formatStatusAside(point, lang) + intervalAside(point, indicator, lang)
  if (lang === 'en') return `${subject}: ${figure}${isPlace ? ' in the province' : ''}${aside}`
  if (point.status === 'F') {
    return `${subject}${PHRASE_END}预测为${figure}${intervalAside(point, indicator, lang)}`
  }
  return `${subject}${PHRASE_END}${isPlace ? '居全省' : ''}${figure}${aside}`
}

/** Why the latest has no figure, and what was known last. */
function missingClause(
  message: Message,
  { point, last }: Extract<Level, { kind: 'missing' }>,
  lang: Lang,
): string {
  const { indicator } = message
  const subject = subjectOf(message, formatPeriod(point.period, lang), lang)
  const reason = formatMissingReason(point.reading)
  const lead = lang === 'zh' ? `${subject}缺失：${reason}` : `${subject}: missing, ${reason}`
  if (!last) return lead
  const figure = formatFigureWords(last.reading, indicator, lang)
  const when = formatPeriod(last.period, lang)
  const aside = formatStatusAside(last, lang)
  return lang === 'zh'
    ? `${lead}；${PHRASE_END}最近一期为${when}${figure}${aside}`
    : `${lead}; last known: ${when}, ${figure}${aside}`
}

function noneClause(message: Message, isKnownLater: boolean, lang: Lang): string {
  const name = fullWidthPunctuation(message.indicator.name[lang])
  if (lang === 'zh') return `${name}：${PHRASE_END}${isKnownLater ? '截至所选日期' : ''}尚无数据`
  return `${name}: nothing known${isKnownLater ? ' as of the chosen day' : ''}`
}

/** What is known, without a word of comparison. */
function formatLevel(message: Message, lang: Lang): string {
  const { level } = message
  switch (level.kind) {
    case 'none':
      return noneClause(message, level.isKnownLater, lang)
    case 'missing':
      return missingClause(message, level, lang)
    case 'figure':
      return figureClause(message, level.point, lang)
  }
}

/** "2020年优良天数210天，比2019年多46天". */
export function formatMessage(message: Message, lang: Lang): string {
  const { level, claims, indicator } = message
  const lead = formatLevel(message, lang)
  const [first] = claims
  if (level.kind !== 'figure' || !first) return lead
  const clause = formatClaim(first, level.point, indicator, lang)
  if (lang === 'en') return `${lead}; ${clause}`
  const isApart = first.kind === 'break' || first.kind === 'across' || first.kind === 'dispute'
  return `${lead}${isApart ? '；' : '，'}${clause}`
}

export function formatSentence(view: IndicatorView, { lang, rank }: SentenceContext): string {
  return formatMessage(viewMessage(view, rank), lang)
}
