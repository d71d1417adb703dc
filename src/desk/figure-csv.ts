/** Figures as CSV, with all that makes them answerable. */
import { formatCsv } from '../author/format-csv.ts'
import { guardFormula } from '../author/formula-guard.ts'
import type { Indicator, Region } from '../contract/catalog.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import { decimalOf, formatDecimal } from '../domain/decimal.ts'
import type { Reading } from '../domain/reading.ts'
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

/** Only texts are guarded: a number that begins with a minus stays a number. */
function cellsOf({ indicator, region, reading, statement, source }: CsvFigure, lang: Lang) {
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
  ]
}

/** One row for each figure, in the order given; rows end as RFC 4180 says. */
export function buildFigureCsv(figures: readonly CsvFigure[], lang: Lang): string {
  const rows = figures.map((figure) => cellsOf(figure, lang))
  return formatCsv([HEADER[lang], ...rows], '\r\n')
}
