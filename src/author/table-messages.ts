/** What is said of a file or its rows as such, before any value is looked at. */
import type { Bilingual } from '../contract/issue.ts'
import { quote, refusal, type Refusal } from './refusal.ts'
import {
  columnsOf,
  otherNamesOf,
  TABLE_NAMES,
  type ColumnName,
  type TableName,
} from './column-names.ts'

export function unknownEncoding(): Refusal {
  return refusal(
    'encoding',
    { zh: '无法识别的文字编码', en: 'bytes of no known text encoding' },
    '带或不带 BOM 的 UTF-8、GB18030，或带 BOM 的 UTF-16',
    'UTF-8 with or without BOM, GB18030, or UTF-16 with BOM',
  )
}

export function notCsv(extension: string): Refusal {
  return refusal(
    'not-csv',
    { zh: `${extension} 文件`, en: `a ${extension} file` },
    'CSV；请从表格软件另存为“CSV UTF-8”',
    'CSV; save it as "CSV UTF-8" from the spreadsheet',
  )
}

export function emptyFile(): Refusal {
  return refusal('empty-file', { zh: '空文件', en: 'an empty file' }, '表头', 'a header')
}

export function unknownTable(header: string): Refusal {
  const names = TABLE_NAMES.map((name) => `${name}.csv`).join(', ')
  return refusal(
    'unknown-table',
    quote(header),
    `这些表之一的列：${names}`,
    `the columns of one of ${names}`,
  )
}

/** "period（期次）": either may stand in the header. */
function nameInBoth(column: ColumnName): string {
  return `${column}（${otherNamesOf(column)[0] ?? column}）`
}

export function unknownColumn(
  found: string,
  table: TableName,
  near: readonly ColumnName[],
): Refusal {
  const choices = near.length > 0 ? near : columnsOf(table)
  return refusal(
    'unknown-column',
    { zh: `列名${quote(found).zh}`, en: `column ${quote(found).en}` },
    `${table} 的列，如 ${choices.map(nameInBoth).join('、')}`,
    `a column of ${table}, such as ${choices.join(', ')}`,
  )
}

export function missingColumn(column: ColumnName, table: TableName): Refusal {
  return refusal(
    'missing-column',
    { zh: '缺少这一列', en: 'no such column' },
    `${table} 必有的列 ${nameInBoth(column)}`,
    `column ${column}, which ${table} must have`,
  )
}

export function repeatedColumn(column: string): Refusal {
  return refusal(
    'repeated-column',
    { zh: `列 ${column} 出现多次`, en: `column ${column} more than once` },
    '只出现一次',
    'it once',
  )
}

export function fieldCount(found: number, expected: number): Refusal {
  return refusal(
    'field-count',
    { zh: `${found} 个字段`, en: `${found} ${found === 1 ? 'field' : 'fields'}` },
    `${expected} 个，与表头相同`,
    `${expected} as in the header`,
  )
}

export function openQuote(): Refusal {
  return refusal(
    'open-quote',
    { zh: '没有闭合的引号', en: 'a quote that is not closed' },
    '成对的引号',
    'a closing quote',
  )
}

export function strayQuote(): Refusal {
  return refusal(
    'stray-quote',
    { zh: '引号之后还有文字', en: 'text after a closing quote' },
    '逗号或行尾；字段内的引号写两次',
    'a comma or the end of the row; a quote inside a field is written twice',
  )
}

export const FOREIGN_SEPARATORS = ['\t', ';', '；', '，', '|'] as const
export type ForeignSeparator = (typeof FOREIGN_SEPARATORS)[number]

const SEPARATOR_NAMES: Readonly<Record<ForeignSeparator, Bilingual>> = {
  '\t': { zh: '制表符', en: 'tabs' },
  ';': { zh: '分号', en: 'semicolons' },
  '；': { zh: '全角分号', en: 'full-width semicolons' },
  '，': { zh: '全角逗号', en: 'full-width commas' },
  '|': { zh: '竖线', en: 'vertical bars' },
}

const SEPARATOR_VERB: Bilingual = { zh: '分隔符应为', en: 'the separator must be' }

export function foreignSeparator(found: ForeignSeparator): Refusal {
  const { zh, en } = SEPARATOR_NAMES[found]
  const refused = refusal(
    'separator',
    { zh: `字段以${zh}分隔`, en: `fields separated by ${en}` },
    '逗号；请另存为“CSV UTF-8（逗号分隔）”',
    'a comma; save as "CSV UTF-8 (comma delimited)"',
  )
  return { ...refused, verb: SEPARATOR_VERB }
}

export function repeatedRecord(key: string): Refusal {
  return refusal(
    'repeated-record',
    {
      zh: `${quote(key).zh}已在前面出现且内容不同`,
      en: `${quote(key).en} again, with other content`,
    },
    '只出现一次',
    'it once',
  )
}

export function noTables(): Refusal {
  const names = TABLE_NAMES.map((name) => `${name}.csv`).join(', ')
  return refusal('no-tables', { zh: '没有表', en: 'no tables' }, `${names} 等`, names)
}
