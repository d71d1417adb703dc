/** Rows of the task list as CSV; loaded only when somebody takes them away. */
import { formatCsv } from '../author/format-csv.ts'
import { guardFormula } from '../author/formula-guard.ts'

/** A number of days may be negative, and stays a number. */
const INTEGER = /^-?\d+$/

export function formatTaskCsv(rows: readonly (readonly string[])[]): string {
  const guarded = rows.map((row) =>
    row.map((cell) => (INTEGER.test(cell) ? cell : guardFormula(cell))),
  )
  return formatCsv(guarded, '\r\n')
}
