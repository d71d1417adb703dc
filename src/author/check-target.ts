/** What must hold of a target beyond its schema; used on rows and on published files alike. */
import type { Target } from '../contract/snapshot.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { checkLevel, checkNames, type Finding } from './check-figure.ts'

export type TargetFinding = Finding<'indicator' | 'region' | 'unit' | 'value'>

export function checkTarget(target: Target, catalog: CatalogIndex): TargetFinding[] {
  const findings: TargetFinding[] = checkNames(target, catalog)
  const indicator = catalog.indicators.get(target.indicator)
  // A change within a period may be a decrease, and is no share of a whole.
  if (!indicator || target.basis === 'change') return findings
  const refusal = checkLevel(target.value, target.decimals, target.unit, indicator)
  if (refusal) findings.push({ field: 'value', refusal })
  return findings
}
