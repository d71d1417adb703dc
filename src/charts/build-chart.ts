/** An indicator and a frame → the picture: what to draw, and where its points are. */
import type { Form } from '../domain/form.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { PeriodKind } from '../domain/period.ts'
import { omittedKinds } from './cast.ts'
import { styleOf } from './chart-style.ts'
import { buildChartOption } from './chart-option.ts'
import { buildColumns } from './columns.ts'
import type { ChartPoint, Drawing } from './drawing.ts'
import type { ChartOption } from './echarts-parts.ts'
import type { Frame } from './frame.ts'
import { placeLabels } from './label-place.ts'
import { buildLevelLine } from './level-line.ts'
import { buildRanks } from './ranks.ts'
import type { Shape } from './shape.ts'
import { buildSlope } from './slope.ts'
import { buildSteps } from './steps.ts'
import { buildStretches } from './stretches.ts'

export interface Picture {
  readonly option: ChartOption
  /** What the option draws, in px. */
  readonly shapes: readonly Shape[]
  /** In the order of time. */
  readonly points: readonly ChartPoint[]
  readonly widthPx: number
  readonly heightPx: number
  /** False where the value axis is cut or absent. */
  readonly isFromZero: boolean
  /** Kinds of period for which this frame is too narrow. */
  readonly omitted: readonly PeriodKind[]
}

type Builder = (view: IndicatorView, frame: Frame) => Drawing | null

const BUILDERS: Partial<Readonly<Record<Form, Builder>>> = {
  stretches: buildStretches,
  columns: buildColumns,
  steps: buildSteps,
  line: buildLevelLine,
  slope: buildSlope,
  ranks: buildRanks,
}

function byTime(a: ChartPoint, b: ChartPoint): number {
  return (
    a.xPx - b.xPx ||
    a.point.period.end - b.point.period.end ||
    a.point.period.start - b.point.period.start
  )
}

function finish(drawing: Drawing, view: IndicatorView, frame: Frame): Picture {
  const { palette, haloPx, spacing, liftEm } = styleOf(frame)
  const halo = { color: palette.paper, widthPx: haloPx }
  const words = placeLabels(drawing.labels, drawing.shapes, drawing.plot.bounds, halo, spacing)
  const shapes = [...drawing.shapes, ...words]
  return {
    option: buildChartOption(shapes, liftEm),
    shapes,
    points: [...drawing.points].sort(byTime),
    widthPx: frame.widthPx,
    heightPx: frame.heightPx,
    isFromZero: drawing.isFromZero,
    omitted: omittedKinds(view, frame),
  }
}

/** Null for an indicator that has no picture on a time axis, or of which nothing is known. */
export function buildChart(view: IndicatorView, frame: Frame): Picture | null {
  const drawing = BUILDERS[view.form]?.(view, frame)
  return drawing ? finish(drawing, view, frame) : null
}
