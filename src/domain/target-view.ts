/** Targets as known on a day. A target is published like a figure, so it obeys as-of too. */
import type { Indicator, Region } from '../contract/catalog.ts'
import type { Target } from '../contract/snapshot.ts'
import type { Publication } from '../contract/statement.ts'
import { comparePeriods, periodOf, type Period } from './period.ts'
import { readObservation, type ValueReading } from './reading.ts'
import { comparePrecedence } from './standing.ts'

export interface TargetView {
  readonly target: Target
  readonly period: Period
  /** In the unit of the indicator. */
  readonly reading: ValueReading
  readonly region: Region
  readonly source: Publication
}

/** One for a target and for the same target set anew. */
export function targetKey(target: Target): string {
  return [target.indicator, target.region, target.period, target.type, target.basis].join('|')
}

/** The targets of an indicator in the given regions; of a restated target the latest publication stands. */
export function viewTargets(
  indicator: Indicator,
  regions: readonly Region[],
  standing: ReadonlyMap<string, Publication>,
): readonly TargetView[] {
  const latest = new Map<string, TargetView>()
  const sources = [...standing.values()].sort((a, b) => comparePrecedence(b, a))
  for (const source of sources) {
    for (const target of source.targets) {
      const region = regions.find((candidate) => candidate.code === target.region)
      if (target.indicator !== indicator.id || !region) continue
      const reading = readObservation(target, indicator.unit)
      if (reading.kind === 'missing') continue
      latest.set(targetKey(target), {
        target,
        period: periodOf(target.period),
        reading,
        region,
        source,
      })
    }
  }
  return [...latest.values()].sort((a, b) => comparePeriods(a.period, b.period))
}
