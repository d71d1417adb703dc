/** What each publication did to the targets that were known when it came. */
import type { Indicator, Region } from '../contract/catalog.ts'
import type { Target } from '../contract/snapshot.ts'
import type { Publication } from '../contract/statement.ts'
import { periodOf, type Period } from './period.ts'
import { daysOf, saidOn, type SaidOfDay } from './publication-day.ts'
import { readObservation, type ValueReading } from './reading.ts'
import { compareContents, comparePrecedence } from './standing.ts'
import { targetKey, type TargetView } from './target-view.ts'

/**
 * `set`: no such target was known; `restated`: the same again; `changed`: another value, baseline or
 * milestone; `conflict`: another publication of the same day sets another one.
 */
export type TargetChange = 'set' | 'restated' | 'changed' | 'conflict'

export interface TargetEntry {
  readonly change: TargetChange
  readonly indicator: Indicator
  readonly now: TargetView
  /** The one that stood before. */
  readonly before?: TargetView
  readonly rivals: readonly TargetView[]
}

interface Read {
  readonly reading: ValueReading
  readonly region: Region
  readonly period: Period
}

function read(target: Target, indicator: Indicator, regions: readonly Region[]): Read | null {
  const region = regions.find(({ code }) => code === target.region)
  const reading = readObservation(target, indicator.unit)
  if (!region || reading.kind === 'missing') return null
  return { reading, region, period: periodOf(target.period) }
}

/** Values in the unit of the indicator, so that 6万户 and 60000户 are one; the way there as printed. */
function isSame(a: TargetView, b: TargetView): boolean {
  const pathOf = ({ target: { baseline, milestones } }: TargetView) => [baseline, milestones]
  const isSameValue = a.reading.value === b.reading.value
  return isSameValue && compareContents(pathOf(a), pathOf(b)) === 0
}

function changeOf({ now, before, rivals }: SaidOfDay<TargetView>): TargetChange {
  if (rivals.length > 0) return 'conflict'
  if (!before) return 'set'
  return isSame(before, now) ? 'restated' : 'changed'
}

function entriesOf(said: readonly TargetView[], indicator: Indicator): TargetEntry[] {
  return daysOf(said)
    .flatMap((day) => saidOn(day, (a, b) => !isSame(a, b)))
    .map(({ isDeed, ...each }) => ({ ...each, change: changeOf({ ...each, isDeed }), indicator }))
}

/** What every standing publication did to the targets of an indicator in these regions. */
export function targetLedgerOf(
  indicator: Indicator,
  regions: readonly Region[],
  standing: ReadonlyMap<string, Publication>,
): readonly TargetEntry[] {
  const byKey = new Map<string, TargetView[]>()
  const sources = [...standing.values()].sort(comparePrecedence)
  for (const source of sources) {
    for (const target of source.targets) {
      if (target.indicator !== indicator.id) continue
      const found = read(target, indicator, regions)
      if (!found) continue
      const key = targetKey(target)
      byKey.set(key, [...(byKey.get(key) ?? []), { target, source, ...found }])
    }
  }
  return [...byKey.values()].flatMap((all) => entriesOf(all, indicator))
}
