/** What must hold of a target beyond its schema; used on rows and on published files alike. */
import type { Target } from '../contract/snapshot.ts'
import { periodOf } from '../domain/period.ts'
import type { CatalogIndex } from './catalog-index.ts'
import { checkLevel, checkNames, type Finding } from './check-figure.ts'
import { baselineTooLate, milestonesUnordered } from './meaning-messages.ts'
import { countDecimals } from './plain-number.ts'

/** Columns of a row; the published keys begin with the same words. */
export type TargetFinding = Finding<
  'indicator' | 'region' | 'unit' | 'value' | 'baseline_period' | 'baseline_value' | 'milestones'
>

/** Baseline, milestones and due date follow each other in time. */
function checkOrder({ period, baseline, milestones = [] }: Target): TargetFinding[] {
  const findings: TargetFinding[] = []
  const due = periodOf(period).end
  const ends = milestones.map((milestone) => periodOf(milestone.period).end)
  const isOrdered = ends.every((end, at) => end <= due && end > (ends[at - 1] ?? -Infinity))
  if (!isOrdered) findings.push({ field: 'milestones', refusal: milestonesUnordered(period) })
  if (baseline && periodOf(baseline.period).end >= (ends[0] ?? due)) {
    findings.push({ field: 'baseline_period', refusal: baselineTooLate(baseline.period) })
  }
  return findings
}

export function checkTarget(target: Target, catalog: CatalogIndex): TargetFinding[] {
  const findings: TargetFinding[] = [...checkNames(target, catalog), ...checkOrder(target)]
  const indicator = catalog.indicators.get(target.indicator)
  // A change within a period may be a decrease, and is no share of a whole.
  if (!indicator || target.basis === 'change') return findings
  const check = (field: TargetFinding['field'], value: number, decimals: number) => {
    const refusal = checkLevel(value, decimals, target.unit, indicator)
    if (refusal) findings.push({ field, refusal })
  }
  check('value', target.value, target.decimals)
  const { baseline, milestones = [] } = target
  if (baseline) check('baseline_value', baseline.value, countDecimals(baseline.value))
  milestones.forEach(({ value }) => check('milestones', value, countDecimals(value)))
  return findings
}
