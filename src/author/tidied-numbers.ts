/** How many figures did not stand in the table as they were taken. */
import { foldFullWidth } from './full-width.ts'
import type { Row } from './read-table.ts'

export interface TidiedCount {
  /** With full-width digits or signs. */
  readonly fullWidth: number
  /** With a unit or 万 behind the digits. */
  readonly withUnit: number
}

export function countTidied(rows: readonly Row[]): TidiedCount {
  const written = rows
    .filter(({ table }) => table === 'observations' || table === 'targets')
    .map((row) => row.cell('value'))
  const folded = written.map(foldFullWidth)
  return {
    fullWidth: written.filter((cell, at) => cell !== folded[at]).length,
    withUnit: folded.filter((cell) => /\D$/.test(cell)).length,
  }
}
