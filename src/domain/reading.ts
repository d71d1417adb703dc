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
  const reading = {
    kind: 'value',
    value: decimalToNumber(scaled),
    decimals: scaled.scale,
  } as const
  return stated.qualifier ? { ...reading, qualifier: stated.qualifier } : reading
}

/** Half a unit of the last printed digit: how far the true value may be from the printed one. */
export function roundingOf(reading: ValueReading): number {
  return 0.5 / 10 ** reading.decimals
}

/** True where two figures may be one and the same quantity, printed with different precision. */
export function isSameAfterRounding(a: ValueReading, b: ValueReading): boolean {
  const tolerance = a.decimals === b.decimals ? 0 : Math.max(roundingOf(a), roundingOf(b))
  // Binary fractions: 37.9 − 37.85 is 0.04999… or 0.0500…01; compare well below the printed digits.
  return Math.abs(a.value - b.value) <= tolerance + 1e-9
}

/** `a − b` at the finer of the two printed precisions, exactly. */
export function difference(a: ValueReading, b: ValueReading): ValueReading {
  const decimals = Math.max(a.decimals, b.decimals)
  const widen = (reading: ValueReading) => decimalOf(reading.value, decimals).digits
  const value = decimalToNumber({ digits: widen(a) - widen(b), scale: decimals })
  return { kind: 'value', value, decimals }
}
