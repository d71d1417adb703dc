/** A target judged: 序时进度 as the headline, other methods beside it, and what would overturn it. */
import type { Break } from '../contract/catalog.ts'
import type { Plan } from './plan.ts'
import type { Point } from './point.ts'
import type { Projection } from './projection.ts'
import type { Comparison } from './growth-ratio.ts'
import type { TargetView } from './target-view.ts'

/**
 * 达标 · 达序时 · 滞后 · 严重滞后 · 逾期 · 未达标 · 未到期 · 无法评估. 逾期 is said of what is to be
 * reached by a day, 未达标 of what is to hold in a period.
 */
export const VERDICTS = [
  'reached',
  'on-schedule',
  'behind',
  'far-behind',
  'overdue',
  'missed',
  'not-due',
  'unassessable',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** Why a target cannot be judged. */
export type Obstacle =
  /** No figure of that region, or none that counts. */
  | 'no-figure'
  /** Nothing was reported for the period in which it fell due. */
  | 'not-reported'
  /** Neither a baseline nor a plan is published. */
  | 'no-baseline'
  /** Nothing is known since the baseline: one point is a fact, not a course. */
  | 'one-point'
  /** The figure is a bound (≥, <) that leaves both outcomes open. */
  | 'bound'
  /** What is to be reached equals the baseline, or nobody says which direction is good. */
  | 'no-direction'
  /** The definition changed between the baseline and the figure. */
  | 'break'

export interface Decision {
  readonly verdict: Verdict
  /** The figure that it was judged by; of what is not due yet, the latest known. */
  readonly point?: Point
  /** Nothing was reported for the deadline itself: the first figure after it decided. */
  readonly isLater?: true
  /** Reached, but only after the deadline. */
  readonly isLate?: true
  /** The figure covers only the first part of the period so far. */
  readonly isToDate?: true
  readonly obstacle?: Obstacle
  /** Completion at the point, and what was planned for its day. */
  readonly completion?: number
  readonly planned?: number
}

/** What would give another verdict: 临界. */
export interface Doubt {
  /**
   * Half of the last printed digit · the last point left out · provisional points left out · what
   * another document says of the same period, or against it.
   */
  readonly kind: 'rounding' | 'last-point' | 'provisional' | 'disputed'
  readonly verdict: Verdict
}

/** What must be done from the judged figure on to end at the target: per year, in the indicator's unit. */
export interface RequiredPace {
  readonly perYear: number
  /** From the figure to the deadline. */
  readonly days: number
}

export interface Judgement extends Decision {
  readonly target: TargetView
  /** Day of the latest publication known: what is due is told by it, not by today. */
  readonly knownDay: string | null
  /** The deadline is over, as far as that is known; its own day is still in time. */
  readonly isDue: boolean
  readonly plan: Plan | null
  /** The level to be reached, in the indicator's unit: of a change, its baseline and the change. */
  readonly goal: number
  /** Another document contradicts the figure that it was judged by. */
  readonly isDisputed: boolean
  /** The definition changed after the target was set and before the figure. */
  readonly cut?: Break
  readonly doubts: readonly Doubt[]
  readonly pace?: RequiredPace
  /** Second opinion: a straight line through the comparable points. */
  readonly projection: Projection
  /** Third opinion: the ratio of growth rates that Eurostat and Open SDG use. */
  readonly comparison: Comparison
}

/** True for verdicts that say how it stands, and not only why nothing can be said. */
export function isAssessed(verdict: Verdict): boolean {
  return verdict !== 'unassessable' && verdict !== 'not-due'
}
