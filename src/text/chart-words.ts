/** The few words inside charts, and what is said aloud of one of their points. */
import type { Break, Indicator, Region } from '../contract/catalog.ts'
import type { Bilingual } from '../contract/issue.ts'
import { breakWithin } from '../domain/break-place.ts'
import { disputedPoints } from '../domain/disputed.ts'
import { dateOfDay, type Period } from '../domain/period.ts'
import type { Point } from '../domain/point.ts'
import { isEndLevel, type Series } from '../domain/series.ts'
import type { TargetView } from '../domain/target-view.ts'
import { formatBreakReason } from './break-text.ts'
import { formatFigure } from './figure-text.ts'
import type { Lang } from './lang.ts'
import { formatNumber } from './number-text.ts'
import { formatDay, formatPeriod, monthName } from './period-text.ts'
import { fullWidthPunctuation } from './rich.ts'
import { formatStatus } from './status-text.ts'
import { formatAcross, formatTargetSign } from './target-text.ts'

const WORDS = {
  notOnFile: { zh: '未入库', en: 'Not on file' },
  missing: { zh: '缺失', en: 'Missing' },
  betweenUnknown: { zh: '其间进度未入库', en: 'Progress in between not on file' },
  notComparable: { zh: '与此前不可比', en: 'not comparable with before' },
  notReported: { zh: '未报', en: 'not reported' },
  otherDefinition: { zh: '口径不同，不连线', en: 'Other definition, not joined' },
  disagree: { zh: '两处不一致', en: 'Sources disagree' },
  held: { zh: '点此画图', en: 'Touch here for the picture' },
  notDrawn: {
    zh: '图未能载入，数值见表格',
    en: 'The chart could not be loaded; its figures are in the table',
  },
} as const satisfies Record<string, Bilingual>

export type ChartWord = keyof typeof WORDS

export function chartWord(word: ChartWord, lang: Lang): string {
  return WORDS[word][lang]
}

/** What a series is called at its line: its breakdown, where it has one, else its region. */
export function formatSeriesName(series: Series, lang: Lang): string {
  return series.breakdown ?? shortRegion(series.region, lang)
}

/** "Henan Province" is "Henan" in a picture; Chinese names are short enough. */
function shortRegion(region: Region, lang: Lang): string {
  return lang === 'zh' ? region.name.zh : region.name.en.replace(/ (Province|City)$/, '')
}

/** Where others have figures for those years, it is the region's own that are missing. */
export function formatOwnMissing(region: Region, lang: Lang): string {
  return lang === 'zh'
    ? `${region.name.zh}年值未入库`
    : `No yearly figure for ${shortRegion(region, lang)} on file`
}

/** The note of a break in two lines, the longer way and the shorter. */
export function formatBreak(cut: Break, lang: Lang): readonly (readonly [string, string])[] {
  const day = formatDay(cut.from, lang)
  const last = chartWord('notComparable', lang)
  if (lang === 'en') {
    const short: readonly [string, string] = [`Redefined ${cut.from}:`, last]
    return [[`Definition changed on ${day}:`, last], short]
  }
  const reason = formatBreakReason(cut, lang).replace(/（.*$/, '')
  return [
    [`${day}起${reason}`, last],
    [`${day}起口径改变`, last],
    [`${day.replace(/\d+日$/, '')}起口径改变`, last],
  ]
}

/** The note of a break where it has the least room: 2018年9月起, 口径改变. */
export function formatBreakBriefly(cut: Break, lang: Lang): readonly [string, string] {
  if (lang === 'en') return ['Redefined', cut.from]
  return [`${formatDay(cut.from, lang).replace(/\d+日$/, '')}起`, '口径改变']
}

/** Beside a mark whose year is read off the axis: 8月, 上半年, 第3季度; a year says nothing more. */
export function formatPeriodTag(period: Period, lang: Lang): string {
  const [, month, date] = dateOfDay(period.start)
  switch (period.kind) {
    case 'year':
    case 'interval':
      return ''
    case 'half-year':
      if (lang === 'zh') return month === 1 ? '上半年' : '下半年'
      return month === 1 ? 'first half' : 'second half'
    case 'quarter':
      return lang === 'zh' ? `第${(month + 2) / 3}季度` : `Q${(month + 2) / 3}`
    case 'month':
      return lang === 'zh' ? `${month}月` : monthName(month, lang).slice(0, 3)
    case 'day':
      return lang === 'zh' ? `${month}月${date}日` : `${date} ${monthName(month, lang).slice(0, 3)}`
  }
}

export function formatRank(rank: number, lang: Lang): string {
  return lang === 'zh' ? `第${rank}位` : `No. ${rank}`
}

const LEVEL_NAMES: Partial<Readonly<Record<Region['level'], Bilingual>>> = {
  country: { zh: '国家', en: 'National' },
  province: { zh: '省', en: 'Province' },
  prefecture: { zh: '市', en: 'City' },
}

export interface TargetWords {
  /** 河南省2025年目标 */
  readonly name: string
  /** 省目标 */
  readonly shortName: string
  /** ≤ 42.5 */
  readonly value: string
}

/** A target in a picture always says whose it is. */
export function formatTargetMark(view: TargetView, indicator: Indicator, lang: Lang): TargetWords {
  const { region, target, reading, period } = view
  const isTask = target.basis === 'change'
  const year = dateOfDay(period.end - 1)[0]
  const level = LEVEL_NAMES[region.level]?.[lang] ?? shortRegion(region, lang)
  const plus = isTask && isEndLevel(indicator) && reading.value > 0 ? '+' : ''
  const number = formatNumber(reading.value, reading.decimals)
  const value = `${formatTargetSign(view)} ${plus}${number}`.trim()
  if (lang === 'zh') {
    const noun = isTask ? '任务' : '目标'
    return { name: `${region.name.zh}${year}年${noun}`, shortName: level + noun, value }
  }
  const noun = isTask ? 'task' : 'target'
  const name = `${shortRegion(region, lang)} ${noun} ${year}`
  return { name, shortName: `${level} ${noun}`, value }
}

export interface PointWords {
  /** 2021年 · 焦作市 */
  readonly heading: string
  /** 45微克/立方米, or why there is none */
  readonly figure: string
  /** 正式; with it what keeps the point out of comparison */
  readonly status: string
  /** 焦作市生态环境局 2022-09-09, in the language of the source */
  readonly source: string
}

/** Why a point compares with no other, beyond its status. */
function apartWords(point: Point, series: Series, lang: Lang): readonly string[] {
  const across = breakWithin(point.period, series.breaks)
  return [
    ...(across ? [formatAcross(across, lang)] : []),
    ...(disputedPoints(series).has(point) ? [chartWord('disagree', lang)] : []),
  ]
}

/** One point in full: period, whose, figure, status, who published it when. */
export function formatPointWords(point: Point, series: Series, lang: Lang): PointWords {
  const { indicator } = series
  return {
    heading: `${formatPeriod(point.period, lang)} · ${formatSeriesName(series, lang)}`,
    figure: formatFigure(point.reading, indicator, lang),
    status: [formatStatus(point.status, lang), ...apartWords(point, series, lang)].join(
      lang === 'zh' ? '，' : ', ',
    ),
    source: `${fullWidthPunctuation(point.source.publisher)} ${point.source.published}`,
  }
}
