import { describe, expect, it } from 'vitest'
import { chooseForm, longestRun } from '../../src/domain/form.ts'
import { headlineOf } from '../../src/domain/headline.ts'
import { comparableBefore, runOf, type Series } from '../../src/domain/series.ts'
import { catalog, cut, indicator } from './builders/catalog.ts'
import { mainOf, runsOf } from './builders/evidence.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'
import type { Indicator } from '../../src/contract/catalog.ts'
import type { Observation } from '../../src/contract/snapshot.ts'

interface Setup extends Partial<Indicator> {
  readonly breaks?: ReturnType<typeof cut>[]
}

/** The series of one document with these observations. */
function series(observations: Observation[], { breaks = [], ...overrides }: Setup = {}): Series {
  const unit = overrides.unit ?? '微克/立方米'
  const rows = observations.map((each) => ({ ...each, unit }))
  return mainOf([snapshot('a', '2024-01-01', rows)], {
    catalog: catalog([indicator('pm25', overrides)], { breaks }),
  })
}

const textOf = (found: ReturnType<typeof headlineOf>) => found?.period.text

describe('runs', () => {
  it('hold the comparable points in the order of time, whatever order they were written in', () => {
    const shuffled = [figure('2016', '84.0'), figure('2014', '77.5'), figure('2015', '85.4')]
    expect(runsOf(series(shuffled))).toEqual([['year', [77.5, 85.4, 84]]])
  })

  it('never hold a point of another definition, and do not end at it', () => {
    const found = series([
      figure('2019', '10'),
      figure('2020', '11.1', { status: 'D' }),
      figure('2021', '14'),
    ])
    expect(runsOf(found)).toEqual([['year', [10, 14]]])
    expect(found.points).toHaveLength(3)
  })

  it('are cut at a point with status B, which begins the new one', () => {
    const found = series([
      figure('2019', '10'),
      figure('2020', '11', { status: 'B' }),
      figure('2021', '14'),
    ])
    expect(runsOf(found)).toEqual([
      ['year', [10]],
      ['year', [11, 14]],
    ])
  })

  it('are cut at a B even where its figure is missing', () => {
    const found = series([
      figure('2019', '10'),
      missing('2020', '未公布', { status: 'B' }),
      figure('2021', '14'),
    ])
    expect(runsOf(found)).toEqual([
      ['year', [10]],
      ['year', [14]],
    ])
  })

  it('are cut at a break of the catalog, for every kind of period', () => {
    const found = series(
      [
        figure('2017', '80'),
        figure('2018-08', '40'),
        figure('2018-09', '41'),
        figure('2019', '60'),
      ],
      { breaks: [cut('pm25', '2018-09-01')] },
    )
    const runs = runsOf(found)
    expect(runs).toHaveLength(4)
    for (const run of [
      ['month', [40]],
      ['month', [41]],
      ['year', [80]],
      ['year', [60]],
    ]) {
      expect(runs).toContainEqual(run)
    }
  })

  it('leave out a period with days on both sides of a break', () => {
    const found = series([figure('2017', '80'), figure('2018', '70'), figure('2019', '60')], {
      breaks: [cut('pm25', '2018-09-01')],
    })
    expect(runsOf(found)).toEqual([
      ['year', [80]],
      ['year', [60]],
    ])
  })

  it('take a period that begins on the break day for the new definition', () => {
    const found = series([figure('2018', '70'), figure('2019', '60'), figure('2020', '50')], {
      breaks: [cut('pm25', '2019-01-01')],
    })
    expect(runsOf(found)).toEqual([
      ['year', [70]],
      ['year', [60, 50]],
    ])
  })

  it('are cut by breaks of their own region and indicator only', () => {
    const years = [figure('2017', '80'), figure('2019', '60')]
    const other = [cut('pm25', '2018-09-01', '410000'), cut('pm10', '2018-09-01')]
    expect(runsOf(series(years, { breaks: other }))).toEqual([['year', [80, 60]]])
    const own = [cut('pm25', '2018-09-01', '410800')]
    expect(runsOf(series(years, { breaks: own }))).toHaveLength(2)
  })

  it('never mix kinds of period of a mean or a flow', () => {
    const mixed = [
      figure('2017', '80'),
      figure('2018', '70'),
      figure('2018-01/2018-06', '76'),
      figure('2018-08', '40'),
      figure('2018-Q3', '41'),
      figure('2018-12-31', '90'),
      figure('2018-01-01/2018-11-23', '75'),
    ]
    for (const accumulation of ['mean', 'flow', 'percentile', 'rank'] as const) {
      const runs = runsOf(series(mixed, { accumulation }))
      expect(new Set(runs.map(([kind]) => kind)).size).toBe(runs.length)
      expect(runs).toContainEqual(['year', [80, 70]])
      expect(runs).toContainEqual(['day', [90]])
    }
  })

  it('compare a year, which means its end, with days of a stock, a total or a ratio', () => {
    const mixed = [
      figure('2017-10-13', '31.2'),
      figure('2021', '35.2'),
      figure('2022-05', '36'),
      figure('2021-01/2021-06', '34'),
    ]
    for (const accumulation of ['stock', 'cumulative', 'ratio'] as const) {
      const runs = runsOf(series(mixed, { accumulation }))
      expect(runs).toContainEqual(['end', [31.2, 35.2]])
      expect(runs).toContainEqual(['month', [36]])
      expect(runs).toContainEqual(['half-year', [34]])
    }
  })

  it('go over a missing value, which stays a point with its reason', () => {
    const found = series([figure('2019', '10'), missing('2020', '未监测'), figure('2021', '14')])
    expect(runsOf(found)).toEqual([['year', [10, 14]]])
    expect(found.points[1]?.reading).toEqual({ kind: 'missing', reason: '未监测' })
  })

  it('tell which point compares before another', () => {
    const found = series([
      figure('2018', '9'),
      figure('2019', '10'),
      figure('2020', '11.1', { status: 'D' }),
      figure('2021', '14'),
    ])
    const [first, second, other, last] = found.points
    expect(last && comparableBefore(found, last)).toBe(second)
    expect(second && comparableBefore(found, second)).toBe(first)
    expect(first && comparableBefore(found, first)).toBeUndefined()
    expect(other && comparableBefore(found, other)).toBeUndefined()
    expect(other && runOf(found, other)).toBeUndefined()
    expect(last && runOf(found, last)).toBe(found.runs[0])
  })
})

describe('the headline', () => {
  it('is the latest year of a mean, although a later month is known', () => {
    const known = [figure('2015', '85.4'), figure('2016', '84.0'), figure('2018-08', '40')]
    expect(textOf(headlineOf(series(known)))).toBe('2016')
  })

  it('is the longest kind of period of a flow that has no year', () => {
    const known = [
      figure('2018-01/2018-06', '76'),
      figure('2018-08', '40'),
      figure('2019-Q1', '50'),
    ]
    expect(textOf(headlineOf(series(known, { accumulation: 'flow' })))).toBe('2018-01/2018-06')
  })

  it('is the latest of a level, whatever its kind of period', () => {
    const known = [figure('2021', '35.2'), figure('2022-05-29', '36')]
    expect(textOf(headlineOf(series(known, { accumulation: 'stock' })))).toBe('2022-05-29')
  })

  it('is the latest place of a rank', () => {
    const known = [figure('2019-06', '17'), figure('2021-08', '6'), figure('2018-07', '12')]
    expect(textOf(headlineOf(series(known, { accumulation: 'rank' })))).toBe('2021-08')
  })

  it('is never a missing value where there is a figure', () => {
    const known = [figure('2020', '48'), missing('2021', '未监测')]
    expect(textOf(headlineOf(series(known)))).toBe('2020')
    expect(headlineOf(series([missing('2021', '未监测')]))).toBeUndefined()
  })

  it('is another definition only where there is nothing else', () => {
    const other = figure('2021', '11.1', { status: 'D' })
    expect(textOf(headlineOf(series([figure('2020', '14'), other])))).toBe('2020')
    expect(textOf(headlineOf(series([other])))).toBe('2021')
  })

  it('is never a forecast where something was observed', () => {
    const forecast = figure('2030', '30', { status: 'F' })
    expect(textOf(headlineOf(series([figure('2021', '45'), forecast])))).toBe('2021')
    const other = figure('2021', '45', { status: 'D' })
    expect(textOf(headlineOf(series([other, forecast])))).toBe('2021')
    expect(textOf(headlineOf(series([forecast])))).toBe('2030')
  })
})

describe('the form', () => {
  const formOf = (observations: Observation[], setup: Setup) =>
    chooseForm(series(observations, setup), false, false)
  const years = (...figures: string[]) => figures.map((each, i) => figure(String(2015 + i), each))

  it.each([
    ['mean', 'stretches'],
    ['percentile', 'stretches'],
    ['flow', 'columns'],
    ['rank', 'ranks'],
    ['cumulative', 'steps'],
    ['stock', 'line'],
    ['ratio', 'line'],
  ] as const)('of three points of a %s is %s', (accumulation, form) => {
    expect(formOf(years('10', '11', '12'), { accumulation })).toBe(form)
  })

  it('of two points of a level is a slope', () => {
    expect(formOf(years('10', '11'), { accumulation: 'stock' })).toBe('slope')
  })

  it('of points that do not compare is a slope of apart marks, not a line', () => {
    const apart = series(years('10', '11', '12'), {
      accumulation: 'stock',
      breaks: [cut('pm25', '2016-01-01'), cut('pm25', '2017-01-01')],
    })
    expect(longestRun(apart)).toBe(1)
    expect(chooseForm(apart, false, false)).toBe('slope')
  })

  it.each(['mean', 'flow', 'rank', 'cumulative', 'stock', 'percentile'] as const)(
    'of one %s is a fact: no arrow, no slope, no projection',
    (accumulation) => {
      expect(formOf(years('10'), { accumulation })).toBe('fact')
      expect(formOf([...years('10'), missing('2016', '未监测')], { accumulation })).toBe('fact')
    },
  )

  it('of one share of a whole is a bar', () => {
    expect(formOf(years('91'), { accumulation: 'ratio', unit: '%' })).toBe('share')
    expect(formOf(years('16.77'), { accumulation: 'ratio', unit: '平方米' })).toBe('fact')
  })

  it('of a total that contradicts itself is no staircase', () => {
    expect(formOf(years('17', '9'), { accumulation: 'cumulative' })).toBe('slope')
  })

  it('of nothing but missing values is a fact', () => {
    expect(formOf([missing('2021', '未监测')], {})).toBe('fact')
  })
})
