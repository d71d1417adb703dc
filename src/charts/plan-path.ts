/** The way to a target, where it is published: a thin dashed line over its milestones. */
import type { Indicator } from '../contract/catalog.ts'
import { goalOf, isTask, plannedLevel, planOf, type Plan } from '../domain/plan.ts'
import type { TargetView } from '../domain/target-view.ts'
import { dashed, type Shape } from './shape.ts'
import type { Stage } from './stage.ts'

/** The work of one period grows from nothing each time: its way would be drawn over its columns. */
export function drawnPlan(target: TargetView, indicator: Indicator): Plan | null {
  return isTask(target, indicator) ? null : planOf(target, indicator)
}

/** Where a target stands on the axis; null for a change of a level whose baseline nobody knows. */
export function drawnLevel(target: TargetView, indicator: Indicator): number | null {
  return goalOf(target, planOf(target, indicator), indicator)
}

/** Thinner than the target itself, which stands at its end. */
const PATH_SHARE = 0.6

export function planShapes(target: TargetView, { cast, plot, style }: Stage): readonly Shape[] {
  const plan = drawnPlan(target, cast.main.indicator)
  if (!plan) return []
  const { start, end } = plot.time
  const days = [start, ...plan.map(({ day }) => day), end].filter(
    (day) =>
      day >= Math.max(start, plan[0]?.day ?? start) && day <= target.period.end && day <= end,
  )
  const spots = [...new Set(days)].map((day) => ({
    x: plot.time.xOf(day),
    y: plot.yOf(plannedLevel(day, plan)),
  }))
  const stroke = dashed(style.palette.target, PATH_SHARE * style.targetLinePx)
  return spots.length > 1 ? [{ role: 'target', kind: 'line', spots, stroke }] : []
}
