/** A figure taken apart for setting: what stands before, the number, the unit behind. */
import type { Indicator } from '../contract/catalog.ts'
import type { Point } from '../domain/point.ts'
import type { Reading } from '../domain/reading.ts'
import { isEndLevel } from '../domain/series.ts'
import { fullWidthPunctuation } from './rich.ts'
import type { Lang } from './lang.ts'
import { formatNumber, formatQualifier, formatUnit } from './number-text.ts'
import { formatPeriod } from './period-text.ts'

export interface FigureParts {
  readonly qualifier: string
  /** 第 before a rank, # in English. */
  readonly prefix: string
  readonly number: string
  readonly unit: string
}

/** Null where the reading is missing: then {@link formatMissing} says why. */
export function figureParts(
  reading: Reading,
  indicator: Indicator,
  lang: Lang,
): FigureParts | null {
  if (reading.kind === 'missing') return null
  const isRank = indicator.accumulation === 'rank'
  return {
    qualifier: formatQualifier(reading.qualifier),
    prefix: isRank ? (lang === 'zh' ? '第' : 'No. ') : '',
    number: formatNumber(reading.value, reading.decimals),
    unit: isRank && lang === 'en' ? '' : formatUnit(indicator.unit, lang, reading.value),
  }
}

/** The whole figure in one string: "≥95%", "第5位", "37.85万户". */
export function formatFigure(reading: Reading, indicator: Indicator, lang: Lang): string {
  const parts = figureParts(reading, indicator, lang)
  if (!parts) return formatMissing(reading, lang)
  const space = lang === 'en' && parts.unit !== '' && parts.unit !== '%' ? ' ' : ''
  return parts.qualifier + parts.prefix + parts.number + space + parts.unit
}

/** The reason alone, in the language of the source. */
export function formatMissingReason(reading: Reading): string {
  return reading.kind === 'missing' ? fullWidthPunctuation(reading.reason) : ''
}

/** Why there is no figure. */
export function formatMissing(reading: Reading, lang: Lang): string {
  const reason = formatMissingReason(reading)
  return lang === 'zh' ? `缺失：${reason}` : `missing: ${reason}`
}

/** The period beside a figure: "2021年", "截至2023-05-29". */
export function formatFigurePeriod(point: Point, indicator: Indicator, lang: Lang): string {
  const { period } = point
  if (period.kind !== 'day' || !isEndLevel(indicator)) return formatPeriod(period, lang)
  return lang === 'zh' ? `截至${period.text}` : `as of ${period.text}`
}
