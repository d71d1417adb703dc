/**
 * Third opinion, 国际可比: the ratio of growth rates that Eurostat and Open SDG use. Never the
 * headline: on tasks that fall to zero it calls an exactly planned course limited.
 * Thresholds: Open SDG, docs/progress-methodology.md (95 %, 60 %, 0), after Eurostat's method.
 */
import { YEAR_DAYS } from './period.ts'
import { endOf, startOf, type Plan } from './plan.ts'

export type RatioClass = 'on-track' | 'moderate' | 'limited' | 'deteriorating'

export type Comparison =
  | {
      readonly kind: 'ratio'
      /** Observed compound annual growth rate, 0.03 for 3 %. */
      readonly observed: number
      /** Rate that would have led from the baseline to the target. */
      readonly required: number
      readonly ratio: number
      readonly class: RatioClass
    }
  /** No growth rate starts from, passes through or ends at zero or less. */
  | { readonly kind: 'not-positive' }
  /** Without a published baseline there is nothing to grow from. */
  | { readonly kind: 'no-baseline' }
  /** Nothing to compare: no figure, only a bound, or none of the same definition since the baseline. */
  | { readonly kind: 'none' }

/** Binary fractions, as in decide-target.ts. */
const SLACK = 1e-9

function classOf(ratio: number): RatioClass {
  if (ratio >= 0.95 - SLACK) return 'on-track'
  if (ratio >= 0.6 - SLACK) return 'moderate'
  return ratio >= -SLACK ? 'limited' : 'deteriorating'
}

/** Compares growth up to a level on a day with the growth that the plan's two ends ask for. */
export function compareGrowth(value: number, day: number, plan: Plan): Comparison {
  const [start, end] = [startOf(plan), endOf(plan)]
  if (start.value <= 0 || end.value <= 0 || value <= 0) return { kind: 'not-positive' }
  if (day <= start.day) return { kind: 'none' }
  const rate = (to: number, days: number) => (to / start.value) ** (YEAR_DAYS / days) - 1
  const observed = rate(value, day - start.day)
  const required = rate(end.value, end.day - start.day)
  const ratio = observed / required
  return { kind: 'ratio', observed, required, ratio, class: classOf(ratio) }
}
