import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, parseDecimal } from '../../src/domain/decimal.ts'
import { findUnit, isSameDimension, knownUnits, scaleUnit } from '../../src/domain/unit.ts'

function scale(printed: string, from: string, to: string): string | null {
  const decimal = parseDecimal(printed)
  const scaled = decimal && scaleUnit(decimal, from, to)
  return scaled && formatDecimal(scaled)
}

describe('scaling between units', () => {
  it.each([
    ['3.2', '万户', '户', '32000'],
    ['37.85', '万户', '户', '378500'],
    ['1.21', '万公顷', '万亩', '18.15'],
    ['18.15', '万亩', '万公顷', '1.21'],
    ['337', '万吨', '吨', '3370000'],
    ['0.045', '毫克/立方米', '微克/立方米', '45'],
    ['45', '微克/立方米', '毫克/立方米', '0.045'],
    ['114', '万千瓦', '千瓦', '1140000'],
    ['20', '公里', '米', '20000'],
    ['82', '‰', '%', '8.2'],
    ['6.0', '万户', '万户', '6.0'],
    ['-1.5', '亿吨', '万吨', '-15000'],
  ])('%s %s in %s: %s→%s', (printed, from, to, expected) => {
    expect(scale(printed, from, to)).toBe(expected)
  })

  it('keeps the printed digit of 6.0 where the unit stays', () => {
    expect(scaleUnit({ digits: 60n, scale: 1 }, '万户', '万户')).toEqual({ digits: 60n, scale: 1 })
  })

  it.each([
    ['家', '个'],
    ['万户', '万人'],
    ['吨', '公里'],
    ['%', '位'],
    ['平方米', '公顷'],
    ['吨', '万吨/日'],
    ['微克/立方米', '立方米'],
  ])('refuses %s as %s: another dimension', (from, to) => {
    expect(isSameDimension(from, to)).toBe(false)
    expect(scale('1', from, to)).toBeNull()
  })

  it.each(['', '吨吨', 'constructor', '__proto__', 'toString'])('knows no unit %j', (name) => {
    expect(findUnit(name)).toBeUndefined()
    expect(isSameDimension(name, name)).toBe(false)
    expect(scale('1', name, '吨')).toBeNull()
    expect(scale('1', '吨', name)).toBeNull()
  })

  it('refuses a quantity that has no finite form in the other unit', () => {
    expect(scale('1', '亩', '公顷')).toBeNull()
  })

  it('comes back to the same quantity from every unit of the dimension', () => {
    const unitArb = fc.constantFrom(...knownUnits())
    const digitsArb = fc.bigInt({ min: 0n, max: 10n ** 12n })
    fc.assert(
      fc.property(unitArb, unitArb, digitsArb, (from, to, digits) => {
        const there = scaleUnit({ digits, scale: 2 }, from, to)
        if (!isSameDimension(from, to)) {
          expect(there).toBeNull()
          return
        }
        if (!there) return
        const back = scaleUnit(there, to, from)
        expect(back && Number(formatDecimal(back))).toBe(
          Number(formatDecimal({ digits, scale: 2 })),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('never asks for more than the table says: dimensions are equal both ways', () => {
    for (const a of knownUnits()) {
      for (const b of knownUnits()) expect(isSameDimension(a, b)).toBe(isSameDimension(b, a))
    }
  })
})
