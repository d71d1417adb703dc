/** Numbers of which no printed form is kept: the shortest one that is the same number. */
import { decimalOf, formatDecimal } from '../domain/decimal.ts'

/** As in the contract's DecimalsSchema. */
const MAX_DECIMALS = 12

/** How many digits after the point the number needs. */
export function countDecimals(value: number): number {
  for (let count = 0; count < MAX_DECIMALS; count += 1) {
    if (Number(value.toFixed(count)) === value) return count
  }
  return MAX_DECIMALS
}

/** Without an exponent, as the tables take it. */
export function formatPlainNumber(value: number): string {
  return formatDecimal(decimalOf(value, countDecimals(value)))
}
