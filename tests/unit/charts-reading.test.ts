import { describe, expect, it } from 'vitest'
import { nearestPoint, pointForKey } from '../../src/charts/point-search.ts'
import { placeReadout } from '../../src/charts/readout-place.ts'
import { textWidthPx } from '../../src/charts/text-width.ts'
import { formatPointWords } from '../../src/text/chart-words.ts'
import { mainOf, viewOf } from './builders/evidence.ts'
import { pictureOf } from './builders/picture.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

const known = [
  snapshot('a', '2022-09-09', [figure('2015', '80', { status: 'E' }), figure('2021', '45')]),
]

describe('finding a point', () => {
  const { points } = pictureOf(viewOf(known))
  const [first, second] = points

  it('takes the nearest to the pointer', () => {
    expect(nearestPoint(points, { x: (first?.xPx ?? 0) + 9, y: first?.yPx ?? 0 })).toBe(0)
    expect(nearestPoint(points, { x: second?.xPx ?? 0, y: (second?.yPx ?? 0) - 9 })).toBe(1)
  })

  it('takes none that is far away', () => {
    expect(nearestPoint(points, { x: (first?.xPx ?? 0) + 90, y: 5 })).toBeNull()
  })

  it.each([
    ['ArrowRight', null, 1],
    ['ArrowLeft', null, 1],
    ['ArrowRight', 1, 2],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', 1, 0],
    ['ArrowLeft', 0, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['Escape', 1, null],
    ['a', 1, 1],
  ] as const)('%s at %j of three that lead with the second goes to %j', (key, current, next) => {
    expect(pointForKey(key, current, 3, 1)).toBe(next)
  })

  it('finds none where there is none', () => {
    expect(pointForKey('Home', null, 0, -1)).toBeNull()
    expect(nearestPoint([], { x: 0, y: 0 })).toBeNull()
  })
})

describe('the readout', () => {
  const card = { widthPx: 100, heightPx: 40 }
  const box = { widthPx: 300, heightPx: 200 }

  it('stands above its point', () => {
    expect(placeReadout({ x: 150, y: 120 }, card, box)).toEqual({ x: 100, y: 68 })
  })

  it('stands below where there is no room above', () => {
    expect(placeReadout({ x: 150, y: 20 }, card, box)).toEqual({ x: 100, y: 32 })
  })

  it('stays inside the box at its edges', () => {
    expect(placeReadout({ x: 2, y: 120 }, card, box).x).toBe(0)
    expect(placeReadout({ x: 298, y: 120 }, card, box).x).toBe(200)
    expect(placeReadout({ x: 150, y: 20 }, card, { widthPx: 300, heightPx: 50 }).y).toBe(0)
  })
})

describe('the words of a point', () => {
  it('are period, whose, figure with unit, status, publisher and day', () => {
    const series = mainOf(known)
    const [first] = series.points
    expect(first && formatPointWords(first, series, 'zh')).toEqual({
      heading: '2015年 · 地区410800',
      figure: '80微克/立方米',
      status: '推算',
      source: '焦作市生态环境局 2022-09-09',
    })
  })

  it('keep the qualifier', () => {
    const series = mainOf([
      snapshot('a', '2022-09-09', [figure('2021', '45', { qualifier: '>=' })]),
    ])
    const [point] = series.points
    expect(point && formatPointWords(point, series, 'zh').figure).toBe('≥45微克/立方米')
  })

  it('give the reason where there is no figure', () => {
    const series = mainOf([snapshot('a', '2022-09-09', [missing('2021', '仪器检修')])])
    const [point] = series.points
    expect(point && formatPointWords(point, series, 'zh').figure).toContain('仪器检修')
  })
})

describe('the estimated width of a text', () => {
  it('is one em for Chinese, 0.6 for figures, and an eighth between the two', () => {
    expect(textWidthPx('焦作', 10)).toBe(20)
    expect(textWidthPx('2021', 10)).toBe(24)
    expect(textWidthPx('2021年', 10)).toBe(35.25)
  })
})
