/** What a target's figures decide, by the schedule rule. One run of the rule; doubts run it again. */
import type { Indicator } from '../contract/catalog.ts'
import type { Decision, Obstacle, Verdict } from './judgement.ts'
import { completionOf, endOf, plannedCompletion, planOf, startOf, type Plan } from './plan.ts'
import type { Point } from './point.ts'
import type { Reading } from './reading.ts'
import { isEndLevel } from './series.ts'
import { isTask } from './target-evidence.ts'
import type { TargetView } from './target-view.ts'

export interface Matter {
  readonly target: TargetView
  readonly indicator: Indicator
  /** In the order of time: see {@link evidenceFor}. */
  readonly points: readonly Point[]
  /** Day number until which anything is known; null where nothing is. */
  readonly knownDay: number | null
}

/** Binary fractions: 0.95 of a plan may come out as 0.9499999999999999. */
const SLACK = 1e-9

/** Shares of what was planned for the day: at least so much is 达序时, at least so much 滞后. */
const ON_SCHEDULE_SHARE = 0.95
const BEHIND_SHARE = 0.8

function scheduleVerdict(completion: number, planned: number): Verdict {
  if (completion >= 1 - SLACK) return 'reached'
  // Nothing was to be done yet: no share can be taken of it.
  if (planned <= SLACK) return completion >= planned - SLACK ? 'on-schedule' : 'far-behind'
  const share = completion / planned
  if (share >= ON_SCHEDULE_SHARE - SLACK) return 'on-schedule'
  return share >= BEHIND_SHARE - SLACK ? 'behind' : 'far-behind'
}

/** +1 where more is nearer to the target, −1 where less is, 0 where nobody says. */
export function directionOf({ target, indicator }: Matter, plan: Plan | null): -1 | 0 | 1 {
  if (target.target.type === 'at-least') return 1
  if (target.target.type === 'at-most') return -1
  if (plan) return endOf(plan).value > startOf(plan).value ? 1 : -1
  return indicator.desired === 'up' ? 1 : indicator.desired === 'down' ? -1 : 0
}

/** Whether a figure is at the goal or beyond it; null where its qualifier leaves both open. */
export function isBeyond(reading: Reading, goal: number, direction: -1 | 1): boolean | null {
  if (reading.kind === 'missing') return null
  const { value, qualifier } = reading
  const isMet = direction * (value - goal) >= -SLACK
  const isOpen = (isMet ? ['<', '<='] : ['>', '>=']).includes(qualifier ?? '')
  const isOpenDown = (isMet ? ['>', '>='] : ['<', '<=']).includes(qualifier ?? '')
  return (direction > 0 ? isOpen : isOpenDown) ? null : isMet
}

export function goalOf({ target }: Matter, plan: Plan | null): number {
  return plan ? endOf(plan).value : target.reading.value
}

function isPast({ target, knownDay }: Matter): boolean {
  return knownDay !== null && knownDay >= target.period.end - 1
}

function cannot(obstacle: Obstacle, point?: Point): Decision {
  return { verdict: 'unassessable', obstacle, ...(point && { point }) }
}

function silent(matter: Matter): Decision {
  const latest = matter.points[matter.points.length - 1]
  return cannot(isPast(matter) ? 'not-reported' : 'no-figure', latest)
}

/** The figure of the deadline itself, or else, of a level, the first one after it. */
function decidingPoint({ target, indicator, points }: Matter) {
  const due = target.period
  const own = points.find(({ period }) => period.end === due.end)
  if (own) return { point: own }
  const later = isEndLevel(indicator)
    ? points.find(({ period }) => period.end > due.end)
    : undefined
  return later ? ({ point: later, isLater: true } as const) : null
}

/** at-least and at-most: held or not held at their period, nothing before. */
function decideBound(matter: Matter, plan: Plan | null): Decision {
  const latest = matter.points[matter.points.length - 1]
  if (matter.target.target.basis === 'change' && !plan) return cannot('no-baseline', latest)
  const direction = directionOf(matter, plan) || 1
  const goal = goalOf(matter, plan)
  const deciding = decidingPoint(matter)
  if (deciding) {
    const isMet = isBeyond(deciding.point.reading, goal, direction)
    if (isMet === null) return cannot('bound', deciding.point)
    return { verdict: isMet ? 'reached' : 'missed', ...deciding }
  }
  const day = matter.target.period.end
  const early = [...matter.points].reverse().find(({ period }) => period.end < day)
  // The work of a period only grows: what is done, or exceeded, stays so.
  if (early && isTask(matter.target, matter.indicator)) {
    const isMet = isBeyond(early.reading, goal, direction)
    if (isMet !== null && isMet === direction > 0) {
      return { verdict: isMet ? 'reached' : 'missed', point: early, isToDate: true }
    }
  }
  if (isPast(matter)) return cannot('not-reported', early)
  return { verdict: 'not-due', ...(early && { point: early }) }
}

/** Before the deadline: against what was planned for the day of the figure. */
function decideOnTheWay(point: Point, plan: Plan | null): Decision {
  if (!plan) return cannot('no-baseline', point)
  const { reading, period } = point
  if (period.end <= startOf(plan).day) return { ...cannot('one-point', point), plan }
  if (reading.kind === 'missing') return cannot('no-figure')
  if (reading.qualifier && reading.qualifier !== '~') return { ...cannot('bound', point), plan }
  const completion = completionOf(reading.value, plan)
  const planned = plannedCompletion(period.end, plan)
  return { verdict: scheduleVerdict(completion, planned), point, plan, completion, planned }
}

function withCompletion(decision: Decision, plan: Plan | null): Decision {
  const reading = decision.point?.reading
  if (!plan || reading?.kind !== 'value') return decision
  const planned = plannedCompletion(decision.point?.period.end ?? 0, plan)
  return { ...decision, plan, completion: completionOf(reading.value, plan), planned }
}

/** At the deadline or after it: reached, reached late, or overdue, as of the latest figure. */
function decideAfter(matter: Matter, latest: Point, plan: Plan | null): Decision {
  const direction = directionOf(matter, plan)
  const deciding = decidingPoint(matter)
  if (direction === 0) return cannot('no-direction', latest)
  if (!deciding) return silent(matter)
  const goal = goalOf(matter, plan)
  const isMet = isBeyond(deciding.point.reading, goal, direction)
  if (isMet) return withCompletion({ verdict: 'reached', ...deciding }, plan)
  if (isMet === null) return cannot('bound', deciding.point)
  const isMetSince = isBeyond(latest.reading, goal, direction)
  return withCompletion(
    isMetSince
      ? { verdict: 'reached', point: latest, isLate: true }
      : { verdict: 'overdue', point: latest },
    plan,
  )
}

function decideReach(matter: Matter, plan: Plan | null): Decision {
  const latest = matter.points[matter.points.length - 1]
  if (!latest) return silent(matter)
  if (matter.target.target.basis === 'change' && !plan) return cannot('no-baseline', latest)
  const end = matter.target.period.end
  if (latest.period.end >= end) return decideAfter(matter, latest, plan)
  const direction = directionOf(matter, plan)
  const isMet = direction !== 0 && isBeyond(latest.reading, goalOf(matter, plan), direction)
  if (isMet) {
    const isToDate = isTask(matter.target, matter.indicator)
    const decision: Decision = { verdict: 'reached', point: latest }
    return withCompletion(isToDate ? { ...decision, isToDate } : decision, plan)
  }
  const onTheWay = decideOnTheWay(latest, plan)
  return isPast(matter) ? { ...onTheWay, ...cannot('not-reported', latest) } : onTheWay
}

/** Applies the rule once. */
export function decide(matter: Matter): Decision {
  const plan = planOf(matter.target, matter.indicator, isTask(matter.target, matter.indicator))
  return matter.target.target.type === 'reach'
    ? decideReach(matter, plan)
    : decideBound(matter, plan)
}
