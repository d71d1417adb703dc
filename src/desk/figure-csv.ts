/** Figures as CSV, with all that makes them answerable. */
import type { Indicator, Region } from '../contract/catalog.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import type { Reading } from '../domain/reading.ts'
import { formatNumber } from '../text/number-text.ts'
import type { Lang } from '../text/lang.ts'
import { formatStatus } from '../text/status-text.ts'

export interface CsvFigure {
  readonly indicator: Indicator
  readonly region: Region
  /** In the unit of the indicator. */
  readonly reading: Reading
  readonly statement: Statement
  readonly source: Publication
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
  ],
} as const

/** Spreadsheets run cells that begin so (OWASP, CSV injection); full-width forms too. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/

function textCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

function row({ indicator, region, reading, statement, source }: CsvFigure, lang: Lang): string {
  const value = reading.kind === 'value' ? formatNumber(reading.value, reading.decimals) : ''
  return [
    textCell(indicator.name[lang]),
    textCell(region.name[lang]),
    textCell(statement.breakdown ?? ''),
    statement.period,
    value.replace('−', '-'),
    textCell(indicator.unit),
    reading.kind === 'value' && reading.qualifier ? `"${reading.qualifier}"` : '',
    statement.status,
    textCell(formatStatus(statement.status, lang)),
    textCell(reading.kind === 'missing' ? reading.reason : ''),
    textCell(source.title),
    textCell(source.publisher),
    source.published,
    textCell(statement.locator ?? ''),
    textCell(statement.printed ?? ''),
    textCell(statement.note ?? ''),
  ].join(',')
}

/** One row for each figure, in the order given; rows end as RFC 4180 says. */
export function buildFigureCsv(figures: readonly CsvFigure[], lang: Lang): string {
  const rows = figures.map((figure) => row(figure, lang))
  return `${[HEADER[lang].join(','), ...rows].join('\r\n')}\r\n`
}
