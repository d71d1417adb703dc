/** A figure as it stands in a table: digits and unit. */
import type { Observation } from '../contract/snapshot.ts'
import { decimalOf, formatDecimal } from '../domain/decimal.ts'

/** Empty where the value is missing. */
export function formatFigure({ value, decimals, unit, qualifier }: Observation): string {
  if (value === null) return ''
  return `${qualifier ?? ''}${formatDecimal(decimalOf(value, decimals))} ${unit}`
}
