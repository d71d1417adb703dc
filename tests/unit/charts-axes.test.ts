import { describe, expect, it } from 'vitest'
import { buildTimeAxis, labelledYears, timeSpanOf } from '../../src/charts/time-axis.ts'
import { buildValueAxis } from '../../src/charts/value-axis.ts'
import { dayNumber, dayText } from '../../src/domain/period.ts'
import { viewOf } from './builders/evidence.ts'
import { figure, snapshot, target } from './builders/snapshot.ts'

const early = snapshot('a', '2017-03-01', [figure('2014', '80'), figure('2016', '84')])
const late = snapshot('b', '2022-09-09', [figure('2021', '45')], { targets: [target('2025', 42)] })

function daysOf(asOf: string): readonly string[] {
  const span = timeSpanOf(viewOf([early, late], { asOf }), asOf)
  return span ? [dayText(span.start), dayText(span.end)] : []
}

describe('the time axis', () => {
  it('runs over whole years, from the first figure to the last deadline', () => {
    expect(daysOf('latest')).toEqual(['2014-01-01', '2026-01-01'])
  })

  it('ends at the day as of which it is shown', () => {
    expect(daysOf('2021-01-01')).toEqual(['2014-01-01', '2021-01-01'])
    expect(daysOf('2019-06-15')).toEqual(['2014-01-01', '2019-06-15'])
  })

  it('ends with the data as of a day on which all of them were known', () => {
    expect(daysOf('2030-01-01')).toEqual(['2014-01-01', '2026-01-01'])
  })

  it('is absent where nothing is known', () => {
    expect(daysOf('2010-01-01')).toEqual([])
  })

  it('is to scale: four years are four times as long as one', () => {
    const axis = buildTimeAxis(
      { start: dayNumber(2014, 1, 1), end: dayNumber(2026, 1, 1) },
      30,
      800,
    )
    const width = (from: number, to: number) =>
      axis.xOf(dayNumber(to, 1, 1)) - axis.xOf(dayNumber(from, 1, 1))
    expect(width(2016, 2020) / width(2021, 2022)).toBeCloseTo(1461 / 365)
  })

  it.each([
    [800, [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]],
    [300, [2014, 2016, 2018, 2020, 2022, 2024]],
    [140, [2015, 2020, 2025]],
  ])('%i px wide labels the years %j', (rightPx, years) => {
    const span = { start: dayNumber(2014, 1, 1), end: dayNumber(2026, 1, 1) }
    const axis = buildTimeAxis(span, 0, rightPx)
    expect(labelledYears(axis, 12).map(({ year }) => year)).toEqual(years)
  })
})

describe('the value axis', () => {
  const needs = { isFromZero: true, isPercent: false }

  it.each([
    [[167.9], [0, 60, 120, 180]],
    [[248.1], [0, 100, 200, 300]],
    [
      [37.9, 6],
      [0, 20, 40],
    ],
    [[0.35], [0, 0.2, 0.4]],
    [[12996], [0, 5000, 10000, 15000]],
    [[0], [0, 0.5, 1]],
  ])('from zero holds %j with the round lines %j', (values, ticks) => {
    expect(buildValueAxis({ ...needs, values }).ticks).toEqual(ticks)
  })

  it('is cut where the figures are close together and need not start at zero', () => {
    const axis = buildValueAxis({ isFromZero: false, isPercent: true, values: [85, 90.3, 91] })
    expect(axis.min).toBeGreaterThan(0)
    expect(axis.ticks[0]).toBeLessThanOrEqual(85)
  })

  it('never shows more than the whole of a share', () => {
    const axis = buildValueAxis({ isFromZero: false, isPercent: true, values: [97, 99.9] })
    expect(axis.max).toBeLessThanOrEqual(100)
  })

  it('holds one figure, negative figures and great ones', () => {
    for (const values of [[42], [-5, 3], [-8, -2], [3.2e9]]) {
      const axis = buildValueAxis({ isFromZero: false, isPercent: false, values })
      expect(axis.min).toBeLessThanOrEqual(Math.min(...values))
      expect(axis.max).toBeGreaterThanOrEqual(Math.max(...values))
      expect(axis.ticks.length).toBeLessThanOrEqual(4)
    }
  })
})
