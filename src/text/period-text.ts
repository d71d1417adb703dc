/** Periods and dates: 2023年5月29日 in sentences, 2023-05-29 in tables. */
import { dateOfDay, dayText, type Period, type PeriodKind } from '../domain/period.ts'
import type { Lang } from './lang.ts'

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export function monthName(month: number, lang: Lang): string {
  return lang === 'zh' ? `${month}月` : (ENGLISH_MONTHS[month - 1] ?? '')
}

function dateOf(day: number, lang: Lang): string {
  const [year, month, date] = dateOfDay(day)
  return lang === 'zh'
    ? `${year}年${month}月${date}日`
    : `${date} ${monthName(month, lang)} ${year}`
}

/** A date written YYYY-MM-DD, for a sentence. */
export function formatDay(text: string, lang: Lang): string {
  const [year = '', month = '', date = ''] = text.split('-')
  return lang === 'zh'
    ? `${Number(year)}年${Number(month)}月${Number(date)}日`
    : `${Number(date)} ${monthName(Number(month), lang)} ${Number(year)}`
}

function halfYearOf(start: number, lang: Lang): string {
  const [year, month] = dateOfDay(start)
  if (lang === 'zh') return `${year}年${month === 1 ? '上' : '下'}半年`
  return `${month === 1 ? 'first' : 'second'} half of ${year}`
}

function quarterOf(start: number, lang: Lang): string {
  const [year, month] = dateOfDay(start)
  const quarter = (month + 2) / 3
  return lang === 'zh' ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`
}

/** The year is said once where both ends share it. */
function intervalOf({ start, end }: Period, lang: Lang): string {
  const isOneYear = dateOfDay(start)[0] === dateOfDay(end - 1)[0]
  const [from, to] = [dateOf(start, lang), dateOf(end - 1, lang)]
  if (lang === 'zh') return `${from}至${isOneYear ? to.slice(5) : to}`
  return `${isOneYear ? from.slice(0, -5) : from} to ${to}`
}

/** A period for a sentence. A day stands for itself; who writes 截至 before it is the sentence. */
export function formatPeriod(period: Period, lang: Lang): string {
  const [year, month] = dateOfDay(period.start)
  switch (period.kind) {
    case 'year':
      return lang === 'zh' ? `${year}年` : String(year)
    case 'half-year':
      return halfYearOf(period.start, lang)
    case 'quarter':
      return quarterOf(period.start, lang)
    case 'month':
      return lang === 'zh' ? `${year}年${month}月` : `${monthName(month, lang)} ${year}`
    case 'day':
      return dateOf(period.start, lang)
    case 'interval':
      return intervalOf(period, lang)
  }
}

/** The month is precise enough for a comparison; the day stands in the table. */
export function formatPeriodBriefly(period: Period, lang: Lang): string {
  return formatPeriod(period.kind === 'day' ? { ...period, kind: 'month' } : period, lang)
}

/** An interval without what it says twice: 2022—2023-05-29 from a year's start, 2017-01-01—11-23. */
function intervalShort({ start, end }: Period): string {
  const [from, to] = [dayText(start), dayText(end - 1)]
  if (from.slice(0, 4) === to.slice(0, 4)) return `${from}—${to.slice(5)}`
  return `${from.endsWith('-01-01') ? from.slice(0, 4) : from}—${to}`
}

/** A period for a table: 2021, 2018年上半年, 2018-08, 2023-05-29, 2022—2023-05-29. */
export function formatPeriodShort(period: Period, lang: Lang): string {
  if (period.kind === 'half-year') {
    const [year, month] = dateOfDay(period.start)
    if (lang === 'zh') return `${year}年${month === 1 ? '上' : '下'}半年`
    return `${year} H${month === 1 ? 1 : 2}`
  }
  if (period.kind === 'interval') return intervalShort(period)
  return period.kind === 'quarter' ? quarterOf(period.start, lang) : period.text
}

const KIND_NAMES: Readonly<Record<PeriodKind, { zh: string; en: string }>> = {
  year: { zh: '年', en: 'Years' },
  'half-year': { zh: '半年', en: 'Half-years' },
  quarter: { zh: '季度', en: 'Quarters' },
  month: { zh: '月', en: 'Months' },
  day: { zh: '日', en: 'Days' },
  interval: { zh: '时段', en: 'Intervals' },
}

export function formatPeriodKind(kind: PeriodKind, lang: Lang): string {
  return KIND_NAMES[kind][lang]
}

/** Said where a picture is too narrow for some kinds of period. */
export function formatOmitted(kinds: readonly PeriodKind[], lang: Lang): string {
  const names = kinds.map((kind) => formatPeriodKind(kind, lang))
  return lang === 'zh'
    ? `屏幕窄，图中不画${names.join('、')}的数，见下表。`
    : `Too narrow for ${names.join(', ').toLowerCase()}: see the table below.`
}
