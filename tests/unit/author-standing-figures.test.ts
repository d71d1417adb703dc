import { describe, expect, it } from 'vitest'
import { standingFigures } from '../../src/author/standing-figures.ts'
import { figure, snapshot } from './builders/snapshot.ts'

describe('the figures that stand as published', () => {
  const first = snapshot('report', '2022-01-01', [figure('2021', '45')])
  const values = (all: Parameters<typeof standingFigures>[0]) =>
    standingFigures(all).map(({ observation, published }) => [observation.value, published])

  it('are those of the highest revision', () => {
    const mended = { ...first, revision: 2, observations: [figure('2021', '46')] }
    expect(values([mended, first])).toEqual([[46, '2022-01-01']])
  })

  it('are the same in whatever order two files of one revision are read', () => {
    const twin = { ...snapshot('report', '2022-02-01', [figure('2021', '47')]) }
    expect(values([first, twin])).toEqual([[47, '2022-02-01']])
    expect(values([twin, first])).toEqual([[47, '2022-02-01']])
  })
})
