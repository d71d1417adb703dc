import { describe, expect, it } from 'vitest'
import type { Target } from '../../src/contract/snapshot.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { linesOf, pictureOf, spotOf } from './builders/picture.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const SHARE = indicator('pm25', { accumulation: 'ratio', unit: '%', desired: 'up' })

/** Made-up shares at the ends of four years, and a target for 2025. */
function pictureWith(due: Partial<Target>) {
  const figures = [
    ['2020', '20'],
    ['2021', '24'],
    ['2022', '25'],
    ['2023', '30'],
  ].map(([period = '', printed = '']) => figure(period, printed, { unit: '%' }))
  const set = target('2025', 60, { type: 'reach', unit: '%', ...due })
  const view = viewOf([snapshot('a', '2024-01-01', figures, { targets: [set] })], {
    catalog: catalog([SHARE]),
  })
  return pictureOf(view)
}

describe('the way to a target', () => {
  it('runs from its baseline over its milestones to the target', () => {
    const picture = pictureWith({
      baseline: { period: '2020', value: 20 },
      milestones: [{ period: '2023', value: 30 }],
    })
    const [path] = linesOf(picture, 'target').filter(({ spots }) => spots.length > 2)
    expect(path?.spots).toHaveLength(3)
    expect(path?.spots[0]?.x).toBeCloseTo(spotOf(picture, '2020').x, 6)
    expect(path?.spots[0]?.y).toBeCloseTo(spotOf(picture, '2020').y, 6)
    expect(path?.spots[1]?.y).toBeCloseTo(spotOf(picture, '2023').y, 6)
    const [end] = linesOf(picture, 'target').filter(({ spots }) => spots.length === 2)
    expect(path?.spots[2]?.y).toBeCloseTo(end?.spots[1]?.y ?? 0, 6)
  })

  it('begins at the edge of a picture that begins later than its baseline', () => {
    const picture = pictureWith({ baseline: { period: '2015', value: 10 } })
    const paths = linesOf(picture, 'target').filter(
      ({ spots }) => spots[0]?.y !== spots[spots.length - 1]?.y,
    )
    const xs = paths.flatMap(({ spots }) => spots.map(({ x }) => x))
    expect(paths).toHaveLength(1)
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0)
  })

  it('is not drawn where none is published', () => {
    const slanted = linesOf(pictureWith({}), 'target').filter(
      ({ spots }) =>
        spots.length > 2 || (spots[0]?.x !== spots[1]?.x && spots[0]?.y !== spots[1]?.y),
    )
    expect(slanted).toEqual([])
  })
})
