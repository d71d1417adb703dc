/** Captions of tables and what an indicator is, in words. */
import type { Accumulation, Indicator } from '../contract/catalog.ts'
import type { Bilingual } from '../contract/issue.ts'
import type { PeriodKind } from '../domain/period.ts'
import type { Lang } from './lang.ts'
import { formatUnit } from './number-text.ts'
import { plural } from './plural-text.ts'

const KINDS: Readonly<Record<PeriodKind, string>> = {
  year: '年度',
  'half-year': '半年',
  quarter: '季度',
  month: '月度',
  day: '时点',
  interval: '时段',
}

const ACCUMULATIONS: Readonly<Record<Accumulation, Bilingual>> = {
  stock: { zh: '存量', en: 'stock' },
  cumulative: { zh: '累计数', en: 'cumulative total' },
  flow: { zh: '期间数', en: 'flow within the period' },
  ratio: { zh: '比率', en: 'ratio' },
  mean: { zh: '均值', en: 'mean' },
  percentile: { zh: '百分位数', en: 'percentile' },
  rank: { zh: '位次', en: 'rank' },
}

const DESIRED: Readonly<Record<Indicator['desired'], Bilingual>> = {
  up: { zh: '越高越好', en: 'higher is better' },
  down: { zh: '数越小越好', en: 'lower is better' },
  none: { zh: '无好坏方向', en: 'neither direction is better' },
}

const UPDATE_PERIODS = {
  year: { zh: '每年', en: 'yearly' },
  'half-year': { zh: '每半年', en: 'half-yearly' },
  quarter: { zh: '每季度', en: 'quarterly' },
  month: { zh: '每月', en: 'monthly' },
  day: { zh: '每日', en: 'daily' },
} as const

const ENGLISH_KINDS: Readonly<Record<PeriodKind, string>> = {
  year: 'yearly',
  'half-year': 'half-yearly',
  quarter: 'quarterly',
  month: 'monthly',
  day: 'single-day',
  interval: 'interval',
}

/** 年度, 月度, 时点; yearly, monthly. */
export function formatKindName(kind: PeriodKind, lang: Lang): string {
  return lang === 'zh' ? KINDS[kind] : ENGLISH_KINDS[kind]
}

/** "月度数41个". */
export function formatKindCount(kind: PeriodKind, count: number, lang: Lang): string {
  const named = formatKindName(kind, lang)
  return lang === 'zh' ? `${named}数${count}个` : plural(count, `${named} figure`)
}

/** "年度与半年数 微克/立方米". */
export function describeTable(
  kinds: readonly PeriodKind[],
  indicator: Indicator,
  lang: Lang,
): string {
  const unit = formatUnit(indicator.unit, lang)
  if (lang === 'en') return unit === '' ? 'All figures' : `All figures, ${unit}`
  const named = kinds.map((kind) => KINDS[kind])
  return `${named.length > 0 ? named.join('、') : '历次'}数（${unit}）`
}

/** "均值，越低越好". */
export function describeKind(indicator: Indicator, lang: Lang): string {
  const separator = lang === 'zh' ? '，' : ', '
  return ACCUMULATIONS[indicator.accumulation][lang] + separator + DESIRED[indicator.desired][lang]
}

/** How often it is published, where the catalog says. */
export function describeUpdate(indicator: Indicator, lang: Lang): string | null {
  return indicator.updatePeriod ? UPDATE_PERIODS[indicator.updatePeriod][lang] : null
}
