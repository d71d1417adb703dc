/** Judges the targets of a view: the rule, what would overturn it, and the other two opinions. */
import type { Indicator } from '../contract/catalog.ts'
import { decide, directionOf, goalOf, isBeyond, type Matter } from './decide-target.ts'
import { compareGrowth, type Comparison } from './growth-ratio.ts'
import {
  isAssessed,
  type Decision,
  type Doubt,
  type Judgement,
  type RequiredPace,
  type Verdict,
} from './judgement.ts'
import { parseDay } from './period.ts'
import { projectTrend, YEAR_DAYS, type Projection } from './projection.ts'
import type { Point } from './point.ts'
import { roundingOf } from './reading.ts'
import { runOf, type Series } from './series.ts'
import { evidenceFor, isTask } from './target-evidence.ts'
import type { TargetView } from './target-view.ts'

/** The point with its value moved by so many halves of its last printed digit. */
function moved(point: Point, halves: -1 | 1): Point {
  const { reading } = point
  if (reading.kind === 'missing') return point
  return { ...point, reading: { ...reading, value: reading.value + halves * roundingOf(reading) } }
}

function firstOther(
  verdict: Verdict,
  matter: Matter,
  variants: readonly (readonly Point[])[],
): Verdict | undefined {
  return variants
    .map((points) => decide({ ...matter, points }).verdict)
    .find((other) => other !== verdict && isAssessed(other))
}

/** 临界: only what was assessed can be overturned, and only by what is assessed too. */
function doubtsOf(matter: Matter, { verdict, point }: Decision): readonly Doubt[] {
  if (!isAssessed(verdict) || !point) return []
  const { points } = matter
  const isExact = point.reading.kind === 'value' && !point.reading.qualifier
  const replaced = (by: Point) => points.map((each) => (each === point ? by : each))
  const settled = points.filter(({ status }) => status !== 'P')
  const trials: readonly (readonly [Doubt['kind'], readonly (readonly Point[])[]])[] = [
    ['rounding', isExact ? [replaced(moved(point, -1)), replaced(moved(point, 1))] : []],
    ['last-point', [points.filter((each) => each !== points[points.length - 1])]],
    ['provisional', settled.length < points.length ? [settled] : []],
  ]
  return trials.flatMap(([kind, variants]) => {
    const other = firstOther(verdict, matter, variants)
    return other ? [{ kind, verdict: other }] : []
  })
}

/** From a figure that is not there yet to the target at its deadline. */
function paceOf(matter: Matter, { point, plan: known }: Decision): RequiredPace | undefined {
  const plan = known ?? null
  const reading = point?.reading
  const direction = directionOf(matter, plan)
  if (!point || reading?.kind !== 'value' || reading.qualifier || direction === 0) return undefined
  const days = matter.target.period.end - point.period.end
  const goal = goalOf(matter, plan)
  if (days <= 0 || isBeyond(reading, goal, direction) !== false) return undefined
  return { perYear: ((goal - reading.value) / days) * YEAR_DAYS, days }
}

function projectionOf(
  matter: Matter,
  { point, plan, verdict }: Decision,
  series: readonly Series[],
): Projection {
  const { target, indicator } = matter
  const isOver = point && point.period.end >= target.period.end
  if (!point || isOver || verdict === 'reached' || isTask(target, indicator)) {
    return { kind: 'none' }
  }
  const run = series.map((each) => runOf(each, point)).find((found) => found !== undefined)
  const goal = { value: goalOf(matter, plan ?? null), day: target.period.end }
  return projectTrend(run?.points ?? [], goal)
}

function comparisonOf({ point, plan }: Decision): Comparison {
  if (point?.reading.kind !== 'value') return { kind: 'no-baseline' }
  return compareGrowth(point.reading.value, point.period.end, plan ?? null)
}

export interface Bench {
  readonly indicator: Indicator
  /** All series that are shown, of the region and of those above it. */
  readonly series: readonly Series[]
  /** Until when anything is known; null where nothing is. */
  readonly knownDay: string | null
}

/** Judges one target at the date of its data. */
export function judgeTarget(target: TargetView, { indicator, series, knownDay }: Bench): Judgement {
  const matter: Matter = {
    target,
    indicator,
    points: evidenceFor(target, indicator, series),
    knownDay: knownDay === null ? null : parseDay(knownDay),
  }
  const decision = decide(matter)
  const pace = paceOf(matter, decision)
  return {
    ...decision,
    target,
    doubts: doubtsOf(matter, decision),
    ...(pace && { pace }),
    projection: projectionOf(matter, decision, series),
    comparison: comparisonOf(decision),
  }
}
