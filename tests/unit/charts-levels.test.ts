import { describe, expect, it } from 'vitest'
import type { Accumulation, Break } from '../../src/contract/catalog.ts'
import type { Observation } from '../../src/contract/snapshot.ts'
import { PAGE_PALETTE } from '../../src/charts/palette.ts'
import type { IndicatorView } from '../../src/domain/indicator-view.ts'
import { catalog, cut, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import {
  boxesOf,
  joinsOf,
  linesOf,
  marksOf,
  periodsAlong,
  pictureOf,
  spotOf,
  textsOf,
} from './builders/picture.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

function share(period: string, printed: string, overrides: Partial<Observation> = {}): Observation {
  return figure(period, printed, { unit: '%', ...overrides })
}

function view(
  accumulation: Accumulation,
  observations: Observation[],
  breaks: Break[] = [],
): IndicatorView {
  const only = indicator('pm25', { accumulation, unit: '%' })
  return viewOf([snapshot('a', '2024-01-01', observations)], {
    catalog: catalog([only], { breaks }),
  })
}

describe('a line', () => {
  it('is solid where nothing is missing between, dotted where years are unknown', () => {
    const picture = pictureOf(
      view('ratio', [share('2020', '90.3'), share('2022-09-09', '91'), share('2023-05-29', '91')]),
    )
    expect(linesOf(picture, 'between').map((line) => periodsAlong(picture, line))).toEqual([
      ['2020', '2022-09-09'],
    ])
    expect(linesOf(picture, 'join').map((line) => periodsAlong(picture, line))).toEqual([
      ['2022-09-09', '2023-05-29'],
    ])
  })

  it('puts a year at its end, where it compares with a day', () => {
    const same = view('ratio', [share('2020', '1'), share('2021', '2'), share('2022-12-31', '3')])
    const picture = pictureOf(same)
    const [first, second, third] = picture.points.map(({ xPx }) => xPx)
    expect((third ?? 0) - (second ?? 0)).toBeCloseTo((second ?? 0) - (first ?? 0), 0)
  })

  it('stops at a break', () => {
    const years = ['2015', '2016', '2017', '2019', '2020'].map((year, i) =>
      share(year, `${60 + i}`),
    )
    const picture = pictureOf(view('ratio', years, [cut('pm25', '2018-09-01')]))
    const [rule] = linesOf(picture, 'break')
    const x = rule?.spots[0]?.x ?? 0
    expect(joinsOf(picture)).toHaveLength(3)
    for (const { spots } of joinsOf(picture)) {
      expect(spots.every((spot) => spot.x < x) || spots.every((spot) => spot.x > x)).toBe(true)
    }
  })

  it('passes a point of another definition by', () => {
    const years = ['2018', '2019', '2020', '2021'].map((year, i) => share(year, `${60 + i}`))
    const mixed = years.map((each) =>
      each.period === '2019' ? { ...each, status: 'D' as const } : each,
    )
    const picture = pictureOf(view('ratio', mixed))
    const joined = joinsOf(picture).flatMap((line) => periodsAlong(picture, line))
    expect(joined).not.toContain('2019')
    expect(marksOf(picture, 'mark').map(({ kind }) => kind)).toContain('diamond')
    expect(textsOf(picture)).toContain('口径不同，不连线')
  })

  it('says when its axis does not start at zero, in the picture and by a grey axis', () => {
    const picture = pictureOf(
      view('ratio', [share('2020', '90.3'), share('2021', '91'), share('2022', '91')]),
    )
    expect(picture.isFromZero).toBe(false)
    expect(linesOf(picture, 'axis').map(({ stroke }) => stroke.color)).not.toContain(
      PAGE_PALETTE.ink,
    )
  })

  it('has a target as a bar that ends at its deadline, with its year and whose it is', () => {
    const ratio = indicator('pm25', { accumulation: 'ratio', unit: '%' })
    const observations = [share('2020', '90.3'), share('2021', '91'), share('2022', '91')]
    const due = target('2018-12-31', 85, { unit: '%', type: 'reach' })
    const picture = pictureOf(
      viewOf([snapshot('a', '2024-01-01', observations, { targets: [due] })], {
        catalog: catalog([ratio]),
      }),
    )
    const [bar, end] = linesOf(picture, 'target')
    expect(end?.spots[0]?.x).toBe(bar?.spots[1]?.x)
    expect(textsOf(picture)).toEqual(expect.arrayContaining(['地区4108002018年目标', '85']))
  })
})

describe('a slope', () => {
  it('joins two that compare by dots, writes every figure and has no value axis', () => {
    const picture = pictureOf(
      view('ratio', [
        share('2017-10-13', '11.1', { status: 'D', note: '原文为人均公共绿地' }),
        share('2018-10-30', '14'),
        share('2022', '16.77'),
      ]),
    )
    expect(joinsOf(picture).map((line) => periodsAlong(picture, line))).toEqual([
      ['2018-10-30', '2022'],
    ])
    expect(linesOf(picture, 'between')).toHaveLength(1)
    expect(textsOf(picture)).toEqual(expect.arrayContaining(['11.1', '14', '16.77']))
    expect(textsOf(picture)).toEqual(
      expect.arrayContaining(['原文为人均公共绿地', '口径不同，不连线']),
    )
    expect(linesOf(picture, 'grid')).toEqual([])
  })

  it('draws what two documents dispute in the warn colour, unjoined, and says so', () => {
    const picture = pictureOf(
      view('cumulative', [share('2022-09-09', '17'), share('2023-05-29', '9')]),
    )
    expect(joinsOf(picture)).toEqual([])
    expect(marksOf(picture, 'mark').map(({ fill }) => fill)).toEqual([
      PAGE_PALETTE.warn,
      PAGE_PALETTE.warn,
    ])
    expect(textsOf(picture)).toContain('两处不一致')
  })
})

describe('a growing total', () => {
  const total = view('cumulative', [
    share('2017-11-23', '6.0'),
    share('2022-09-09', '37.9'),
    share('2023-05-29', '37.85'),
  ])

  it('steps along the edge of the box in which it must have passed', () => {
    const picture = pictureOf(total)
    const [tint] = boxesOf(picture, 'tint')
    const [from, to] = [spotOf(picture, '2017-11-23'), spotOf(picture, '2022-09-09')]
    expect(tint?.box).toEqual({ x: from.x, y: to.y, width: to.x - from.x, height: from.y - to.y })
    expect(linesOf(picture, 'step').map(({ spots }) => spots)).toEqual([
      [from, { x: to.x, y: from.y }, to],
    ])
    expect(textsOf(picture)).toContain('其间进度未入库')
  })

  it('that only rounding tells apart is one level', () => {
    const [level] = linesOf(pictureOf(total), 'join')
    expect(level?.spots[0]?.y).toBe(level?.spots[1]?.y)
  })

  it('starts at zero', () => {
    expect(textsOf(pictureOf(total), 'axis-text')).toContain('0')
  })
})
