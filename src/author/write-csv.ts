/** Published data → the CSV tables of an authoring folder, which import again to the same. */
import type { Catalog } from '../contract/catalog.ts'
import type { Observation, Snapshot, Target, Task } from '../contract/snapshot.ts'
import { decimalOf, formatDecimal } from '../domain/decimal.ts'
import { columnsOf, type ColumnName, type TableName } from './column-names.ts'
import { formatCsv } from './format-csv.ts'
import { guardFormula } from './formula-guard.ts'
import { formatPlainNumber } from './plain-number.ts'
import { formatTaskMilestones } from './task-milestones.ts'

/** Cells that are written as they are; all others are texts. */
const CODE_COLUMNS: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'value',
  'baseline_value',
  'milestones',
  'unit',
  'qualifier',
])

type Cells = Partial<Readonly<Record<ColumnName, string | number | undefined>>>

function writeTable(table: TableName, rows: readonly Cells[]): string {
  const columns = columnsOf(table)
  const cellOf = (row: Cells, column: ColumnName) => {
    const text = String(row[column] ?? '')
    return CODE_COLUMNS.has(column) ? text : guardFormula(text)
  }
  const data = rows.map((row) => columns.map((column) => cellOf(row, column)))
  return formatCsv([columns, ...data], '\n')
}

function observationCells(snapshot: Snapshot, observation: Observation): Cells {
  const { value, decimals, ...texts } = observation
  return {
    publication: snapshot.id,
    ...texts,
    value: value === null ? '' : formatDecimal(decimalOf(value, decimals)),
    revision: snapshot.revision,
  }
}

function targetCells(snapshot: Snapshot, target: Target): Cells {
  const { value, decimals, baseline, milestones, ...texts } = target
  return {
    publication: snapshot.id,
    ...texts,
    value: formatDecimal(decimalOf(value, decimals)),
    baseline_period: baseline?.period,
    baseline_value: baseline && formatPlainNumber(baseline.value),
    milestones: milestones?.map((m) => `${m.period}:${formatPlainNumber(m.value)}`).join(';'),
    revision: snapshot.revision,
  }
}

function taskCells(snapshot: Snapshot, { milestones, ...texts }: Task): Cells {
  return {
    publication: snapshot.id,
    ...texts,
    milestones: milestones && formatTaskMilestones(milestones),
    revision: snapshot.revision,
  }
}

/** All tables, by name; every column is there, so that a clerk sees what can be said. */
export function writeTables(
  catalog: Catalog,
  snapshots: readonly Snapshot[],
): ReadonlyMap<TableName, string> {
  const publications = snapshots.map(({ revisionReason, ...snapshot }): Cells => {
    const { id, title, publisher, published, grade, url, audience, revision } = snapshot
    const facts = { id, title, publisher, published, grade, url, audience, revision }
    return { ...facts, revision_reason: revisionReason }
  })
  const indicators = catalog.indicators.map(({ name, ...rest }): Cells => ({ ...rest, ...name }))
  const regions = catalog.regions.map(({ name, ...rest }): Cells => ({ ...rest, ...name }))
  const themes = catalog.themes.map(({ id, name }): Cells => ({ id, ...name }))
  const observations = snapshots.flatMap((s) => s.observations.map((o) => observationCells(s, o)))
  const targets = snapshots.flatMap((s) => s.targets.map((t) => targetCells(s, t)))
  const tasks = snapshots.flatMap((s) => (s.tasks ?? []).map((t) => taskCells(s, t)))
  return new Map([
    ['publications', writeTable('publications', publications)],
    ['themes', writeTable('themes', themes)],
    ['regions', writeTable('regions', regions)],
    ['indicators', writeTable('indicators', indicators)],
    ['breaks', writeTable('breaks', catalog.breaks)],
    ['observations', writeTable('observations', observations)],
    ['targets', writeTable('targets', targets)],
    ['tasks', writeTable('tasks', tasks)],
  ])
}
