/** Judges the targets of a view: the rule, what would overturn it, and the other two opinions. */
import type { Break, Indicator } from '../contract/catalog.ts'
import { decide, directionOf, isBeyond, isReckoned, type Matter } from './decide-target.ts'
import { compareGrowth, type Comparison } from './growth-ratio.ts'
import type { Decision, Judgement, RequiredPace } from './judgement.ts'
import { parseDay, YEAR_DAYS } from './period.ts'
import { goalOf, isTask, planOf } from './plan.ts'
import { projectTrend, type Projection } from './projection.ts'
import type { Point } from './point.ts'
import { runOf, type Series } from './series.ts'
import { evidenceFor } from './target-evidence.ts'
import type { TargetView } from './target-view.ts'
import { disputesOf, doubtsOf } from './verdict-doubts.ts'

/** From a figure that is not there yet to the target at its deadline. */
function paceOf(matter: Matter, { point }: Decision): RequiredPace | undefined {
  const { goal, isDue, target } = matter
  const reading = point?.reading
  const direction = directionOf(matter)
  if (isDue || goal === null || direction === 0) return undefined
  if (reading?.kind !== 'value' || !isReckoned(reading) || !point) return undefined
  const days = target.period.end - point.period.end
  if (days <= 0 || isBeyond(reading, goal, direction) !== false) return undefined
  return { perYear: ((goal - reading.value) / days) * YEAR_DAYS, days }
}

function projectionOf(
  matter: Matter,
  { point, verdict }: Decision,
  series: readonly Series[],
): Projection {
  const { target, indicator, goal, isDue } = matter
  const direction = directionOf(matter)
  if (!point || isDue || goal === null || direction === 0) return { kind: 'none' }
  const isOver = point.period.end >= target.period.end
  if (isOver || verdict === 'reached' || isTask(target, indicator)) return { kind: 'none' }
  const run = series.map((each) => runOf(each, point)).find((found) => found !== undefined)
  return projectTrend(run?.points ?? [], { value: goal, day: target.period.end, direction })
}

function comparisonOf({ plan }: Matter, { point, obstacle }: Decision): Comparison {
  if (!plan) return { kind: 'no-baseline' }
  if (point?.reading.kind !== 'value' || !isReckoned(point.reading)) return { kind: 'none' }
  if (obstacle === 'break' || obstacle === 'one-point') return { kind: 'none' }
  return compareGrowth(point.reading.value, point.period.end, plan)
}

/** A break after the target was set and before the figure: it was set for another definition. */
function cutBefore(matter: Matter, point: Point | undefined): Break | undefined {
  const set = parseDay(matter.target.source.published)
  return matter.breaks.find(({ from }) => {
    const day = parseDay(from)
    return point && set < day && day <= point.period.start
  })
}

export interface Bench {
  readonly indicator: Indicator
  /** All series that are shown, of the region and of those above it. */
  readonly series: readonly Series[]
  /** Day of the latest publication known; null where there is none. */
  readonly knownDay: string | null
}

/** Judges one target at the date of its data. */
export function judgeTarget(target: TargetView, { indicator, series, knownDay }: Bench): Judgement {
  const plan = planOf(target, indicator)
  const own = series.filter(({ region }) => region.code === target.region.code)
  const matter: Matter = {
    target,
    indicator,
    plan,
    goal: goalOf(target, plan, indicator),
    points: evidenceFor(target, indicator, series),
    breaks: own[0]?.breaks ?? [],
    isDue: knownDay !== null && parseDay(knownDay) >= target.period.end,
  }
  const decision = decide(matter)
  const pace = paceOf(matter, decision)
  const cut = cutBefore(matter, decision.point)
  const disputes = decision.point ? disputesOf(decision.point, own) : []
  return {
    ...decision,
    target,
    knownDay,
    isDue: matter.isDue,
    plan,
    goal: matter.goal ?? target.reading.value,
    isDisputed: disputes.length > 0,
    ...(cut && { cut }),
    doubts: doubtsOf(matter, decision, disputes),
    ...(pace && { pace }),
    projection: projectionOf(matter, decision, series),
    comparison: comparisonOf(matter, decision),
  }
}
