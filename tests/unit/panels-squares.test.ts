import { describe, expect, it } from 'vitest'
import type { Parts } from '../../src/domain/parts.ts'
import { doneBreadth, planSquares, squareColumns } from '../../src/panels/squares.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const CATALOG = catalog([
  indicator('tasks', { accumulation: 'stock', unit: '项' }),
  indicator('tasks-done', { accumulation: 'stock', unit: '项' }),
])

function partsOf(total: number, done: number): Parts {
  const rows = [
    figure('2023-05-29', String(total), { indicator: 'tasks', unit: '项' }),
    figure('2023-05-29', String(done), { indicator: 'tasks-done', unit: '项' }),
  ]
  const { parts } = viewOf([snapshot('a', '2023-05-29', rows)], { catalog: CATALOG })
  if (!parts) throw new Error('no parts')
  return parts
}

/** Left edge of the first square that is not done, in percent of the picture. */
function firstOpen(parts: Parts): number | undefined {
  const { squares, width } = planSquares(parts)
  const open = squares.find(({ tone }) => tone !== 'done')
  return open && (open.x / width) * 100
}

describe('the count of what is open', () => {
  it.each([
    [46, 34],
    [36, 22],
    [45, 33],
    [12, 5],
    [9, 0],
    [228, 200],
  ])('of %i, %i done, stands under the first open square', (total, done) => {
    const parts = partsOf(total, done)
    // An outline is drawn within its square, so it begins a hair later.
    expect(Math.abs(doneBreadth(parts) - (firstOpen(parts) ?? NaN))).toBeLessThan(0.5)
  })
})

describe('two wholes at one scale', () => {
  it('take the columns of the larger one', () => {
    const [large, small] = [partsOf(46, 34), partsOf(36, 22)]
    const columns = Math.max(squareColumns(large), squareColumns(small))
    expect(columns).toBe(23)
    expect(planSquares(small, columns).width).toBe(planSquares(large).width)
  })
})
