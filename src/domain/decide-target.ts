/** What a target's figures decide, by the schedule rule. One run of the rule; doubts run it again. */
import type { Break, Indicator } from '../contract/catalog.ts'
import type { Decision, Obstacle, Verdict } from './judgement.ts'
import { parseDay } from './period.ts'
import { completionOf, isTask, plannedCompletion, startOf, type Plan } from './plan.ts'
import type { Point } from './point.ts'
import type { Reading } from './reading.ts'
import { isEndLevel } from './series.ts'
import type { TargetView } from './target-view.ts'

export interface Matter {
  readonly target: TargetView
  readonly indicator: Indicator
  readonly plan: Plan | null
  /** The level to be reached; null for a change from a baseline that is not published. */
  readonly goal: number | null
  /** In the order of time: see target-evidence.ts. */
  readonly points: readonly Point[]
  /** Of the target's own region. */
  readonly breaks: readonly Break[]
  /** The deadline is over; its own day is still in time. */
  readonly isDue: boolean
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
export function directionOf({ target, indicator, plan, goal }: Matter): -1 | 0 | 1 {
  if (target.target.type === 'at-least') return 1
  if (target.target.type === 'at-most') return -1
  if (plan && goal !== null) return goal > startOf(plan).value ? 1 : -1
  return indicator.desired === 'up' ? 1 : indicator.desired === 'down' ? -1 : 0
}

/** Whether a figure is at the goal or beyond it; null where its qualifier leaves both open. */
export function isBeyond(reading: Reading, goal: number, direction: -1 | 1): boolean | null {
  if (reading.kind === 'missing') return null
  const { value, qualifier = '' } = reading
  const isMet = direction * (value - goal) >= -SLACK
  const [less, more] = [
    ['<', '<='],
    ['>', '>='],
  ]
  const open = isMet === direction > 0 ? less : more
  return open?.includes(qualifier) ? null : isMet
}

/** A bound is no number to reckon with. */
export function isReckoned(reading: Reading): boolean {
  return reading.kind === 'value' && (!reading.qualifier || reading.qualifier === '~')
}

function cannot(obstacle: Obstacle, point?: Point): Decision {
  return { verdict: 'unassessable', obstacle, ...(point && { point }) }
}

function lastThat(points: readonly Point[], holds: (point: Point) => boolean): Point | undefined {
  return [...points].reverse().find(holds)
}

/** The figure of the deadline itself, or else, of a level, the first one after it. */
function decidingPoint({ target, indicator, points }: Matter) {
  const due = target.period
  const own = lastThat(points, ({ period }) => period.end === due.end)
  if (own) return { point: own }
  const waits = isEndLevel(indicator) && target.target.basis === 'level'
  const later = waits ? points.find(({ period }) => period.end > due.end) : undefined
  return later ? ({ point: later, isLater: true } as const) : null
}

/** at-least and at-most: held or not held at their period, nothing before. */
function decideBound(matter: Matter, goal: number): Decision {
  const direction = directionOf(matter) || 1
  const deciding = decidingPoint(matter)
  if (deciding) {
    const isMet = isBeyond(deciding.point.reading, goal, direction)
    if (isMet === null) return cannot('bound', deciding.point)
    return { verdict: isMet ? 'reached' : 'missed', ...deciding }
  }
  const due = matter.target.period.end
  const early = lastThat(matter.points, ({ period }) => period.end < due)
  // The work of a period only grows: what is done, or exceeded, stays so.
  if (early && isTask(matter.target, matter.indicator)) {
    const isMet = isBeyond(early.reading, goal, direction)
    if (isMet !== null && isMet === direction > 0) {
      return { verdict: isMet ? 'reached' : 'missed', point: early, isToDate: true }
    }
  }
  if (matter.isDue) return cannot('not-reported', early)
  return { verdict: 'not-due', ...(early && { point: early }) }
}

/** True where the definition changed between the baseline and the figure; a task starts from nothing. */
function isCutOff({ plan, breaks, target, indicator }: Matter, { period }: Point): boolean {
  if (!plan || isTask(target, indicator)) return false
  return breaks.some(({ from }) => {
    const day = parseDay(from)
    return startOf(plan).day <= day && day < period.end
  })
}

function shareOf(matter: Matter, point: Point): Pick<Decision, 'completion' | 'planned'> {
  const { plan } = matter
  const { reading, period } = point
  if (!plan || reading.kind === 'missing' || !isReckoned(reading)) return {}
  if (isCutOff(matter, point)) return {}
  return {
    completion: completionOf(reading.value, plan),
    planned: plannedCompletion(period.end, plan),
  }
}

/** Before the deadline: against what was planned for the day of the figure. */
function decideOnTheWay(matter: Matter, point: Point): Decision {
  const { plan } = matter
  if (!plan) return cannot('no-baseline', point)
  if (point.period.end <= startOf(plan).day) return cannot('one-point', point)
  if (isCutOff(matter, point)) return cannot('break', point)
  const { completion, planned } = shareOf(matter, point)
  if (completion === undefined || planned === undefined) return cannot('bound', point)
  return { verdict: scheduleVerdict(completion, planned), point, completion, planned }
}

/** At the deadline or after it: reached, reached late, or overdue, as of the latest figure. */
function decideAfter(matter: Matter, latest: Point, goal: number): Decision {
  const direction = directionOf(matter)
  if (direction === 0) return cannot('no-direction', latest)
  const deciding = decidingPoint(matter)
  if (!deciding) return cannot('not-reported', latest)
  const isMet = isBeyond(deciding.point.reading, goal, direction)
  if (isMet) return { verdict: 'reached', ...deciding, ...shareOf(matter, deciding.point) }
  if (isMet === null) return cannot('bound', deciding.point)
  // A change belongs to its period: what came later is another change.
  const now = matter.target.target.basis === 'change' ? deciding.point : latest
  const decided = { point: now, ...shareOf(matter, now) }
  return isBeyond(now.reading, goal, direction)
    ? { verdict: 'reached', isLate: true, ...decided }
    : { verdict: 'overdue', ...decided }
}

function decideReach(matter: Matter, goal: number): Decision {
  const latest = matter.points[matter.points.length - 1]
  if (!latest) return cannot(matter.isDue ? 'not-reported' : 'no-figure')
  if (latest.period.end >= matter.target.period.end) return decideAfter(matter, latest, goal)
  const direction = directionOf(matter)
  if (direction !== 0 && isBeyond(latest.reading, goal, direction)) {
    const isToDate = isTask(matter.target, matter.indicator)
    return {
      verdict: 'reached',
      point: latest,
      ...(isToDate && { isToDate }),
      ...shareOf(matter, latest),
    }
  }
  const onTheWay = decideOnTheWay(matter, latest)
  return matter.isDue ? { ...onTheWay, ...cannot('not-reported', latest) } : onTheWay
}

/** Applies the rule once. */
export function decide(matter: Matter): Decision {
  const { goal, target, points } = matter
  if (goal === null) return cannot('no-baseline', points[points.length - 1])
  return target.target.type === 'reach' ? decideReach(matter, goal) : decideBound(matter, goal)
}
