/** Rows of cells → CSV; every row ends with the line end, the last one too. */
import Papa from 'papaparse'

export function formatCsv(rows: readonly (readonly string[])[], newline: '\n' | '\r\n'): string {
  return `${Papa.unparse(rows, { newline })}${newline}`
}
