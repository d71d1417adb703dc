import { describe, expect, it } from 'vitest'
import { rankTicks } from '../../src/charts/ranks.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { joinsOf, periodsAlong, pictureOf, spotOf, textsOf } from './builders/picture.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const RANKS = [
  ['2018-07', '12'],
  ['2018-08', '1'],
  ['2019-01', '14'],
  ['2019-02', '17'],
  ['2021-08', '6'],
] as const

const view = viewOf(
  [
    snapshot(
      'a',
      '2024-01-01',
      RANKS.map(([period, rank]) => figure(period, rank, { unit: '位' })),
    ),
  ],
  { catalog: catalog([indicator('pm25', { accumulation: 'rank', unit: '位' })]) },
)

describe('ranks', () => {
  it('hang from the first place', () => {
    const picture = pictureOf(view)
    expect(spotOf(picture, '2018-08').y).toBeLessThan(spotOf(picture, '2018-07').y)
  })

  it('are joined only where months follow one another', () => {
    const picture = pictureOf(view)
    expect(joinsOf(picture).map((line) => periodsAlong(picture, line))).toEqual([
      ['2018-07', '2018-08'],
      ['2019-01', '2019-02'],
    ])
  })

  it('have value and month beside each dot', () => {
    const words = textsOf(pictureOf(view))
    expect(words).toEqual(expect.arrayContaining(['12', '7月', '1', '8月', '17', '2月', '6']))
  })

  it('name the years without any', () => {
    expect(textsOf(pictureOf(view))).toContain('未入库')
  })

  it.each([
    [17, [1, 5, 10, 15]],
    [3, [1, 2, 3]],
    [1, [1]],
    [120, [1, 50, 100]],
  ])('down to %i have the ticks %j', (worst, ticks) => {
    expect(rankTicks(worst)).toEqual(ticks)
  })
})
