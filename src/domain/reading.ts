/** What a figure reads: a value with its printed precision, or the reason why there is none. */
import type { Observation, Qualifier } from '../contract/snapshot.ts'
import { decimalOf, decimalToNumber } from './decimal.ts'
import { scaleUnit } from './unit.ts'

export interface ValueReading {
  readonly kind: 'value'
  /** In the unit of the indicator. */
  readonly value: number
  /** Digits after the point as printed, after scaling to the indicator's unit. */
  readonly decimals: number
  readonly qualifier?: Qualifier
  /**
   * Half a unit of the last printed digit, where scaling has moved it: 3.2万 is 32000 ± 500.
   * Absent: half a unit of the last of `decimals`.
   */
  readonly rounding?: number
}

export interface MissingReading {
  readonly kind: 'missing'
  /** Why, in the words of the source or of whoever entered it. */
  readonly reason: string
}

export type Reading = ValueReading | MissingReading

type Stated = Pick<Observation, 'value' | 'decimals' | 'unit' | 'qualifier' | 'reason'>

/** Reads an observation in the unit of its indicator. A unit that cannot be scaled is missing, with that reason. */
export function readObservation(stated: Stated, unit: string): Reading {
  if (stated.value === null) return { kind: 'missing', reason: stated.reason ?? '' }
  const scaled = scaleUnit(decimalOf(stated.value, stated.decimals), stated.unit, unit)
  if (!scaled) return { kind: 'missing', reason: `${stated.unit} ≠ ${unit}` }
  return {
    kind: 'value',
    value: decimalToNumber(scaled),
    decimals: scaled.scale,
    ...(stated.qualifier ? { qualifier: stated.qualifier } : {}),
    ...movedRounding(stated, unit),
  }
}

function movedRounding(stated: Stated, unit: string): Pick<ValueReading, 'rounding'> {
  if (stated.unit === unit) return {}
  const half = scaleUnit({ digits: 5n, scale: stated.decimals + 1 }, stated.unit, unit)
  return half ? { rounding: decimalToNumber(half) } : {}
}

/** Half a unit of the last printed digit: how far the true value may be from the printed one. */
export function roundingOf(reading: ValueReading): number {
  return reading.rounding ?? 0.5 / 10 ** reading.decimals
}

/** True where two figures may be one and the same quantity, printed with different precision. */
export function isSameAfterRounding(a: ValueReading, b: ValueReading): boolean {
  const [finer, coarser] = [roundingOf(a), roundingOf(b)].sort((x, y) => x - y) as [number, number]
  // Binary fractions: 37.9 − 37.85 is 0.04999… or 0.0500…01; compare well below the printed digits.
  const slack = finer / 100
  const tolerance = coarser - finer > slack ? coarser : 0
  return Math.abs(a.value - b.value) <= tolerance + slack
}

/** `a − b` at the finer of the two printed precisions, exactly. */
export function difference(a: ValueReading, b: ValueReading): ValueReading {
  const decimals = Math.max(a.decimals, b.decimals)
  const widen = (reading: ValueReading) => decimalOf(reading.value, decimals).digits
  const value = decimalToNumber({ digits: widen(a) - widen(b), scale: decimals })
  return { kind: 'value', value, decimals }
}
