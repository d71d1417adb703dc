import { describe, expect, it } from 'vitest'
import { countKnown, COVERAGE_WIDTH, planAxis, planCoverage } from '../../src/desk/coverage-plan.ts'
import { catalog, indicator } from './builders/catalog.ts'
import { viewOf } from './builders/evidence.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'

function means(...figures: Parameters<typeof snapshot>[2] & object) {
  return viewOf([snapshot('a', '2024-01-01', figures)])
}

function stock(...figures: Parameters<typeof snapshot>[2] & object) {
  const known = catalog([indicator('pm25', { accumulation: 'stock' })])
  return viewOf([snapshot('a', '2024-01-01', figures)], { catalog: known })
}

function plan(view: ReturnType<typeof means>) {
  const axis = planAxis([view])
  if (!axis) throw new Error('nothing is known')
  return { axis, marks: planCoverage(view, axis) }
}

describe('the axis of known periods', () => {
  it('spans whole years around everything that is known', () => {
    const { axis } = plan(means(figure('2019-05', '9'), figure('2022', '8')))
    expect(axis.years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022])
    expect(axis.years[0]?.x).toBe(0)
  })

  it('names years no nearer than their labels allow, the last one always', () => {
    const { axis } = plan(means(figure('2001', '9'), figure('2022', '8')))
    const named = axis.years.filter(({ isNamed }) => isNamed)
    const gaps = named.slice(1).map(({ x }, i) => x - (named[i]?.x ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(44)
    expect(named[named.length - 1]?.year).toBe(2022)
  })

  it('is none where nothing is known', () => {
    expect(planAxis([means()])).toBeNull()
    expect(planAxis([means(missing('2020', '仪器检修'))])).toBeNull()
  })
})

describe('marks of known periods', () => {
  it('are as long as the time that a mean averages', () => {
    const { marks } = plan(means(figure('2020', '9'), figure('2021-01/2021-06', '8')))
    const [year, half] = marks
    expect(Math.abs((year?.width ?? 0) - COVERAGE_WIDTH / 2)).toBeLessThan(1)
    expect((half?.width ?? 0) / (year?.width ?? 1)).toBeCloseTo(181 / 366, 1)
  })

  it('put months beneath years, so that neither hides the other', () => {
    const { marks } = plan(means(figure('2020', '9'), figure('2020-02', '8')))
    const [month, year] = [...marks].sort((a, b) => a.width - b.width)
    expect(month?.y).toBeGreaterThanOrEqual((year?.y ?? 0) + (year?.height ?? 0))
  })

  it('stand at the end of the year for a level, where a day stands too', () => {
    const { marks } = plan(stock(figure('2020', '9'), figure('2021-07-01', '8')))
    expect(marks.map(({ x, width }) => Math.round(x + width / 2))).toEqual([150, 225])
  })

  it('stay inside the strip at both ends', () => {
    const { marks } = plan(stock(figure('2020-01-01', '9'), figure('2021', '8')))
    for (const { x, width } of marks) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(COVERAGE_WIDTH)
    }
  })

  it('are hollow for what is not a normal figure, and absent for what is missing', () => {
    const view = means(
      figure('2019', '9', { status: 'E' }),
      missing('2020', '仪器检修'),
      figure('2021', '8'),
      figure('2022', '7', { status: 'D' }),
    )
    expect(plan(view).marks.map(({ isHollow }) => isHollow)).toEqual([true, false, true])
    expect(countKnown(view)).toBe(3)
  })
})
