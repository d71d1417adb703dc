/** The way to a target: where it starts, where it should stand on which day, where it ends. */
import type { Indicator } from '../contract/catalog.ts'
import { readObservation } from './reading.ts'
import { periodOf } from './period.ts'
import { isEndLevel } from './series.ts'
import type { TargetView } from './target-view.ts'

/** A level that is planned for the end of a day: day number of the day after, value in the indicator's unit. */
export interface Waypoint {
  readonly day: number
  readonly value: number
}

/** From the baseline over the milestones to the target, in the order of time; two waypoints or more. */
export type Plan = readonly Waypoint[]

export function startOf(plan: Plan): Waypoint {
  return plan[0] as Waypoint
}

export function endOf(plan: Plan): Waypoint {
  return plan[plan.length - 1] as Waypoint
}

/** Completion C = (y − y0) / (yT − y0): 0 at the baseline, 1 at the target, below 0 on the way back. */
export function completionOf(value: number, plan: Plan): number {
  const [start, end] = [startOf(plan), endOf(plan)]
  return (value - start.value) / (end.value - start.value)
}

/** The planned level on a day: straight between waypoints, the first before them, the last after. */
export function plannedLevel(day: number, plan: Plan): number {
  const next = plan.findIndex((waypoint) => waypoint.day >= day)
  const to = plan[next]
  const from = plan[next - 1]
  if (!to) return endOf(plan).value
  if (!from) return to.value
  return from.value + ((day - from.day) / (to.day - from.day)) * (to.value - from.value)
}

/** Planned completion E of a day. */
export function plannedCompletion(day: number, plan: Plan): number {
  return completionOf(plannedLevel(day, plan), plan)
}

/** True for the work of one period: it starts from nothing, and only figures of that period count. */
export function isTask({ target }: TargetView, indicator: Indicator): boolean {
  return target.basis === 'change' && !isEndLevel(indicator)
}

type Stated = NonNullable<TargetView['target']['baseline']>

function waypointOf(stated: Stated, { target }: TargetView, indicator: Indicator): Waypoint | null {
  const decimals = (String(stated.value).split('.')[1] ?? '').length
  const figure = { value: stated.value, decimals, unit: target.unit }
  const reading = readObservation(figure, indicator.unit)
  if (reading.kind === 'missing') return null
  return { day: periodOf(stated.period).end, value: reading.value }
}

/**
 * The plan of a target; null where its start is not published, or where start and end are one: then
 * there is no way to be on. A task of one period starts from nothing on its first day; a change of
 * a level starts from the baseline.
 */
export function planOf(view: TargetView, indicator: Indicator): Plan | null {
  const { target, period, reading } = view
  const isOwn = isTask(view, indicator)
  const milestones = (target.milestones ?? []).flatMap(
    (stated) => waypointOf(stated, view, indicator) ?? [],
  )
  const start = isOwn
    ? { day: period.start, value: 0 }
    : target.baseline && waypointOf(target.baseline, view, indicator)
  if (!start) return null
  const rise = target.basis === 'change' && !isOwn ? start.value : 0
  const end = { day: period.end, value: rise + reading.value }
  const between = milestones
    .map(({ day, value }) => ({ day, value: rise + value }))
    .filter(({ day }) => day > start.day && day < end.day)
    .sort((a, b) => a.day - b.day)
  return start.value === end.value || start.day >= end.day ? null : [start, ...between, end]
}

/**
 * The level that is to be reached, in the indicator's unit; null for a change of a level whose
 * baseline is not published: twenty more of nobody knows how many.
 */
export function goalOf(view: TargetView, plan: Plan | null, indicator: Indicator): number | null {
  if (plan) return endOf(plan).value
  const isChange = view.target.basis === 'change' && !isTask(view, indicator)
  return isChange ? null : view.reading.value
}
