/** What must hold of an observation beyond its schema; used on rows and on published files alike. */
import type { Indicator } from '../contract/catalog.ts'
import type { Observation } from '../contract/snapshot.ts'
import { decimalOf, formatDecimal } from '../domain/decimal.ts'
import { parseDay, periodOf } from '../domain/period.ts'
import { isSameDimension } from '../domain/unit.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { checkLevel, checkNames, type Finding } from './check-figure.ts'
import {
  contradictsItself,
  contradictsLater,
  missingReason,
  missingWithValue,
  notYetOver,
  reasonBesideValue,
  statusOfMissing,
  tooManyDays,
  unknownPublication,
} from './meaning-messages.ts'
import { nearestNames } from './nearest-name.ts'
import type { Refusal } from './refusal.ts'

/** Columns of a row, and keys of an observation. */
export type ObservationFinding = Finding<
  'indicator' | 'region' | 'period' | 'value' | 'unit' | 'status' | 'contradicts' | 'reason'
>

/** The publication that states it, and the days of all that are known. */
export interface StatedBy {
  readonly id: string
  readonly published: string
  /** Publication id → its day. */
  readonly publishedById: ReadonlyMap<string, string>
}

function checkMissing({ value, status, reason }: Observation): ObservationFinding[] {
  if (value === null) {
    if (reason === undefined) return [{ field: 'value', refusal: missingReason() }]
    return status === 'M' ? [] : [{ field: 'status', refusal: statusOfMissing(status) }]
  }
  const findings: ObservationFinding[] = []
  if (status === 'M') findings.push({ field: 'status', refusal: missingWithValue() })
  if (reason !== undefined) findings.push({ field: 'reason', refusal: reasonBesideValue(reason) })
  return findings
}

function checkContradicts(
  { contradicts }: Observation,
  { refusedIds }: CatalogIndex,
  by: StatedBy,
): ObservationFinding[] {
  if (contradicts === undefined) return []
  if (contradicts === by.id) {
    return [{ field: 'contradicts', refusal: contradictsItself(contradicts) }]
  }
  const published = by.publishedById.get(contradicts)
  if (published === undefined) {
    if (refusedIds.has(contradicts)) return []
    const known = [...by.publishedById.keys()].map((id) => ({ id, names: [] }))
    const near = nearestNames(contradicts, known)
    return [{ field: 'contradicts', refusal: unknownPublication(contradicts, near) }]
  }
  if (published <= by.published) return []
  return [{ field: 'contradicts', refusal: contradictsLater(contradicts, by.published) }]
}

/** No more days can have been counted than the period has. */
function checkDayCount(
  { value, decimals, unit, period }: Observation,
  { accumulation }: Pick<Indicator, 'accumulation'>,
): Refusal | undefined {
  if (value === null || accumulation !== 'flow' || !isSameDimension(unit, '天')) return undefined
  const { start, end } = periodOf(period)
  if (value <= end - start) return undefined
  return tooManyDays(formatDecimal(decimalOf(value, decimals)), end - start, period)
}

export function checkObservation(
  observation: Observation,
  catalog: CatalogIndex,
  by: StatedBy,
): ObservationFinding[] {
  const { value, decimals, unit, period, status } = observation
  const findings: ObservationFinding[] = [
    ...checkNames(observation, catalog),
    ...checkMissing(observation),
    ...checkContradicts(observation, catalog, by),
  ]
  const indicator = catalog.indicators.get(observation.indicator)
  if (indicator && value !== null) {
    const refusal =
      checkLevel(value, decimals, unit, indicator) ?? checkDayCount(observation, indicator)
    if (refusal) findings.push({ field: 'value', refusal })
  }
  if (status !== 'F' && periodOf(period).end > parseDay(by.published) + 1) {
    findings.push({ field: 'period', refusal: notYetOver(period, by.published) })
  }
  return findings
}
