/** What must hold of any figure, observed or aimed at: it exists in the catalog and can be true. */
import type { Indicator } from '../contract/catalog.ts'
import { decimalOf, decimalToNumber, formatDecimal } from '../domain/decimal.ts'
import { findUnit, isSameDimension, knownUnits, scaleUnit } from '../domain/unit.ts'
import { candidatesOf, type CatalogIndex } from './catalog-index.ts'
import {
  aboveWhole,
  badRank,
  negative,
  otherDimension,
  unknownIndicator,
  unknownRegion,
  unitWrittenOtherwise,
  unknownUnit,
} from './meaning-messages.ts'
import { nearestNames } from './nearest-name.ts'
import type { Refusal } from './refusal.ts'
import { findSpelledUnit } from './unit-spellings.ts'
import { tooManyDigits } from './value-messages.ts'

export interface Finding<Field extends string> {
  readonly field: Field
  readonly refusal: Refusal
}

interface Figure {
  readonly indicator: string
  readonly region: string
  readonly unit: string
}

/** Does the figure name things that exist, in a unit of the indicator's dimension? */
export function checkNames(
  { indicator: id, region, unit }: Figure,
  { indicators, regions, refusedIds }: CatalogIndex,
): Finding<'indicator' | 'region' | 'unit'>[] {
  const findings: Finding<'indicator' | 'region' | 'unit'>[] = []
  const indicator = indicators.get(id)
  if (!indicator && !refusedIds.has(id)) {
    const near = nearestNames(id, candidatesOf(indicators))
    findings.push({ field: 'indicator', refusal: unknownIndicator(id, near) })
  }
  if (!regions.has(region) && !refusedIds.has(region)) {
    const near = nearestNames(region, candidatesOf(regions))
    findings.push({ field: 'region', refusal: unknownRegion(region, near) })
  }
  const found = checkUnit(unit, indicator?.unit)
  if (found) findings.push({ field: 'unit', refusal: found })
  return findings
}

/** Of a unit that is not in the table: how it is written here, or which one is expected. */
function refuseUnknownUnit(unit: string, shownIn: string | undefined): Refusal {
  const isPossible = (known: string) => shownIn === undefined || isSameDimension(known, shownIn)
  const spelled = findSpelledUnit(unit)
  if (spelled !== undefined && isPossible(spelled)) return unitWrittenOtherwise(unit, spelled)
  const known = knownUnits()
    .filter(isPossible)
    .map((id) => ({ id, names: [] }))
  return unknownUnit(unit, shownIn, nearestNames(unit, known))
}

/** The unit must be in the table and, where the indicator's unit is known, of its dimension. */
export function checkUnit(unit: string, shownIn: string | undefined): Refusal | undefined {
  // Of an indicator whose own unit is unknown: that is said once, of the indicator.
  if (unit === shownIn && !findUnit(unit)) return undefined
  if (!findUnit(unit)) return refuseUnknownUnit(unit, shownIn)
  if (shownIn === undefined || isSameDimension(unit, shownIn)) return undefined
  const same = knownUnits().filter((known) => isSameDimension(known, shownIn))
  return otherDimension(unit, shownIn, same)
}

/** Beyond 15 digits a JSON number is no longer the number that was written. */
const MAX_FIGURE = 1e15

/** Can a level of this indicator have this value? Changes may be negative, levels never are. */
export function checkLevel(
  value: number,
  decimals: number,
  unit: string,
  { accumulation }: Pick<Indicator, 'accumulation'>,
): Refusal | undefined {
  if (Math.abs(value) >= MAX_FIGURE) return tooManyDigits(String(value))
  const text = formatDecimal(decimalOf(value, decimals))
  if (accumulation === 'rank') {
    return Number.isInteger(value) && value >= 1 ? undefined : badRank(text)
  }
  if (value < 0) return negative(text)
  if (accumulation !== 'ratio') return undefined
  const percent = scaleUnit(decimalOf(value, decimals), unit, '%')
  return percent !== null && decimalToNumber(percent) > 100 ? aboveWhole(text) : undefined
}
