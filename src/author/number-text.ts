/** A number as people write it → an exact decimal in the row's unit. Refuses rather than guesses. */
import {
  decimalToNumber,
  formatDecimal,
  parseDecimal,
  shiftPoint,
  type Decimal,
} from '../domain/decimal.ts'
import { findUnit, scaleUnit } from '../domain/unit.ts'
import { foldFullWidth } from './full-width.ts'
import type { Refusal } from './refusal.ts'
import { notANumber, numberSuffix, tooManyDigits } from './value-messages.ts'

export interface WrittenNumber {
  readonly value: number
  /** Digits after the point: 6.0 has one. */
  readonly decimals: number
}

/** Number, then what follows it. "1,234" and "3e5" fail here: their rest is no unit. */
const WRITTEN = /^([+-]?(?:0|[1-9]\d*)(?:\.\d+)?)\s*(\S*)$/

const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['万', 4],
  ['亿', 8],
])

const MAX_DIGITS = 15
const MAX_DECIMALS = 12

/** "3.2万" in 户 is 32000; 万 beside a unit that has its own 万, or none, is refused. */
function applySuffix(number: Decimal, suffix: string, unit: string): Decimal | null {
  if (suffix === '' || suffix === unit) return number
  const power = MULTIPLES.get(suffix)
  if (power === undefined) return scaleUnit(number, suffix, unit)
  const takesMultiple = !/^[万亿%‰位]/.test(unit)
  return takesMultiple ? shiftPoint(number, power) : null
}

/** The digits must come back from a JSON number as they were written. */
function isKept(number: Decimal): boolean {
  const text = formatDecimal(number)
  return (
    number.scale <= MAX_DECIMALS &&
    text.replace(/[-.]/g, '').replace(/^0+/, '').length <= MAX_DIGITS &&
    decimalToNumber(number).toFixed(number.scale) === text
  )
}

/** Reads a cell of numbers, with at most a unit of the same kind behind the digits. */
export function parseNumberText(cell: string, unit: string): WrittenNumber | Refusal {
  const [, digits = '', suffix = ''] = WRITTEN.exec(foldFullWidth(cell).trim()) ?? []
  const number = parseDecimal(digits)
  const isUnit = suffix === '' || MULTIPLES.has(suffix) || findUnit(suffix) !== undefined
  if (!number || !isUnit) return notANumber(cell)
  const scaled = applySuffix(number, suffix, unit)
  if (!scaled) return numberSuffix(cell, unit)
  if (!isKept(scaled)) return tooManyDigits(cell)
  return { value: decimalToNumber(scaled), decimals: scaled.scale }
}

export function isRefusal(found: WrittenNumber | Refusal): found is Refusal {
  return 'code' in found
}
