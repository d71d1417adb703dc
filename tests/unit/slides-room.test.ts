import { describe, expect, it } from 'vitest'
import { rowsThatFit } from '../../src/slides/row-height.ts'
import { figureSize } from '../../src/slides/type-size.ts'
import { viewOf } from './builders/evidence.ts'
import { figure, snapshot } from './builders/snapshot.ts'

/** Made-up figures, for this test only. */
const view = viewOf([snapshot('a', '2022-09-09', [figure('2015', '85'), figure('2021', '45')])])
const rows = [view, view, view, view]

describe('rows beside a picture', () => {
  it('are as many as have room below each other, and one at least', () => {
    const room = { width: 800, columns: 1 }
    expect(rowsThatFit(rows, 'zh', { ...room, height: 10_000 })).toHaveLength(4)
    expect(rowsThatFit(rows, 'zh', { ...room, height: 10 })).toHaveLength(1)
    const some = rowsThatFit(rows, 'zh', { ...room, height: 350 }).length
    expect(some).toBeGreaterThan(1)
    expect(some).toBeLessThan(4)
  })

  it('are fewer where the column is so narrow that names take more lines', () => {
    const wide = rowsThatFit(rows, 'en', { width: 900, height: 450, columns: 1 })
    const narrow = rowsThatFit(rows, 'en', { width: 420, height: 450, columns: 1 })
    expect(narrow.length).toBeLessThan(wide.length)
  })

  it('stand in pairs where there are two columns', () => {
    const room = { width: 1600, height: 150 }
    expect(rowsThatFit(rows, 'zh', { ...room, columns: 1 })).toHaveLength(1)
    expect(rowsThatFit(rows, 'zh', { ...room, columns: 2 })).toHaveLength(2)
  })
})

describe('the size of a figure', () => {
  it('is the largest that stands in one line with its unit', () => {
    const room = { largest: 272, least: 0 }
    expect(figureSize('45', '微克/立方米', { ...room, width: 1000 })).toBe(272)
    expect(figureSize('45', '微克/立方米', { ...room, width: 500 })).toBeLessThan(272)
  })

  it('does not fall below the least of a lead for a long unit, which then stands beneath it', () => {
    const room = { width: 500, largest: 272 }
    expect(figureSize('37.85', '×10⁴ households', { ...room, least: 0 })).toBeLessThan(160)
    expect(figureSize('37.85', '×10⁴ households', { ...room, least: 176 })).toBe(176)
  })

  it('falls below it where not even the number has room', () => {
    expect(figureSize('1234567.89', '户', { width: 500, largest: 272, least: 176 })).toBe(96)
  })
})
