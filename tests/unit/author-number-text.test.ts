import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldFullWidth } from '../../src/author/full-width.ts'
import { isRefusal, parseNumberText } from '../../src/author/number-text.ts'

function read(cell: string, unit = '户') {
  const found = parseNumberText(cell, unit)
  return isRefusal(found) ? found.code : [found.value, found.decimals]
}

describe('a number as people write it', () => {
  it.each([
    ['6.0', [6, 1]],
    ['3.90', [3.9, 2]],
    ['0', [0, 0]],
    ['-12.50', [-12.5, 2]],
    ['+5', [5, 0]],
    ['-0.0', [0, 1]],
    [' 12 ', [12, 0]],
    ['１２．５０', [12.5, 2]],
    ['－３', [-3, 0]],
    ['−3', [-3, 0]],
    ['999999999999999', [999999999999999, 0]],
  ])('reads %s with the digits it was written with', (cell, expected) => {
    expect(read(cell)).toEqual(expected)
  })

  it.each([
    ['3.2万', '户', [32000, 0]],
    ['37.85万户', '户', [378500, 0]],
    ['37.85万户', '万户', [37.85, 2]],
    ['378500户', '万户', [37.85, 4]],
    ['0.1亿', '元', [10000000, 0]],
    ['1.00001万', '台', [10000.1, 1]],
    ['91%', '%', [91, 0]],
    ['９１．３％', '%', [91.3, 1]],
    ['1.21万公顷', '万亩', [18.15, 2]],
    ['46 微克/立方米', '微克/立方米', [46, 0]],
  ])('scales %s in %s exactly', (cell, unit, expected) => {
    expect(read(cell, unit)).toEqual(expected)
  })

  it.each([
    ['3.2万', '万户'],
    ['3.2万', '%'],
    ['91%', '户'],
    ['5吨', '户'],
    ['3万', '位'],
  ])('refuses %s in %s, which would have to be guessed', (cell, unit) => {
    expect(read(cell, unit)).toBe('number-suffix')
  })

  it.each([
    '',
    ' ',
    'NaN',
    '#DIV/0!',
    '#N/A',
    '1e400',
    '1e3',
    '0x1F',
    '十二',
    '①',
    '10⁵',
    '½',
    'Ⅳ',
    '1,234',
    '1，234',
    '1 234',
    '12.',
    '.5',
    '007',
    '--5',
    '–5',
    '12-15',
    '约12',
    '12余',
    '١٢',
    '𝟏𝟐',
    'true',
  ])('refuses %j as no number', (cell) => {
    expect(read(cell)).toBe('not-a-number')
  })

  it.each(['9007199254740993', '0.1234567890123', '1234567890123456'])(
    'refuses %s, whose digits a JSON number loses',
    (cell) => {
      expect(read(cell)).toBe('too-many-digits')
    },
  )

  it('gives back the digits of any number that it takes', () => {
    const written = fc
      .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, decimals]) => (digits / 10 ** decimals).toFixed(decimals))
    fc.assert(
      fc.property(written, (text) => {
        const found = parseNumberText(text, '户')
        if (isRefusal(found)) throw new Error(`${text} was refused`)
        const sign = found.value === 0 ? text.replace('-', '') : text
        expect(found.value.toFixed(found.decimals)).toBe(sign)
      }),
    )
  })

  it('scales up by 万 as text moves its point, never by a float', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (count) => {
        const text = (count / 10_000).toFixed(4)
        expect(read(`${text}万`)).toEqual([count, 0])
      }),
    )
  })

  it('never takes a text with anything but the digits, signs and units of the tables', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const found = parseNumberText(text, '户')
        if (isRefusal(found)) return
        expect(foldFullWidth(text).trim()).toMatch(/^[+-]?\d+(\.\d+)?\s*(万|亿|户|万户)?$/)
      }),
    )
  })
})
