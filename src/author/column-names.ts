/** Tables of an authoring folder and their columns, with the Chinese names that stand for them. */

/**
 * English name, as in the published CSV → the names that are taken for it: first the one that is
 * shown, then those of the pages and of their CSV. A name may stand for a column in one table and
 * for another in the next.
 */
const COLUMNS = [
  ['publication', ['出处', '来源', '发布物', '文件', 'document']],
  ['revision', ['修订号']],
  ['revision_reason', ['修订原因']],
  ['indicator', ['指标']],
  ['region', ['地区']],
  ['breakdown', ['分组', '细分']],
  ['period', ['期次', '时期', '期别', '期限']],
  ['value', ['数值', '值']],
  ['unit', ['单位']],
  ['status', ['状态']],
  ['qualifier', ['限定']],
  ['printed', ['原文']],
  ['locator', ['文中位置', '位置']],
  ['contradicts', ['存疑对象', '矛盾']],
  ['note', ['说明', '备注']],
  ['reason', ['缺失原因', '原因']],
  ['type', ['目标类型', '类型']],
  ['basis', ['目标口径', '衡量']],
  ['baseline_period', ['基期']],
  ['baseline_value', ['基期值']],
  ['milestones', ['节点']],
  ['id', ['编号', '出处', '来源']],
  ['title', ['标题', '文件', 'document', '整改任务', '任务']],
  ['publisher', ['发布单位']],
  ['published', ['公布日期', '发布日期']],
  ['grade', ['性质', '等级', '级别']],
  ['url', ['网址']],
  ['audience', ['公开范围']],
  ['theme', ['主题']],
  ['zh', ['中文名']],
  ['en', ['英文名']],
  ['accumulation', ['累计方式', '类型']],
  ['desired', ['期望方向']],
  ['scope', ['口径']],
  ['definition', ['定义']],
  ['updatePeriod', ['更新周期', '更新']],
  ['code', ['代码']],
  ['level', ['层级']],
  ['parent', ['上级']],
  ['round', ['轮次', '督察轮次']],
  ['number', ['序号', '编号']],
  ['leadUnit', ['牵头单位']],
  ['deadline', ['整改时限', '期限', '完成时限', '时限']],
  ['state', ['整改状态', '状态', '进展', '整改进展']],
  ['evidence', ['佐证', '佐证材料']],
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
      'audience',
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
      'audience',
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
      'audience',
    ],
    optional: [
      'revision',
      'baseline_period',
      'baseline_value',
      'milestones',
      'locator',
      'note',
      'audience',
    ],
  },
  tasks: {
    columns: [
      'publication',
      'revision',
      'round',
      'number',
      'title',
      'leadUnit',
      'deadline',
      'state',
      'milestones',
      'evidence',
    ],
    optional: ['revision', 'round', 'deadline', 'milestones', 'evidence'],
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

const OTHER_NAMES = new Map<ColumnName, readonly string[]>(COLUMNS)

/** The other names of a column, the one that is shown first; never empty. */
export function otherNamesOf(column: ColumnName): readonly string[] {
  return OTHER_NAMES.get(column) ?? []
}

/** The column of a table that a header cell names, in English or Chinese. */
export function findColumn(header: string, table: TableName): ColumnName | undefined {
  const known = columnsOf(table)
  return (
    known.find((column) => column === header) ??
    known.find((column) => otherNamesOf(column).includes(header))
  )
}

/** The one table that has all these columns, and whose required ones are all there. */
export function tableOfHeader(header: readonly string[]): TableName | undefined {
  return TABLE_NAMES.find((table) => {
    const columns = header.map((name) => findColumn(name, table))
    return (
      columns.every((column) => column !== undefined) &&
      requiredColumnsOf(table).every((column) => columns.includes(column))
    )
  })
}
