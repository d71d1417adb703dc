import { describe, expect, it } from 'vitest'
import { knownUnits } from '../../src/domain/unit.ts'
import {
  formatNumber,
  formatQualifier,
  formatReading,
  formatUnit,
} from '../../src/text/number-text.ts'

describe('a number in text', () => {
  it.each([
    [6, 1, '6.0'],
    [37.85, 2, '37.85'],
    [1769, 0, '1769'],
    [12996, 0, '12996'],
    [-0.5, 1, '−0.5'],
    [0, 0, '0'],
    [-0, 1, '0.0'],
    [0.1 + 0.2, 1, '0.3'],
  ])('%d with %d decimals reads %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text)
  })

  it('has no minus before nothing', () => {
    expect(formatNumber(-0.04, 1)).toBe('0.0')
  })

  it('keeps the qualifier of the source', () => {
    const reading = { kind: 'value', value: 95, decimals: 0 } as const
    expect(formatReading({ ...reading, qualifier: '>=' })).toBe('≥95')
    expect(formatReading({ ...reading, value: 1800, qualifier: '>' })).toBe('>1800')
    expect(formatReading({ ...reading, qualifier: '<=' })).toBe('≤95')
    expect(formatReading({ ...reading, qualifier: '<' })).toBe('<95')
    expect(formatReading({ ...reading, qualifier: '~' })).toBe('≈95')
    expect(formatReading(reading)).toBe('95')
    expect(formatQualifier(undefined)).toBe('')
  })
})

describe('a unit in text', () => {
  it('stays as it is in Chinese', () => {
    for (const unit of knownUnits()) expect(formatUnit(unit, 'zh')).toBe(unit)
  })

  it('has an English form for every unit of the table', () => {
    const untranslated = knownUnits().filter((unit) => /[㐀-鿿]/.test(formatUnit(unit, 'en')))
    expect(untranslated).toEqual([])
  })

  it('stays as it is where it is unknown', () => {
    expect(formatUnit('把', 'en')).toBe('把')
    expect(formatUnit('constructor', 'en')).toBe('constructor')
  })
})
