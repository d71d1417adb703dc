/** A picture over time in words, for those who hear it: the same points, breaks, companions and targets. */
import type { Break, Indicator } from '../contract/catalog.ts'
import type { Message, ScheduleFact } from '../domain/message.ts'
import type { Period } from '../domain/period.ts'
import type { Companion, Crowd, PictureEntry, PictureFacts } from '../domain/picture-facts.ts'
import { formatBreakReason } from './break-text.ts'
import { formatFigureWords, formatStatusAside } from './figure-words.ts'
import { formatMissingReason } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatUnit } from './number-text.ts'
import { formatDay, formatPeriod } from './period-text.ts'
import { plural } from './plural-text.ts'
import { fullWidthPunctuation, plain } from './rich.ts'
import { formatMessage } from './sentence.ts'
import { formatStatus } from './status-text.ts'
import { formatKindCount } from './table-text.ts'
import { formatVerdict } from './verdict-text.ts'

/** The unit is said once, and 累计 is said of the line as a whole. */
function bare(indicator: Indicator): Indicator {
  if (indicator.accumulation === 'rank') return indicator
  const isTotal = indicator.accumulation === 'cumulative'
  return { ...indicator, unit: '', ...(isTotal ? { accumulation: 'stock' } : {}) }
}

/** The reason stands in the language of its source, so an English voice is spared it; the notice has it in full. */
function formatBreakEntry(cut: Break, lang: Lang): string {
  const day = formatDay(cut.from, lang)
  const reason = formatBreakReason(cut, lang).replace(/（.*$/, '')
  return lang === 'zh'
    ? `${day}起${reason}，前后不可比`
    : `definition changed on ${day}, before and after do not compare`
}

/** "2014年为77.5": without the word a voice runs the day and the figure together. */
function formatAt(period: Period, figure: string, lang: Lang): string {
  const when = formatPeriod(period, lang)
  if (lang === 'en') return `${when}: ${figure}`
  return figure.startsWith('第') ? when + figure : `${when}为${figure}`
}

function formatEntry(entry: PictureEntry, indicator: Indicator, lang: Lang): string {
  if (entry.kind === 'break') return formatBreakEntry(entry.cut, lang)
  const { point, isDisputed, isAcross } = entry
  const when = formatPeriod(point.period, lang)
  if (point.reading.kind === 'missing') {
    const reason = formatMissingReason(point.reading)
    return lang === 'zh' ? `${when}缺失（${reason}）` : `${when} missing (${reason})`
  }
  const figure = formatFigureWords(point.reading, bare(indicator), lang)
  const disputed = isDisputed ? (lang === 'zh' ? '（两处不一致）' : ' (sources disagree)') : ''
  const across = isAcross ? (lang === 'zh' ? '（跨断点）' : ' (spans a break)') : ''
  const aside = formatStatusAside(point, lang) + disputed + across
  return formatAt(point.period, figure, lang) + aside
}

/** "月度数41个（推算40个），2014年1月114.8至2018年8月40". */
function formatCrowd({ kind, count, first, last, statuses }: Crowd, lang: Lang): string {
  const parts = statuses.map(({ status, count: some }) => {
    const named = formatStatus(status, lang)
    if (lang === 'zh') return some === count ? `均为${named}` : `${named}${some}个`
    return `${some === count ? 'all' : some} ${named.toLowerCase()}`
  })
  const [from, to] = [formatPeriod(first.period, lang), formatPeriod(last.period, lang)]
  const named = formatKindCount(kind, count, lang)
  if (lang === 'zh')
    return `${named}${parts.length > 0 ? `（${parts.join('、')}）` : ''}，${from}至${to}`
  return `${named}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}, ${from} to ${to}`
}

function formatCompanion(
  { region, breakdown, count, last }: Companion,
  indicator: Indicator,
  lang: Lang,
): string {
  const named = breakdown === undefined ? region.name[lang] : fullWidthPunctuation(breakdown)
  const figure = formatFigureWords(last.reading, bare(indicator), lang)
  const said = formatAt(last.period, figure, lang) + formatStatusAside(last, lang)
  return lang === 'zh'
    ? `另画${named}${count}个数，最近${said}`
    : `Beside it ${named}, ${plural(count, 'figure')}, the last of ${said}`
}

/** "河南省2025年目标不超过42.5微克/立方米": the sign in words, for a voice says nothing for it. */
function formatTargetAloud(fact: ScheduleFact, indicator: Indicator, lang: Lang): string {
  const { target } = fact
  const stands = formatVerdict(fact.verdict, lang)
  const { type, basis } = target.target
  const bound = { reach: undefined, 'at-least': '>=', 'at-most': '<=' } as const
  const qualifier = bound[type]
  const reading = { ...target.reading, ...(qualifier ? { qualifier } : {}) }
  const figure = formatFigureWords(reading, { ...indicator, accumulation: 'stock' }, lang)
  const when = formatPeriod(target.period, lang)
  const isTask = basis === 'change'
  if (lang === 'zh') {
    return `${target.region.name.zh}${when}${isTask ? '任务' : '目标'}${figure}，${stands}`
  }
  const name = `${target.region.name.en}, ${isTask ? 'task' : 'target'} for ${when}`
  return `${name}: ${figure}, ${stands.toLowerCase()}`
}

function partsOf(facts: PictureFacts, message: Message, lang: Lang): readonly string[] {
  const { indicator, schedule } = message
  const [comma, stop] = lang === 'zh' ? ['、', '；'] : [', ', '; ']
  const told = facts.entries.reduce<string>((text, entry, i) => {
    const isApart = entry.kind === 'break' || facts.entries[i - 1]?.kind === 'break'
    return `${text}${i === 0 ? '' : isApart ? stop : comma}${formatEntry(entry, indicator, lang)}`
  }, '')
  return [
    ...(told === '' ? [] : [told]),
    ...facts.crowds.map((crowd) => formatCrowd(crowd, lang)),
    ...facts.companions.map((each) => formatCompanion(each, indicator, lang)),
    ...schedule.map((fact) => formatTargetAloud(fact, indicator, lang)),
  ]
}

/** What the picture shows; the sentence stands beside it and is not said again. */
export function formatPicture(message: Message, lang: Lang): string {
  const { picture, indicator, region } = message
  if (!picture) return plain(formatMessage(message, lang))
  const unit = indicator.accumulation === 'rank' ? '' : formatUnit(indicator.unit, lang)
  const parts = partsOf(picture, message, lang)
  const name = fullWidthPunctuation(indicator.name[lang])
  // Who comes to the picture by key has not heard the sentence.
  if (lang === 'zh')
    return `图：${region.name.zh}${name}${unit === '' ? '' : `，${unit}`}。${parts.join('。')}。`
  return `Chart: ${name}, ${region.name.en}${unit === '' ? '' : `, ${unit}`}. ${parts.join('. ')}.`
}
