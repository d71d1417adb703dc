import { describe, expect, it } from 'vitest'
import { PAGE_PALETTE } from '../../src/charts/palette.ts'
import { ROLES, type Role } from '../../src/charts/shape.ts'
import type { Observation } from '../../src/contract/snapshot.ts'
import { catalog, cut } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import {
  joinsOf,
  linesOf,
  marksOf,
  periodsAlong,
  pictureOf,
  spotOf,
  textsOf,
} from './builders/picture.ts'
import { figure, missing, snapshot, target } from './builders/snapshot.ts'

function months(year: number, ...values: number[]): Observation[] {
  return values.map((value, i) => figure(`${year}-${String(i + 1).padStart(2, '0')}`, `${value}`))
}

function view(observations: Observation[], breaks = [] as ReturnType<typeof cut>[]) {
  return viewOf([snapshot('a', '2024-01-01', observations)], {
    catalog: catalog(undefined, { breaks }),
  })
}

describe('a mean', () => {
  it('is drawn as long as the time that it averages', () => {
    const picture = pictureOf(view([figure('2016', '84'), figure('2018-01/2018-06', '76')]))
    const [year, half] = linesOf(picture, 'stretch').map(
      ({ spots }) => (spots[1]?.x ?? 0) - (spots[0]?.x ?? 0),
    )
    expect(half).toBeGreaterThan((year ?? 0) * 0.45)
    expect(half).toBeLessThan((year ?? 0) * 0.51)
  })

  it('has its mark in the middle of that time', () => {
    const picture = pictureOf(view([figure('2016', '84'), figure('2017', '80')]))
    const [stretch] = linesOf(picture, 'stretch')
    const middle = ((stretch?.spots[0]?.x ?? 0) + (stretch?.spots[1]?.x ?? 0)) / 2
    expect(spotOf(picture, '2016').x).toBeCloseTo(middle)
  })

  it('is never joined to another year, nor to a half-year or a month', () => {
    const mixed = [figure('2016', '84'), figure('2017', '80'), figure('2018-01/2018-06', '76')]
    expect(joinsOf(pictureOf(view([...mixed, figure('2018-08', '40')])))).toEqual([])
  })

  it('of another definition is a diamond without a stretch', () => {
    const picture = pictureOf(view([figure('2016', '84', { status: 'D' }), figure('2017', '80')]))
    expect(linesOf(picture, 'stretch')).toHaveLength(1)
    expect(marksOf(picture, 'mark').map(({ kind }) => kind)).toEqual(['diamond', 'circle'])
  })

  it('that we derived is hollow, a reported one filled, a provisional one half-filled', () => {
    const picture = pictureOf(
      view([
        figure('2015', '80', { status: 'E' }),
        figure('2016', '80'),
        figure('2017', '80', { status: 'P' }),
      ]),
    )
    const paper = PAGE_PALETTE.paper
    const green = PAGE_PALETTE.city
    expect(marksOf(picture, 'mark').map(({ kind, fill }) => [kind, fill])).toEqual([
      ['circle', paper],
      ['circle', green],
      ['circle', paper],
      ['left-half', green],
    ])
  })

  it('stands on an axis from zero', () => {
    const picture = pictureOf(view([figure('2016', '84'), figure('2017', '80')]))
    expect(picture.isFromZero).toBe(true)
    expect(textsOf(picture, 'axis-text')).toContain('0')
  })
})

describe('months', () => {
  it('are joined month by month, and never across one that is missing', () => {
    const gapped = months(2016, 90, 80, 70, 60, 50).filter((month) => month.period !== '2016-03')
    const picture = pictureOf(view([...gapped, figure('2016', '70'), figure('2017', '60')]))
    expect(joinsOf(picture).map((line) => periodsAlong(picture, line))).toEqual([
      ['2016-01', '2016-02'],
      ['2016-04', '2016-05'],
    ])
  })

  it('are never joined across a break', () => {
    const cutInMarch = [cut('pm25', '2016-03-01')]
    const picture = pictureOf(
      view([...months(2016, 90, 80, 70, 60), figure('2015', '70')], cutInMarch),
    )
    expect(joinsOf(picture).map((line) => periodsAlong(picture, line))).toEqual([
      ['2016-01', '2016-02'],
      ['2016-03', '2016-04'],
    ])
  })

  it('of another definition stand alone', () => {
    const [first, second, third] = months(2016, 90, 80, 70) as [
      Observation,
      Observation,
      Observation,
    ]
    const picture = pictureOf(
      view([first, { ...second, status: 'D' }, third, figure('2015', '70')]),
    )
    expect(joinsOf(picture)).toEqual([])
    expect(marksOf(picture, 'month-mark').map(({ kind }) => kind)).toContain('diamond')
  })

  it('go where the frame is narrow, and the scale with them', () => {
    const all = view([...months(2016, 190, 80), figure('2016', '84'), figure('2017', '80')])
    expect(textsOf(pictureOf(all), 'axis-text')).toContain('200')
    const narrow = pictureOf(all, { widthPx: 328 })
    expect(joinsOf(narrow)).toEqual([])
    expect(textsOf(narrow, 'axis-text')).not.toContain('200')
  })

  it('stay in a narrow frame where there is nothing longer', () => {
    const picture = pictureOf(view(months(2016, 90, 80, 70)), { widthPx: 328 })
    expect(joinsOf(picture)).toHaveLength(1)
    expect(textsOf(picture)).toContain('70')
  })
})

describe('years without a figure', () => {
  it('are bracketed and named', () => {
    const picture = pictureOf(view([figure('2014', '84'), figure('2017', '80')]))
    expect(linesOf(picture, 'bracket')).toHaveLength(1)
    expect(textsOf(picture)).toContain('未入库')
  })

  it('are named as the region’s own where others have figures', () => {
    const peers = ['2015', '2016'].map((year) => figure(year, '73', { region: '410000' }))
    const picture = pictureOf(view([figure('2014', '84'), ...peers, figure('2017', '80')]))
    expect(textsOf(picture)).toContain('地区410800年值未入库')
  })

  it('give the reason where the source gave one', () => {
    const picture = pictureOf(
      view([figure('2014', '84'), missing('2015', '仪器检修'), figure('2016', '8')]),
    )
    expect(textsOf(picture)).toContain('仪器检修')
    expect(textsOf(picture)).not.toContain('未入库')
  })

  it('can be reached by a reader who walks the points', () => {
    const picture = pictureOf(
      view([figure('2014', '84'), missing('2015', '仪器检修'), figure('2016', '8')]),
    )
    expect(picture.points.map(({ point }) => point.period.text)).toEqual(['2014', '2015', '2016'])
  })

  it('stay unbracketed before the first figure and after the last', () => {
    const peers = ['2010', '2020'].map((year) => figure(year, '73', { region: '410000' }))
    const picture = pictureOf(
      view([figure('2014', '84'), figure('2015', '80'), ...peers.slice(0, 1)]),
    )
    expect(linesOf(picture, 'bracket')).toEqual([])
  })
})

describe('a break', () => {
  const breaks = [cut('pm25', '2016-07-01')]
  const both = [figure('2014', '84'), figure('2017', '60')]

  it('is a rule on its day with a note beside it', () => {
    const picture = pictureOf(view(both, breaks))
    const [rule] = linesOf(picture, 'break')
    const [before, after] = [spotOf(picture, '2014').x, spotOf(picture, '2017').x]
    expect(rule?.spots[0]?.x).toBeGreaterThan(before)
    expect(rule?.spots[0]?.x).toBeLessThan(after)
    expect(textsOf(picture, 'break-note')).toEqual(['2016年7月1日起监测状态改变', '与此前不可比'])
  })

  it('outside the time shown is left out', () => {
    expect(linesOf(pictureOf(view(both, [cut('pm25', '2019-01-01')])), 'break')).toEqual([])
  })
})

describe('what a reader switches off', () => {
  const all = view([
    ...months(2016, 190, 80),
    figure('2016', '84'),
    figure('2016', '73', { region: '410000' }),
    figure('2017', '80'),
  ])

  it('is gone, and time keeps its scale', () => {
    const before = spotOf(pictureOf(all), '2017').x
    const picture = pictureOf(all, { hidden: new Set(['month', 'peers'] as const) })
    expect(joinsOf(picture)).toEqual([])
    expect(linesOf(picture, 'peer-stretch')).toEqual([])
    expect(spotOf(picture, '2017').x).toBeCloseTo(before, 0)
  })

  it('may be everything: the axes stay', () => {
    const hidden = new Set(['month', 'year', 'peers', 'targets'] as const)
    const picture = pictureOf(all, { hidden })
    expect(picture.points).toEqual([])
    expect(textsOf(picture, 'axis-text')).toContain('2016')
  })
})

describe('a target', () => {
  it('that a figure meets exactly hides nothing of that figure', () => {
    const own = [figure('2015', '84'), figure('2016', '60')]
    const due = target('2016', 60)
    const picture = pictureOf(viewOf([snapshot('a', '2024-01-01', own, { targets: [due] })]))
    const roles = picture.shapes.map(({ role }) => role)
    const order = (role: Role) => ROLES.indexOf(role)
    expect(roles).toEqual(expect.arrayContaining(['target-ground', 'stretch', 'target']))
    expect(order('target-ground')).toBeLessThan(order('peer-stretch'))
    expect(order('target-ground')).toBeLessThan(order('stretch'))
  })
})

describe('the province', () => {
  it('is drawn more quietly and named at its last value', () => {
    const picture = pictureOf(
      view([
        figure('2015', '84'),
        figure('2016', '80'),
        figure('2016', '73', { region: '410000' }),
      ]),
    )
    const [stretch] = linesOf(picture, 'stretch')
    const [quiet] = linesOf(picture, 'peer-stretch')
    expect(quiet?.stroke.widthPx).toBeLessThan(stretch?.stroke.widthPx ?? 0)
    expect(textsOf(picture)).toEqual(expect.arrayContaining(['地区410000', '地区410800', '73']))
  })

  it('is never green where its figures stand in for the city’s', () => {
    const foreign = ['2015', '2016'].map((year) => figure(year, '73', { region: '410000' }))
    const picture = pictureOf(view(foreign))
    const colors = new Set(linesOf(picture, 'stretch').map(({ stroke }) => stroke.color))
    expect([...colors]).toEqual([PAGE_PALETTE.other])
    expect(textsOf(picture)).toContain('地区410000')
  })
})
