/** Files of an authoring folder → everything they state, and everything that cannot be read. */
import type { Break, Indicator, Region, Theme } from '../contract/catalog.ts'
import type { Issue } from '../contract/issue.ts'
import type { Observation, Target, Task } from '../contract/snapshot.ts'
import { readBreak, readIndicator, readRegion, readTheme } from './catalog-rows.ts'
import type { ColumnName, TableName } from './column-names.ts'
import { decodeText, type EncodingName } from './decode-text.ts'
import { readObservation, type FigureRow } from './observation-rows.ts'
import { readPublication, type PublicationRow } from './publication-rows.ts'
import { readTable, type Row } from './read-table.ts'
import { toIssue } from './refusal.ts'
import { readRow, type RowReader } from './row-reader.ts'
import { notCsv, unknownEncoding } from './table-messages.ts'
import { readTarget } from './target-rows.ts'
import { readTask } from './task-rows.ts'
import { countTidied, type TidiedCount } from './tidied-numbers.ts'

export interface InputFile {
  /** As the person named it; findings begin with it. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What was made of one file. */
export interface FileSummary {
  readonly name: string
  readonly encoding: EncodingName
  readonly table: TableName
  readonly rowCount: number
}

/** A record with the places of its cells. */
export interface Placed<T> {
  readonly record: T
  readonly path: (column: ColumnName) => string
}

export interface Input {
  readonly files: readonly FileSummary[]
  readonly tidied: TidiedCount
  readonly publications: readonly PublicationRow[]
  readonly themes: readonly Placed<Theme>[]
  readonly regions: readonly Placed<Region>[]
  readonly indicators: readonly Placed<Indicator>[]
  readonly breaks: readonly Placed<Break>[]
  readonly observations: readonly FigureRow<Observation>[]
  readonly targets: readonly FigureRow<Target>[]
  readonly tasks: readonly FigureRow<Task>[]
  /** Ids whose own row was refused; naming them elsewhere is no second fault. */
  readonly refusedIds: ReadonlySet<string>
  readonly issues: readonly Issue[]
}

interface ReadFile {
  readonly summary?: FileSummary
  readonly rows: readonly Row[]
  readonly issues: readonly Issue[]
}

function readFile({ name, bytes }: InputFile): ReadFile {
  const extension = /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? ''
  if (!['.csv', '.tsv', '.txt', ''].includes(extension)) {
    return { rows: [], issues: [toIssue(`${name}:1:*`, notCsv(extension))] }
  }
  const decoded = decodeText(bytes)
  if (!decoded) return { rows: [], issues: [toIssue(`${name}:1:*`, unknownEncoding())] }
  const { table, rows, issues } = readTable(name, decoded.text)
  if (table === undefined) return { rows, issues }
  const summary = { name, encoding: decoded.encoding, table, rowCount: rows.length }
  return { summary, rows, issues }
}

/** Reads all files; nothing is compared with what is published yet. */
export function readInput(files: readonly InputFile[]): Input {
  const read = files.map(readFile)
  const issues = read.flatMap((file) => file.issues)
  const rows = read.flatMap((file) => file.rows)
  const refusedIds = new Set<string>()
  function records<T>(table: TableName, parse: (reader: RowReader) => T | undefined): T[] {
    return rows
      .filter((row) => row.table === table)
      .flatMap((row) => {
        const reader = readRow(row, issues)
        const record = parse(reader)
        if (record === undefined) {
          refusedIds.add(reader.code('id')).add(reader.code('code'))
          return []
        }
        return [record]
      })
  }
  const placed =
    <T>(parse: (reader: RowReader) => T | undefined) =>
    (reader: RowReader): Placed<T> | undefined => {
      const record = parse(reader)
      return record === undefined ? undefined : { record, path: reader.row.path }
    }
  return {
    files: read.flatMap(({ summary }) => summary ?? []),
    tidied: countTidied(rows),
    publications: records('publications', readPublication),
    themes: records('themes', placed(readTheme)),
    regions: records('regions', placed(readRegion)),
    indicators: records('indicators', placed(readIndicator)),
    breaks: records('breaks', placed(readBreak)),
    observations: records('observations', readObservation),
    targets: records('targets', readTarget),
    tasks: records('tasks', readTask),
    refusedIds,
    issues,
  }
}
