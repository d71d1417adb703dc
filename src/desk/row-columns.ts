/** Rows in two columns as even as can be; a part stays below its whole. */
import type { OverviewRow } from '../domain/overview.ts'

export function splitRows(rows: readonly OverviewRow[]): readonly (readonly OverviewRow[])[] {
  const half = rows.length / 2
  let at = rows.length
  // The later of two that are as good: the first column is the longer one.
  for (const [index, row] of rows.entries()) {
    const isBetter = Math.abs(index - half) <= Math.abs(at - half)
    if (index > 0 && !row.isPart && isBetter) at = index
  }
  return [rows.slice(0, at), rows.slice(at)].filter((column) => column.length > 0)
}
