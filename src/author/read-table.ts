/** Text of a CSV file → a table's rows, each cell with its place. The header is row 1. */
import Papa from 'papaparse'
import type { Issue } from '../contract/issue.ts'
import {
  columnsOf,
  findColumn,
  otherNamesOf,
  requiredColumnsOf,
  tableOfFileName,
  tableOfHeader,
  type ColumnName,
  type TableName,
} from './column-names.ts'
import { findForeignSeparator, separatorOf } from './find-separator.ts'
import { nearestNames } from './nearest-name.ts'
import { toIssue, type Refusal } from './refusal.ts'
import * as say from './table-messages.ts'

export interface Row {
  readonly table: TableName
  /** 1 is the header. */
  readonly number: number
  /** A cell as written, trimmed; '' where the file has no such column. */
  readonly cell: (column: ColumnName) => string
  /** `<file>:<row>:<column>`, with the column's name as it stands in the file. */
  readonly path: (column: ColumnName) => string
}

export interface ReadTable {
  /** Undefined where the header fits no table. */
  readonly table: TableName | undefined
  readonly rows: readonly Row[]
  readonly issues: readonly Issue[]
}

function checkHeader(
  file: string,
  table: TableName,
  header: readonly string[],
): { columns: readonly (ColumnName | undefined)[]; issues: Issue[] } {
  const known = columnsOf(table)
  const issues: Issue[] = []
  const fail = (column: string, refusal: Refusal) =>
    issues.push(toIssue(`${file}:1:${column === '' ? '*' : column}`, refusal))
  const columns = header.map((name) => {
    const column = findColumn(name, table)
    if (column !== undefined) return column
    const candidates = known.map((id) => ({ id, names: otherNamesOf(id) }))
    const near = nearestNames(name, candidates)
    const meant = near.flatMap((id) => known.find((each) => each === id) ?? [])
    fail(name, say.unknownColumn(name, table, meant))
    return undefined
  })
  for (const column of known) {
    const count = columns.filter((found) => found === column).length
    if (count > 1) fail(column, say.repeatedColumn(column))
    if (count === 0 && requiredColumnsOf(table).includes(column)) {
      fail(column, say.missingColumn(column, table))
    }
  }
  return { columns, issues }
}

/** Papa's findings on quotes; fields are counted by ourselves, because rows may be blank. */
function quoteIssues(file: string, errors: readonly Papa.ParseError[]): Issue[] {
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  const stray = errors.find(({ code }) => code === 'InvalidQuotes')
  const found = stray ?? open
  if (!found) return []
  const refusal = found === stray ? say.strayQuote() : say.openQuote()
  // Papa counts from 0; it leaves the row out only where it cannot tell.
  const row = found.row === undefined ? 1 : found.row + 1
  return [toIssue(`${file}:${row}:*`, refusal)]
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** Column names; spreadsheets leave empty ones behind the last, which are no columns. */
function readHeader(cells: readonly string[]): string[] {
  const names = cells.map((name) => name.trim())
  while (names.length > 0 && names[names.length - 1] === '') names.pop()
  return names
}

/** Reads one file, or says what is wrong with it as a table. */
export function readTable(file: string, text: string): ReadTable {
  const lines = text.replace(/\r\n?/g, '\n')
  const parsed = Papa.parse<string[]>(lines, { delimiter: separatorOf(lines), newline: '\n' })
  const [first = [], ...body] = parsed.data
  const header = readHeader(first)
  const named = tableOfFileName(file)
  if (isBlank(header)) {
    return { table: named, rows: [], issues: [toIssue(`${file}:1:*`, say.emptyFile())] }
  }
  const foreign = findForeignSeparator(file, parsed.data)
  if (foreign) return { table: named, rows: [], issues: [foreign] }
  const table = named ?? tableOfHeader(header)
  const quotes = quoteIssues(file, parsed.errors)
  if (table === undefined) {
    const unknown = toIssue(`${file}:1:*`, say.unknownTable(header.join(',')))
    return { table, rows: [], issues: quotes.length > 0 ? quotes : [unknown] }
  }
  const { columns, issues } = checkHeader(file, table, header)
  if (quotes.length > 0 || issues.length > 0) {
    return { table, rows: [], issues: [...issues, ...quotes] }
  }
  const position = new Map(columns.map((column, at) => [column, at]))
  const rows: Row[] = []
  body.forEach((cells, at) => {
    const number = at + 2
    if (isBlank(cells)) return
    const beyond = cells.slice(header.length)
    if (cells.length !== first.length || !isBlank(beyond)) {
      // Too few fields: the first one that is missing. Too many: nothing to name.
      const column = header[cells.length] ?? '*'
      const refusal = say.fieldCount(cells.length, header.length)
      issues.push(toIssue(`${file}:${number}:${column}`, refusal))
      return
    }
    rows.push({
      table,
      number,
      cell: (column) => cells[position.get(column) ?? -1]?.trim() ?? '',
      path: (column) => `${file}:${number}:${header[position.get(column) ?? -1] ?? column}`,
    })
  })
  return { table, rows, issues }
}
