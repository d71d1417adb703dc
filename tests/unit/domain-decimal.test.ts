import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decimalOf,
  decimalToNumber,
  divideExactly,
  formatDecimal,
  multiply,
  parseDecimal,
  shiftPoint,
  type Decimal,
} from '../../src/domain/decimal.ts'

const decimalArb: fc.Arbitrary<Decimal> = fc.record({
  digits: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
  scale: fc.integer({ min: 0, max: 12 }),
})

function read(text: string): Decimal {
  const decimal = parseDecimal(text)
  if (!decimal) throw new Error(`not a decimal: ${text}`)
  return decimal
}

describe('reading a decimal', () => {
  it.each([
    ['6.0', 60n, 1],
    ['37.85', 3785n, 2],
    ['-12.50', -1250n, 2],
    ['+3', 3n, 0],
    ['0.05', 5n, 2],
    ['007', 7n, 0],
    ['-0.0', 0n, 1],
  ])('keeps the digits of %s', (text, digits, scale) => {
    expect(parseDecimal(text)).toEqual({ digits, scale })
  })

  it.each([
    '',
    ' ',
    '.',
    '1.',
    '.5',
    '1e3',
    '0x1F',
    'NaN',
    'Infinity',
    '1,234',
    '１',
    '1 2',
    '--1',
    '十二',
    '①',
    '1.2.3',
    '−1',
    '1\n',
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })

  it('never throws, and reads nothing but a plain decimal', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const decimal = parseDecimal(text)
        if (decimal) expect(Number(formatDecimal(decimal))).toBe(Number(text) + 0)
      }),
    )
  })

  it('writes what it read', () => {
    fc.assert(
      fc.property(decimalArb, (decimal) => {
        expect(parseDecimal(formatDecimal(decimal))).toEqual(decimal)
      }),
    )
  })
})

describe('the decimal of a JSON number', () => {
  it.each([
    [6, 1, '6.0'],
    [37.85, 2, '37.85'],
    [0.1, 12, '0.100000000000'],
    [-0, 1, '0.0'],
    [4918.3, 1, '4918.3'],
    [123456789012.345, 3, '123456789012.345'],
  ])('reads %d with %d decimals as %s', (value, decimals, text) => {
    expect(formatDecimal(decimalOf(value, decimals))).toBe(text)
  })

  it('gives back every figure of up to fifteen digits as printed', () => {
    const printedArb = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, scale]) => formatDecimal({ digits, scale }))
    fc.assert(
      fc.property(printedArb, (printed) => {
        const decimals = printed.split('.')[1]?.length ?? 0
        expect(formatDecimal(decimalOf(Number(printed), decimals))).toBe(printed)
      }),
    )
  })

  it.each([1e21, Infinity, NaN])('throws on %d rather than guess', (value) => {
    expect(() => decimalOf(value, 0)).toThrow(RangeError)
  })
})

describe('exact arithmetic', () => {
  it('moves the point without inventing digits', () => {
    expect(formatDecimal(shiftPoint(read('3.2'), 4))).toBe('32000')
    expect(formatDecimal(shiftPoint(read('378500'), -4))).toBe('37.8500')
    expect(formatDecimal(shiftPoint(read('6.0'), 0))).toBe('6.0')
    expect(formatDecimal(shiftPoint(read('-5'), -3))).toBe('-0.005')
  })

  it('moves the point there and back without changing the quantity', () => {
    fc.assert(
      fc.property(decimalArb, fc.integer({ min: -8, max: 8 }), (decimal, power) => {
        const back = shiftPoint(shiftPoint(decimal, power), -power)
        const isFiner = back.scale >= decimal.scale
        expect(isFiner).toBe(true)
        expect(back.digits).toBe(decimal.digits * 10n ** BigInt(back.scale - decimal.scale))
      }),
    )
  })

  it('divides what it multiplied back to the same decimal', () => {
    fc.assert(
      fc.property(decimalArb, fc.bigInt({ min: 1n, max: 100n }), (decimal, factor) => {
        expect(divideExactly(multiply(decimal, factor), factor)).toEqual(decimal)
      }),
    )
  })

  it('refuses a division that has no end', () => {
    expect(divideExactly(read('1'), 15n)).toBeNull()
    expect(divideExactly(read('1'), 8n)).toBeNull()
    expect(divideExactly(read('1'), 4n)).toEqual({ digits: 25n, scale: 2 })
  })

  it('comes to the nearest number', () => {
    expect(decimalToNumber(read('31999.999'))).toBe(31999.999)
    expect(decimalToNumber({ digits: 0n, scale: 2 })).toBe(0)
  })
})
