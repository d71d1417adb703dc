import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  difference,
  isSameAfterRounding,
  readObservation,
  roundingOf,
  type ValueReading,
} from '../../src/domain/reading.ts'
import { figure, missing } from './builders/snapshot.ts'

function read(printed: string, unit = '家', shownIn = unit): ValueReading {
  const reading = readObservation(figure('2021', printed, { unit }), shownIn)
  if (reading.kind === 'missing') throw new Error(reading.reason)
  return reading
}

describe('reading an observation', () => {
  it('keeps the digits that the source printed', () => {
    expect(read('6.0', '万户')).toEqual({ kind: 'value', value: 6, decimals: 1 })
  })

  it('shows it in the unit of the indicator, exactly', () => {
    expect(read('3.2', '万户', '户')).toMatchObject({ value: 32000, decimals: 0 })
    expect(read('1.21', '万公顷', '万亩')).toMatchObject({ value: 18.15, decimals: 2 })
  })

  it('keeps the qualifier', () => {
    const reading = readObservation(figure('2021', '95', { unit: '%', qualifier: '>=' }), '%')
    expect(reading).toEqual({ kind: 'value', value: 95, decimals: 0, qualifier: '>=' })
  })

  it('is missing with the reason of the source, and never 0', () => {
    expect(readObservation(missing('2021', '未监测'), '微克/立方米')).toEqual({
      kind: 'missing',
      reason: '未监测',
    })
  })

  it('reads a measured 0 as a value', () => {
    expect(readObservation(figure('2021', '0', { unit: '天' }), '天')).toEqual({
      kind: 'value',
      value: 0,
      decimals: 0,
    })
  })

  it('is missing, and says why, where the unit is of another dimension', () => {
    expect(readObservation(figure('2021', '9', { unit: '家' }), '个')).toEqual({
      kind: 'missing',
      reason: '家 ≠ 个',
    })
  })
})

describe('rounding', () => {
  it('is half a unit of the last printed digit', () => {
    expect(roundingOf(read('37.9'))).toBeCloseTo(0.05, 12)
    expect(roundingOf(read('17'))).toBe(0.5)
  })

  it('goes with the figure into another unit', () => {
    expect(roundingOf(read('3.2', '万户', '户'))).toBe(500)
    expect(roundingOf(read('1.21', '万公顷', '万亩'))).toBeCloseTo(0.075, 12)
    expect(roundingOf(read('45', '微克/立方米', '毫克/立方米'))).toBeCloseTo(0.0005, 12)
  })

  it.each([
    ['37.9', '37.85', true],
    ['37.9', '37.84', false],
    ['37.9', '37.95', true],
    ['17', '9', false],
    ['17', '17.4', true],
    ['17', '17', true],
    ['17.4', '17.3', false],
    ['84.0', '84', true],
    ['123456789.1', '123456789.14', true],
    ['123456789.12', '123456789.13', false],
    ['0.000000000001', '0.000000000002', false],
  ])('may make %s and %s one quantity: %s', (a, b, isSame) => {
    expect(isSameAfterRounding(read(a), read(b))).toBe(isSame)
    expect(isSameAfterRounding(read(b), read(a))).toBe(isSame)
  })

  it('knows the coarseness of a scaled figure', () => {
    expect(isSameAfterRounding(read('3.2', '万户', '户'), read('31850', '户'))).toBe(true)
    expect(isSameAfterRounding(read('3.2', '万户', '户'), read('31400', '户'))).toBe(false)
    expect(isSameAfterRounding(read('3.2', '万户', '户'), read('3.3', '万户', '户'))).toBe(false)
  })
})

describe('a difference', () => {
  it('is exact at the finer of the two printed precisions', () => {
    expect(difference(read('37.85'), read('6.0'))).toMatchObject({ value: 31.85, decimals: 2 })
    expect(difference(read('0.3'), read('0.1'))).toMatchObject({ value: 0.2, decimals: 1 })
  })

  it('is the opposite the other way round', () => {
    const printed = fc
      .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 4 }))
      .map(([value, decimals]) => (value / 10 ** decimals).toFixed(decimals))
    fc.assert(
      fc.property(printed, printed, (a, b) => {
        const there = difference(read(a), read(b))
        const back = difference(read(b), read(a))
        expect(there.value + back.value).toBe(0)
        expect(there.decimals).toBe(back.decimals)
      }),
    )
  })
})
