/** The figures of one page as CSV, with all that makes them answerable. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Point } from '../domain/point.ts'
import type { Series } from '../domain/series.ts'
import { formatNumber } from '../text/number-text.ts'
import type { Lang } from '../text/lang.ts'

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

function row(point: Point, series: Series, lang: Lang): string {
  const { reading, statement, source } = point
  const value = reading.kind === 'value' ? formatNumber(reading.value, reading.decimals) : ''
  return [
    textCell(series.indicator.name[lang]),
    textCell(series.region.name[lang]),
    textCell(series.breakdown ?? ''),
    statement.period,
    value.replace('−', '-'),
    textCell(series.indicator.unit),
    reading.kind === 'value' && reading.qualifier ? `"${reading.qualifier}"` : '',
    statement.status,
    textCell(reading.kind === 'missing' ? reading.reason : ''),
    textCell(source.title),
    textCell(source.publisher),
    source.published,
    textCell(statement.locator ?? ''),
    textCell(statement.printed ?? ''),
    textCell(statement.note ?? ''),
  ].join(',')
}

/** Own series first, then the regions above; rows end as RFC 4180 says. */
export function buildIndicatorCsv(view: IndicatorView, lang: Lang): string {
  const rows = [...view.series, ...view.peers].flatMap((series) =>
    series.points.map((point) => row(point, series, lang)),
  )
  return `${[HEADER[lang].join(','), ...rows].join('\r\n')}\r\n`
}
