/** What is new since the last visit, in words. */
import type { Bilingual } from '../contract/issue.ts'
import type { Correction } from '../domain/correction.ts'
import {
  countNews,
  type FigureNews,
  type SinceVisit,
  type VerdictNews,
} from '../domain/since-visit.ts'
import type { Indicator, Region } from '../contract/catalog.ts'
import type { Verdict } from '../domain/judgement.ts'
import type { Period } from '../domain/period.ts'
import type { Vintage } from '../domain/point.ts'
import type { Reading } from '../domain/reading.ts'
import type { Shown } from '../domain/visit.ts'
import { formatFigure, formatMissing } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatDay, formatPeriodShort } from './period-text.ts'
import { plural } from './plural-text.ts'
import { fullWidthPunctuation } from './rich.ts'
import { formatTarget } from './target-text.ts'
import { formatStatus } from './status-text.ts'
import { word } from './ui-words.ts'
import { formatVerdict } from './verdict-text.ts'

const LABELS = {
  before: { zh: '上次来访', en: 'Last visit' },
  publications: { zh: '新出处', en: 'Sources' },
  added: { zh: '新数', en: 'New' },
  revised: { zh: '修订', en: 'Revised' },
  statuses: { zh: '状态改变', en: 'Status' },
  mended: { zh: '转录更正', en: 'Mended' },
  verdicts: { zh: '目标', en: 'Targets' },
  late: { zh: '逾期', en: 'Late' },
} satisfies Record<string, Bilingual>

export function sinceLabel(name: keyof typeof LABELS, lang: Lang): string {
  return LABELS[name][lang]
}

/** "上次来访后：5个新数、1处修订"; in English there is room for the count alone. */
export function formatSince(since: SinceVisit, lang: Lang): string {
  const count = countNews(since)
  if (lang === 'en') return `${count} new since last visit`
  const counts = [
    [since.added.length, '个新数'],
    [since.revised.length, '处修订'],
    [since.statuses.length, '处状态改变'],
    [since.mended.length, '处更正'],
    [since.verdicts.length, '项目标有变'],
    [since.late.length, '项逾期'],
  ] as const
  const told = counts.filter(([many]) => many > 0).map(([many, what]) => `${many}${what}`)
  const all = told.length > 0 ? told : [`${since.publications.length}份新出处`]
  return `上次来访后：${all.join('、')}`
}

/** "2026年11月20日，当时所知截至2023年5月29日". */
export function formatLastVisit({ visitedOn, knownDay }: Shown, lang: Lang): string {
  const [visit, day] = [formatDay(visitedOn, lang), formatDay(knownDay, lang)]
  return lang === 'zh' ? `${visit}，当时所知截至${day}` : `${visit}, when knowledge reached ${day}`
}

/** How many figures behind the name of an indicator; one goes without saying. */
export function formatAddedCount(count: number, lang: Lang): string {
  if (count === 1) return ''
  return lang === 'zh' ? `${count}个` : ` (${count})`
}

/** Behind the first of many indicators. */
export function formatRest(rest: number, lang: Lang): string {
  if (rest <= 0) return ''
  return lang === 'zh' ? `，另有${rest}项` : `, and ${rest} more`
}

interface Change {
  readonly indicator: Indicator
  readonly region: Region
  readonly breakdown?: string
  readonly period: Period
  readonly before?: Reading
  readonly after?: Reading
}

function whereAndWhen(
  { region, breakdown, period }: Pick<Change, 'region' | 'breakdown' | 'period'>,
  lang: Lang,
): string {
  const part = breakdown === undefined ? '' : `（${fullWidthPunctuation(breakdown)}）`
  const gap = lang === 'zh' ? '' : ' '
  return `${region.name[lang]}${gap}${formatPeriodShort(period, lang)}${part}`
}

/** "焦作市2021：45 → 46微克/立方米". */
function formatChange(change: Change, absent: readonly [string, string], lang: Lang): string {
  const say = (reading: Reading | undefined, none: string) => {
    if (!reading) return none
    return reading.kind === 'missing'
      ? formatMissing(reading, lang)
      : formatFigure(reading, change.indicator, lang)
  }
  const when = whereAndWhen(change, lang)
  const [before, after] = [say(change.before, absent[0]), say(change.after, absent[1])]
  return `${when}${lang === 'zh' ? '：' : ': '}${before} → ${after}`
}

export function formatRevised(news: FigureNews, lang: Lang): string {
  const { before, after, ...where } = news
  const was = before ? { before: before.reading } : {}
  return formatChange({ ...where, ...was, after: after.reading }, ['', ''], lang)
}

/** "焦作市2021：45微克/立方米，初步 → 正式". */
export function formatStatusNews(news: FigureNews, lang: Lang): string {
  const { indicator, before, after } = news
  const say = (vintage: Vintage | undefined) =>
    vintage ? formatStatus(vintage.statement.status, lang) : ''
  const figure = formatFigure(after.reading, indicator, lang)
  const separator = lang === 'zh' ? '，' : ', '
  const colon = lang === 'zh' ? '：' : ': '
  return `${whereAndWhen(news, lang)}${colon}${figure}${separator}${say(before)} → ${say(after)}`
}

export function formatMended(indicator: Indicator, correction: Correction, lang: Lang): string {
  const absent = [word('leftOut', lang), word('notStated', lang)] as const
  return formatChange({ ...correction, indicator }, absent, lang)
}

/** "焦作市2018年目标≥85%：未到期 → 达标". */
export function formatVerdictNews(news: VerdictNews, lang: Lang): string {
  const target = formatTarget(news.target, news.indicator, lang)
  const say = (verdict: Verdict) => {
    const named = formatVerdict(verdict, lang)
    return lang === 'zh' ? named : named.toLowerCase()
  }
  const before = news.before ? `${say(news.before)} → ` : ''
  return `${target}${lang === 'zh' ? '：' : ': '}${before}${say(news.after)}`
}

/** "（12天）" behind the name of an indicator, under the label of lateness. */
export function formatLate(days: number, lang: Lang): string {
  return lang === 'zh' ? `（${days}天）` : ` (${plural(days, 'day')})`
}
