import { describe, expect, it } from 'vitest'
import { catalog, cut } from './builders/catalog.ts'
import { BASE_2020, CUMULATIVE, judge, MEAN, RATIO, STOCK, type Case } from './builders/judged.ts'

describe('临界', () => {
  const kinds = (given: Case) =>
    judge(given).doubts.map(({ kind, verdict }) => `${kind}: ${verdict}`)

  it('is said where half of the last printed digit would change the verdict', () => {
    const given = (printed: string): Case => ({
      of: MEAN,
      figures: [['2018', printed]],
      target: { period: '2018', value: 103, type: 'at-most' },
    })
    expect(kinds(given('103'))).toEqual(['rounding: missed'])
    expect(kinds(given('104'))).toEqual([])
    expect(kinds(given('103.1'))).toEqual([])
    expect(kinds(given('102'))).toEqual([])
  })

  it('is said where the verdict hangs on the last point', () => {
    const given: Case = {
      of: CUMULATIVE,
      figures: [
        ['2021-12-31', '2'],
        ['2022-12-31', '30'],
      ],
      target: { period: '2024-12-31', value: 40, baseline: BASE_2020 },
      published: '2023-02-01',
    }
    expect(kinds(given)).toEqual(['last-point: far-behind'])
  })

  it('is said where the verdict hangs on provisional points', () => {
    const given: Case = {
      of: CUMULATIVE,
      figures: [
        ['2021-12-31', '2'],
        ['2022-06-30', '30', { status: 'P' }],
        ['2022-12-31', '36', { status: 'P' }],
      ],
      target: { period: '2024-12-31', value: 40, baseline: BASE_2020 },
      published: '2023-02-01',
    }
    expect(kinds(given)).toEqual(['provisional: far-behind'])
  })

  it('is not said of what cannot be assessed', () => {
    const given: Case = {
      of: MEAN,
      figures: [['2023', '42.5']],
      target: { period: '2025', value: 42.5, decimals: 1, type: 'at-most' },
      published: '2024-06-03',
    }
    expect(kinds(given)).toEqual([])
  })
})

describe('the second opinion', () => {
  const figures: Case['figures'] = [
    ['2020', '10'],
    ['2021', '12'],
    ['2022', '14'],
    ['2023', '16'],
  ]
  const due = { period: '2025', value: 22, baseline: { period: '2020', value: 10 } }

  it('draws a line through four comparable points and says when it arrives', () => {
    const { projection, pace } = judge({
      of: CUMULATIVE,
      figures,
      target: due,
      published: '2024-02-01',
    })
    expect(projection).toMatchObject({ kind: 'trend', points: 4 })
    if (projection.kind !== 'trend') return
    expect(projection.perYear).toBeCloseTo(2, 1)
    expect(projection.atDeadline).toBeCloseTo(20, 1)
    // Six more at two a year: three years after the end of 2023.
    expect(projection.arrives).not.toBeNull()
    expect(Math.abs((projection.arrives ?? 0) - (20454 + 3 * 365.2425 - 731))).toBeLessThan(400)
    expect(pace?.days).toBe(731)
    expect(pace?.perYear).toBeCloseTo((6 / 731) * 365.2425, 9)
  })

  it('draws none through three points, nor across a break', () => {
    const few = judge({
      of: CUMULATIVE,
      figures: figures.slice(1),
      target: due,
      published: '2024-02-01',
    })
    expect(few.projection).toEqual({ kind: 'too-few', points: 3 })
    const broken = judge(
      { of: CUMULATIVE, figures, target: due, published: '2024-02-01' },
      { catalog: catalog([CUMULATIVE], { breaks: [cut('pm25', '2022-01-01')] }) },
    )
    expect(broken.projection).toEqual({ kind: 'too-few', points: 2 })
  })

  it('never arrives where the line leads away', () => {
    const falling = figures.map(([period], i) => [period, String(20 - i)] as const)
    const { projection } = judge({
      of: RATIO,
      figures: falling,
      target: due,
      published: '2024-02-01',
    })
    expect(projection).toMatchObject({ kind: 'trend', arrives: null })
  })
})

describe('the third opinion', () => {
  it('calls an exactly planned fall limited, which is why it is never the headline', () => {
    const judgement = judge({
      of: STOCK,
      figures: [['2023-01-01', '23.5']],
      target: { period: '2025-01-01', value: 1, baseline: { period: '2021-01-01', value: 46 } },
      published: '2023-02-01',
    })
    expect(judgement.verdict).toBe('on-schedule')
    expect(judgement.comparison).toMatchObject({ kind: 'ratio', class: 'limited' })
  })

  it('is not there for levels that are zero, and not without a baseline', () => {
    const zero: Case = {
      of: CUMULATIVE,
      figures: [['2022-12-31', '1']],
      target: { period: '2024-12-31', value: 40, baseline: BASE_2020 },
      published: '2023-02-01',
    }
    expect(judge(zero).comparison).toEqual({ kind: 'not-positive' })
    const { baseline: _, ...without } = zero.target
    expect(judge({ ...zero, target: without }).comparison).toEqual({ kind: 'no-baseline' })
  })

  it('compares the observed rate with the required one', () => {
    const { comparison } = judge({
      of: CUMULATIVE,
      figures: [['2022-12-31', '121']],
      target: {
        period: '2024-12-31',
        value: 146.41,
        decimals: 2,
        baseline: { period: '2020-12-31', value: 100 },
      },
      published: '2023-02-01',
    })
    expect(comparison).toMatchObject({ kind: 'ratio', class: 'on-track' })
    if (comparison.kind === 'ratio') expect(comparison.ratio).toBeCloseTo(1, 2)
  })
})
