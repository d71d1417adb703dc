import { describe, expect, it } from 'vitest'
import type { Indicator } from '../../src/contract/catalog.ts'
import type { Observation } from '../../src/contract/snapshot.ts'
import { changeTo } from '../../src/domain/change.ts'
import { catalog, cut, indicator } from './builders/catalog.ts'
import { mainOf } from './builders/evidence.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

interface Case {
  readonly name: string
  readonly accumulation?: Indicator['accumulation']
  readonly rows: Observation[]
  readonly breaks?: ReturnType<typeof cut>[]
}

/** The change to the last point of the one series of a document. */
function lastChange({ accumulation = 'mean', rows, breaks = [] }: Omit<Case, 'name'>) {
  const main = mainOf([snapshot('a', '2024-01-01', rows)], {
    catalog: catalog([indicator('pm25', { accumulation })], { breaks }),
  })
  const last = main.points[main.points.length - 1]
  if (!last) throw new Error('no point')
  return changeTo(last, main)
}

const NONE: readonly Case[] = [
  { name: 'from one point', rows: [figure('2021', '45')] },
  {
    name: 'across a break of the catalog',
    rows: [figure('2017', '60'), figure('2019', '50')],
    breaks: [cut('pm25', '2018-09-01')],
  },
  {
    name: 'across a point with status B, to which it is the first of another definition',
    rows: [figure('2020', '60'), figure('2021', '50', { status: 'B' })],
  },
  {
    name: 'from a period that contains a break',
    rows: [figure('2018', '60'), figure('2019', '50')],
    breaks: [cut('pm25', '2018-09-01')],
  },
  {
    name: 'to a period that contains a break',
    rows: [figure('2017', '60'), figure('2018', '50')],
    breaks: [cut('pm25', '2018-09-01')],
  },
  {
    name: 'from a point of another definition',
    rows: [figure('2020', '60', { status: 'D' }), figure('2021', '50')],
  },
  {
    name: 'to a point of another definition',
    rows: [figure('2020', '60'), figure('2021', '50', { status: 'D' })],
  },
  { name: 'to a forecast', rows: [figure('2020', '60'), figure('2030', '30', { status: 'F' })] },
  { name: 'from a forecast', rows: [figure('2020', '60', { status: 'F' }), figure('2021', '50')] },
  { name: 'to a missing figure', rows: [figure('2020', '60'), missing('2021', '未监测')] },
  {
    name: 'with a qualifier on the later figure',
    rows: [figure('2020', '60'), figure('2021', '50', { qualifier: '>=' })],
  },
  {
    name: 'with a qualifier on the earlier figure',
    rows: [figure('2020', '60', { qualifier: '~' }), figure('2021', '50')],
  },
  {
    name: 'between a year and a month of a mean',
    rows: [figure('2020', '60'), figure('2021-05', '50')],
  },
  {
    name: 'between a year and a day of a mean',
    rows: [figure('2020', '60'), figure('2021-05-29', '50')],
  },
  {
    name: 'between 17 months and 41 months, though both begin and end on the same dates',
    accumulation: 'flow',
    rows: [figure('2019-01-01/2020-05-29', '5'), figure('2020-01-01/2023-05-29', '9')],
  },
  {
    name: 'between a half-year and a year of a flow',
    accumulation: 'flow',
    rows: [figure('2020', '60'), figure('2021-01/2021-06', '50')],
  },
  {
    name: 'between a month and the month before it, which is another season',
    rows: [figure('2021-04', '60'), figure('2021-05', '50')],
  },
  {
    name: 'between two halves of one year',
    accumulation: 'flow',
    rows: [figure('2021-01/2021-06', '60'), figure('2021-07/2021-12', '50')],
  },
  {
    name: 'between intervals of different length',
    accumulation: 'flow',
    rows: [figure('2020-01-01/2020-11-23', '60'), figure('2021-01-01/2021-05-29', '50')],
  },
  {
    name: 'between ranks, for nobody says how many take part',
    accumulation: 'rank',
    rows: [figure('2020', '6'), figure('2021', '5')],
  },
  {
    name: 'to a total that fell, which cannot be',
    accumulation: 'cumulative',
    rows: [figure('2021', '17'), figure('2022', '9')],
  },
  {
    name: 'where both may be one stock, printed with different precision',
    accumulation: 'cumulative',
    rows: [figure('2021', '37.9'), figure('2022', '37.85')],
  },
]

describe('no change is claimed', () => {
  it.each(NONE)('$name', (each) => {
    expect(lastChange(each)).toBeNull()
  })

  it('from a figure that a later one contradicts', () => {
    const rows = [figure('2021', '17'), figure('2022', '9'), figure('2023', '20')]
    const main = mainOf([snapshot('a', '2024-01-01', rows)], {
      catalog: catalog([indicator('pm25', { accumulation: 'cumulative' })]),
    })
    const [disputed, , last] = main.points
    expect(main.runs[0]?.points).toEqual([disputed, last])
    expect(last && changeTo(last, main)).toBeNull()
  })

  it('to a figure of which two documents of one day say different things', () => {
    const main = mainOf([
      snapshot('a', '2022-01-01', [figure('2020', '60'), figure('2021', '50')]),
      snapshot('b', '2022-01-01', [figure('2021', '51')]),
    ])
    const [, last] = main.points
    expect(last?.rivals).toHaveLength(1)
    expect(last && changeTo(last, main)).toBeNull()
  })
})

describe('a change', () => {
  it.each([
    ['6.0', '6.4', 0.4, 1, false],
    ['84.0', '77.5', -6.5, 1, false],
    ['91', '91', 0, 0, false],
    ['91', '91.0', 0, 1, false],
    ['45', '47.7', 3, 0, true],
    ['47.7', '45', -3, 0, true],
    ['40', '38.5', -2, 0, true],
  ] as const)('from %s to %s is %d with %i digits', (before, now, amount, decimals, isRounded) => {
    const found = lastChange({ rows: [figure('2020', before), figure('2021', now)] })
    expect(found).toMatchObject({ amount, decimals, isRounded })
  })

  it.each(['stock', 'cumulative', 'ratio'] as const)(
    'of a %s may be from a year, which means its end, to a day',
    (accumulation) => {
      const rows = [figure('2021', '35.2'), figure('2023-05-29', '36.2')]
      expect(lastChange({ accumulation, rows })).toMatchObject({ amount: 1 })
    },
  )

  it('goes over a figure of another definition, a forecast and a bound, back to the nearest that compares', () => {
    const rows = [
      figure('2018', '60'),
      figure('2019', '55', { status: 'D' }),
      figure('2020', '52', { status: 'F' }),
      figure('2021', '51', { qualifier: '<=' }),
      figure('2022', '50'),
    ]
    expect(lastChange({ rows })?.earlier.period.text).toBe('2018')
  })

  it.each([
    ['2020-05', '2021-04', '2021-05'],
    ['2020-Q1', '2020-Q4', '2021-Q1'],
    ['2020-01/2020-06', '2020-07/2020-12', '2021-01/2021-06'],
    ['2020-01-01/2020-05-29', '2020-01-01/2020-11-23', '2021-01-01/2021-05-29'],
  ])('of a part of a year is to the same part of another: %s, not %s', (same, near, last) => {
    const rows = [figure(same, '60'), figure(near, '55'), figure(last, '50')]
    expect(lastChange({ accumulation: 'flow', rows })?.earlier.period.text).toBe(same)
  })

  it('of February is to February, leap year or not', () => {
    const found = lastChange({ rows: [figure('2020-02', '60'), figure('2021-02', '50')] })
    expect(found).toMatchObject({ amount: -10 })
  })

  it('is no more exact than a figure that scaling has given digits it never had', () => {
    const rows = [figure('2020', '3.2', { unit: '毫克/立方米' }), figure('2021', '2916')]
    expect(lastChange({ rows })).toMatchObject({ amount: -300, decimals: 0, isRounded: true })
  })
})
