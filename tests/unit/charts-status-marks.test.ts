import { describe, expect, it } from 'vitest'
import { labelBoxes, placeReadout } from '../../src/charts/readout-place.ts'
import { isOverlapping } from '../../src/charts/box.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { joinsOf, linesOf, marksOf, pictureOf, spotOf, textsOf } from './builders/picture.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

const flow = catalog([indicator('pm25', { accumulation: 'flow', unit: '天' })])
const level = catalog([indicator('pm25', { accumulation: 'ratio', unit: '%' })])

describe('a forecast', () => {
  const rows = [figure('2019', '60'), figure('2020', '55'), figure('2030', '30', { status: 'F' })]

  it('wears a ring of dashes, and its stretch is dashed too', () => {
    const picture = pictureOf(viewOf([snapshot('a', '2024-01-01', rows)]))
    const rings = marksOf(picture, 'mark').filter(({ stroke }) => stroke?.dashPx !== undefined)
    expect(rings).toHaveLength(1)
    const dashes = linesOf(picture, 'stretch').filter(({ stroke }) => stroke.dashPx !== undefined)
    expect(dashes).toHaveLength(1)
  })

  it('is joined to nothing that was observed, and neither is a bound', () => {
    const all = [...rows, figure('2021', '50', { qualifier: '<=' })]
    const percent = all.map((each) => ({ ...each, unit: '%' }))
    const picture = pictureOf(viewOf([snapshot('a', '2024-01-01', percent)], { catalog: level }))
    const spots = joinsOf(picture).flatMap((line) => line.spots)
    for (const period of ['2021', '2030']) expect(spots).not.toContainEqual(spotOf(picture, period))
    expect(spots).toContainEqual(spotOf(picture, '2020'))
    expect(textsOf(picture)).toContain('≤50')
  })
})

describe('what stands beside the city', () => {
  it.each([
    ['A', 0, 1],
    ['E', 1, 1],
    ['P', 2, 1],
    ['D', 1, 0],
  ] as const)(
    'as a tick of status %s has %i shapes of a mark and %i lines',
    (status, marks, lines) => {
      const rows = [
        figure('2019', '164', { unit: '天' }),
        figure('2020', '210', { unit: '天' }),
        figure('2020', '245', { unit: '天', region: '410000', status }),
      ]
      const picture = pictureOf(viewOf([snapshot('a', '2024-01-01', rows)], { catalog: flow }))
      expect(marksOf(picture, 'peer-mark')).toHaveLength(marks)
      expect(linesOf(picture, 'peer-stretch')).toHaveLength(lines)
    },
  )
})

describe('months too close for marks', () => {
  it('still show the one whose status differs from the others', () => {
    const months = Array.from({ length: 48 }, (_, i) => {
      const period = `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
      return figure(period, String(40 + (i % 12)), i === 30 ? { status: 'P' } : {})
    })
    const view = viewOf([snapshot('a', '2024-01-01', [figure('2015', '60'), ...months])])
    const picture = pictureOf(view, { widthPx: 420 })
    // A half-filled mark is a ring and a half.
    expect(marksOf(picture, 'month-mark')).toHaveLength(2)
  })
})

describe('a missing year at the end', () => {
  it('is bracketed with its reason', () => {
    const rows = [figure('2019', '60'), figure('2020', '55'), missing('2021', '站点停运')]
    const picture = pictureOf(viewOf([snapshot('a', '2024-01-01', rows)]))
    expect(textsOf(picture).join()).toContain('站点停运')
  })
})

describe('the readout', () => {
  const card = { widthPx: 160, heightPx: 70 }
  const box = { widthPx: 600, heightPx: 240 }

  it('covers none of the labels near its point where there is room', () => {
    const rows = [figure('2019', '60'), figure('2020', '55'), figure('2021', '45')]
    const picture = pictureOf(viewOf([snapshot('a', '2024-01-01', rows)]), { ...box })
    const labels = labelBoxes(picture.shapes)
    expect(labels.length).toBeGreaterThanOrEqual(3)
    for (const { xPx, yPx } of picture.points) {
      const at = { x: xPx, y: yPx }
      const own = labels.filter(
        ({ x, y, width }) => Math.abs(x + width / 2 - xPx) < 20 && Math.abs(y - yPx) < 40,
      )
      expect(own.length).toBeGreaterThan(0)
      const place = { ...placeReadout(at, card, box, labels), width: 160, height: 70 }
      for (const label of own) expect(isOverlapping(place, label)).toBe(false)
    }
  })
})
