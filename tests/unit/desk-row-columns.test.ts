import { describe, expect, it } from 'vitest'
import { splitRows } from '../../src/desk/row-columns.ts'
import type { OverviewRow } from '../../src/domain/overview.ts'

/** Rows by a letter each; a small one is part of what stands before it. */
function columnsOf(letters: string): readonly string[] {
  const rows = [...letters].map((letter) => ({
    view: letter as unknown as OverviewRow['view'],
    isPart: letter === letter.toLowerCase(),
  }))
  return splitRows(rows).map((column) =>
    column.map(({ view }) => view as unknown as string).join(''),
  )
}

describe('rows in two columns', () => {
  it.each([
    ['', []],
    ['A', ['A']],
    ['AB', ['A', 'B']],
    ['ABCDE', ['ABC', 'DE']],
    ['Abc', ['Abc']],
    ['ABcDE', ['ABc', 'DE']],
    ['ABcd', ['A', 'Bcd']],
    ['ABCdE', ['AB', 'CdE']],
  ])('%j are %j', (rows, columns) => {
    expect(columnsOf(rows)).toEqual(columns)
  })
})
