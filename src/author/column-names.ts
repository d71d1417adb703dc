/** Tables of an authoring folder and their columns, with the Chinese names that stand for them. */

/** English name, as in the published CSV → the Chinese names that are taken for it. */
const COLUMNS = [
  ['publication', ['来源', '发布物']],
  ['revision', ['修订号']],
  ['revision_reason', ['修订原因']],
  ['indicator', ['指标']],
  ['region', ['地区']],
  ['breakdown', ['细分']],
  ['period', ['时期']],
  ['value', ['数值']],
  ['unit', ['单位']],
  ['status', ['状态']],
  ['qualifier', ['限定']],
  ['printed', ['原文']],
  ['locator', ['位置']],
  ['contradicts', ['矛盾']],
  ['note', ['备注']],
  ['reason', ['原因', '缺失原因']],
  ['type', ['目标类型']],
  ['basis', ['目标口径']],
  ['baseline_period', ['基期']],
  ['baseline_value', ['基期值']],
  ['milestones', ['节点']],
  ['id', ['编号']],
  ['title', ['标题']],
  ['publisher', ['发布单位']],
  ['published', ['发布日期']],
  ['grade', ['级别']],
  ['url', ['网址']],
  ['audience', ['公开范围']],
  ['theme', ['主题']],
  ['zh', ['中文名']],
  ['en', ['英文名']],
  ['accumulation', ['累计方式']],
  ['desired', ['期望方向']],
  ['scope', ['口径']],
  ['definition', ['定义']],
  ['updatePeriod', ['更新周期']],
  ['code', ['代码']],
  ['level', ['层级']],
  ['parent', ['上级']],
  ['number', ['序号']],
  ['leadUnit', ['牵头单位']],
  ['deadline', ['整改时限']],
  ['state', ['整改状态']],
  ['evidence', ['佐证']],
  ['from', ['起始日']],
] as const

export type ColumnName = (typeof COLUMNS)[number][0]

interface TableColumns {
  /** In the order of an export. */
  readonly columns: readonly ColumnName[]
  /** Columns that may be absent, and cells that may be empty. */
  readonly optional: readonly ColumnName[]
}

const TABLE_COLUMNS = {
  publications: {
    columns: [
      'id',
      'title',
      'publisher',
      'published',
      'grade',
      'url',
      'audience',
      'revision',
      'revision_reason',
    ],
    optional: ['url', 'audience', 'revision', 'revision_reason'],
  },
  themes: { columns: ['id', 'zh', 'en'], optional: [] },
  regions: { columns: ['code', 'zh', 'en', 'level', 'parent'], optional: ['parent'] },
  indicators: {
    columns: [
      'id',
      'theme',
      'zh',
      'en',
      'unit',
      'accumulation',
      'desired',
      'scope',
      'definition',
      'updatePeriod',
      'audience',
    ],
    optional: ['definition', 'updatePeriod', 'audience'],
  },
  breaks: { columns: ['indicator', 'region', 'from', 'reason'], optional: ['region'] },
  observations: {
    columns: [
      'publication',
      'revision',
      'indicator',
      'region',
      'breakdown',
      'period',
      'value',
      'unit',
      'status',
      'qualifier',
      'printed',
      'locator',
      'contradicts',
      'note',
      'reason',
    ],
    optional: [
      'revision',
      'breakdown',
      'status',
      'qualifier',
      'printed',
      'locator',
      'contradicts',
      'note',
      'reason',
    ],
  },
  targets: {
    columns: [
      'publication',
      'revision',
      'indicator',
      'region',
      'period',
      'value',
      'unit',
      'type',
      'basis',
      'baseline_period',
      'baseline_value',
      'milestones',
      'locator',
      'note',
    ],
    optional: ['revision', 'baseline_period', 'baseline_value', 'milestones', 'locator', 'note'],
  },
  tasks: {
    columns: [
      'publication',
      'revision',
      'number',
      'title',
      'leadUnit',
      'deadline',
      'state',
      'milestones',
      'evidence',
    ],
    optional: ['revision', 'deadline', 'milestones', 'evidence'],
  },
} as const satisfies Readonly<Record<string, TableColumns>>

export type TableName = keyof typeof TABLE_COLUMNS

export const TABLE_NAMES: readonly TableName[] = [
  'publications',
  'themes',
  'regions',
  'indicators',
  'breaks',
  'observations',
  'targets',
  'tasks',
]

const COLUMNS_BY_NAME: ReadonlyMap<string, ColumnName> = new Map(
  COLUMNS.flatMap(([column, chinese]) =>
    [column, ...chinese].map((name) => [name, column] as const),
  ),
)

/** The column that a header cell names, in English or Chinese. */
export function findColumn(header: string): ColumnName | undefined {
  return COLUMNS_BY_NAME.get(header)
}

/** All columns of a table, in the order of an export. */
export function columnsOf(table: TableName): readonly ColumnName[] {
  return TABLE_COLUMNS[table].columns
}

export function requiredColumnsOf(table: TableName): readonly ColumnName[] {
  const { columns, optional }: TableColumns = TABLE_COLUMNS[table]
  return columns.filter((column) => !optional.includes(column))
}

/** The table that a file's own name stands for ("…/observations.csv"). */
export function tableOfFileName(path: string): TableName | undefined {
  const name = /([^/\\]+)\.csv$/i.exec(path)?.[1]?.toLowerCase()
  return TABLE_NAMES.find((table) => table === name)
}

/** The one table that has all these columns, and whose required ones are all there. */
export function tableOfColumns(
  columns: readonly (ColumnName | undefined)[],
): TableName | undefined {
  return TABLE_NAMES.find((table) => {
    const known = columnsOf(table)
    return (
      requiredColumnsOf(table).every((column) => columns.includes(column)) &&
      columns.every((column) => column !== undefined && known.includes(column))
    )
  })
}
