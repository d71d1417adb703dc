/** Numbers that we worked out ourselves, as opposed to those that a source printed. */
import type { Judgement } from '../domain/judgement.ts'
import { formatNumber } from './number-text.ts'

/** A share with one digit: 66.7%. */
export function formatShare(share: number): string {
  return `${formatNumber(share * 100, 1)}%`
}

/** A computed number has as many digits as the figure that it came from, and one more. */
export function formatComputed(value: number, { point, target }: Judgement): string {
  const reading = point?.reading.kind === 'value' ? point.reading : target.reading
  return formatNumber(value, Math.max(reading.decimals, target.reading.decimals) + 1)
}
