/** Figures as CSV, with all that makes them answerable. */
import { formatCsv } from '../author/format-csv.ts'
import { guardFormula } from '../author/formula-guard.ts'
import type { Break, Indicator, Region } from '../contract/catalog.ts'
import type { Target } from '../contract/snapshot.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import { decimalOf, formatDecimal } from '../domain/decimal.ts'
import type { Doubt } from '../domain/doubt.ts'
import { periodOf } from '../domain/period.ts'
import type { Reading } from '../domain/reading.ts'
import type { Judgement } from '../domain/judgement.ts'
import { formatBreakSide } from '../text/break-text.ts'
import { formatDoubts } from '../text/doubt-text.ts'
import type { Lang } from '../text/lang.ts'
import { plain } from '../text/rich.ts'
import { formatKindName } from '../text/table-text.ts'
import { formatStatus } from '../text/status-text.ts'
import { formatTargetBasis } from '../text/target-path-text.ts'
import { formatTargetSign } from '../text/target-text.ts'
import { word } from '../text/ui-words.ts'
import { formatVerdict } from '../text/verdict-text.ts'

export interface CsvFigure {
  readonly indicator: Indicator
  readonly region: Region
  /** In the unit of the indicator. */
  readonly reading: Reading
  readonly statement: Statement
  readonly source: Publication
  /** Breaks of the series, where they are known: what stands on two sides of one does not compare. */
  readonly breaks?: readonly Break[]
  readonly doubts: readonly Doubt[]
}

const HEADER = {
  zh: [
    '指标',
    '地区',
    '分组',
    '期次',
    '数值',
    '单位',
    '限定',
    '状态',
    '状态说明',
    '缺失原因',
    '文件',
    '发布单位',
    '公布日期',
    '文中位置',
    '原文',
    '说明',
    '地区代码',
    '口径',
    '断点',
    '期次类型',
    '存疑',
    '所知截至',
    '出处编号',
    '网址',
  ],
  en: [
    'indicator',
    'region',
    'breakdown',
    'period',
    'value',
    'unit',
    'qualifier',
    'status',
    'status text',
    'reason',
    'document',
    'publisher',
    'published',
    'locator',
    'printed',
    'note',
    'region code',
    'scope',
    'break',
    'period kind',
    'in doubt',
    'known as of',
    'document id',
    'url',
  ],
} as const

/** Only texts are guarded: a number that begins with a minus stays a number. */
function cellsOf(figure: CsvFigure, lang: Lang) {
  const { indicator, region, reading, statement, source, breaks = [], doubts } = figure
  const period = periodOf(statement.period)
  const [number, qualifier] =
    reading.kind === 'value'
      ? [decimalOf(reading.value, reading.decimals), reading.qualifier]
      : [null, undefined]
  return [
    guardFormula(indicator.name[lang]),
    guardFormula(region.name[lang]),
    guardFormula(statement.breakdown ?? ''),
    statement.period,
    number ? formatDecimal(number) : '',
    indicator.unit,
    qualifier ?? '',
    statement.status,
    formatStatus(statement.status, lang),
    guardFormula(reading.kind === 'missing' ? reading.reason : ''),
    guardFormula(source.title),
    guardFormula(source.publisher),
    source.published,
    guardFormula(statement.locator ?? ''),
    guardFormula(statement.printed ?? ''),
    guardFormula(statement.note ?? ''),
    region.code,
    guardFormula(indicator.scope),
    guardFormula(formatBreakSide(period, breaks, lang)),
    formatKindName(period.kind, lang),
    guardFormula(plain(formatDoubts(doubts, indicator, lang))),
  ]
}

/** Of the stock, or within the period: 期内完成 of 10 is no level of 10. */
function noteOf({ basis, note }: Target, lang: Lang): string {
  const said = formatTargetBasis(basis, lang)
  return note === undefined ? said : said + (lang === 'zh' ? '；' : '; ') + note
}

/** A target has a figure's columns, its sign as the qualifier, and how it stands for a status text. */
function targetCells(indicator: Indicator, judgement: Judgement, lang: Lang) {
  const { target, region, period, reading, source } = judgement.target
  const verdict = formatVerdict(judgement.verdict, lang)
  return [
    guardFormula(indicator.name[lang]),
    guardFormula(region.name[lang]),
    '',
    target.period,
    formatDecimal(decimalOf(reading.value, reading.decimals)),
    indicator.unit,
    formatTargetSign(judgement.target),
    '',
    `${word('target', lang)}${lang === 'zh' ? '：' : ': '}${verdict}`,
    '',
    guardFormula(source.title),
    guardFormula(source.publisher),
    source.published,
    guardFormula(target.locator ?? ''),
    '',
    guardFormula(noteOf(target, lang)),
    region.code,
    guardFormula(indicator.scope),
    '',
    formatKindName(period.kind, lang),
    '',
  ]
}

export interface CsvTargets {
  readonly indicator: Indicator
  readonly judgements: readonly Judgement[]
}

/**
 * One row for each figure, in the order given, then the targets; rows end as RFC 4180 says. Each row
 * names the day of knowledge: rows of two days may end up in one sheet.
 */
export function buildFigureCsv(
  figures: readonly CsvFigure[],
  lang: Lang,
  knownDay: string,
  due?: CsvTargets,
): string {
  // New columns come last, so that those that are there keep their places.
  const end = ({ id, url = '' }: Publication) => [knownDay, id, url]
  const rows = figures.map((figure) => [...cellsOf(figure, lang), ...end(figure.source)])
  const targets = due
    ? due.judgements.map((each) => [
        ...targetCells(due.indicator, each, lang),
        ...end(each.target.source),
      ])
    : []
  return formatCsv([HEADER[lang], ...rows, ...targets], '\r\n')
}
