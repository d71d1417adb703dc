/** The plot inside a frame: where it lies, its grid, its axes and the unit above them. */
import { formatUnit } from '../text/number-text.ts'
import type { Box, Spot } from './box.ts'
import type { ChartStyle } from './chart-style.ts'
import { isWall, type Frame } from './frame.ts'
import type { Shape, TextShape } from './shape.ts'
import { textWidthPx } from './text-width.ts'
import { buildTimeAxis, labelledYears, type TimeAxis, type TimeSpan } from './time-axis.ts'
import { formatTick, type ValueAxis } from './value-axis.ts'

export interface Plot {
  readonly time: TimeAxis
  readonly leftPx: number
  readonly rightPx: number
  readonly topPx: number
  readonly bottomPx: number
  readonly yOf: (value: number) => number
  /** Where labels may stand. */
  readonly bounds: Box
  /** What the names of years keep within, where one may be wider than its year. */
  readonly yearEdges?: readonly [number, number]
}

export interface Tick {
  readonly value: number
  readonly text: string
}

export interface Behind {
  readonly day: number
  readonly widthPx: number
}

export interface PlotNeeds {
  readonly frame: Frame
  readonly style: ChartStyle
  readonly span: TimeSpan
  /** Values at the lower and the upper edge of the plot; ranks count downwards. */
  readonly range: readonly [number, number]
  readonly ticks: readonly Tick[]
  readonly headerPx: number
  /** Labels that stand right of a day, for which the plot ends earlier where it must. */
  readonly behind?: readonly Behind[]
  /** Room kept free between the plot's edges and the range. */
  readonly insetPx?: number
  /** Where the plot starts, where no figures stand before it. */
  readonly startPx?: number
}

const TICK_GAP = 8
const AXIS_ROW = 24
const UNIT_ABOVE = 20

export function ticksOf(axis: ValueAxis): readonly Tick[] {
  return axis.ticks.map((value) => ({ value, text: formatTick(value, axis) }))
}

/** Where the plot must end so that the label still fits into the frame. */
function endBehind({ day, widthPx }: Behind, leftPx: number, { span, frame }: PlotNeeds): number {
  const share = (day - span.start) / (span.end - span.start)
  return leftPx + (frame.widthPx - widthPx - leftPx) / share
}

export function buildPlot(needs: PlotNeeds): Plot {
  const { frame, style, span, range, ticks, headerPx, behind = [], insetPx = 0 } = needs
  const startPx = needs.startPx ?? style.scale
  const widest = Math.max(0, ...ticks.map((tick) => textWidthPx(tick.text, style.axisPx)))
  const leftPx = ticks.length === 0 ? startPx : widest + TICK_GAP * style.scale
  const ends = behind.map((label) => endBehind(label, leftPx, needs))
  const right = Math.min(frame.widthPx - style.scale, ...ends)
  const bottomPx = frame.heightPx - AXIS_ROW * style.scale
  const [low, high] = range
  const heightPx = bottomPx - headerPx - 2 * insetPx
  return {
    time: buildTimeAxis(span, leftPx, right),
    leftPx,
    rightPx: right,
    topPx: headerPx,
    bottomPx,
    yOf: (value) => bottomPx - insetPx - ((value - low) / (high - low)) * heightPx,
    bounds: { x: 0, y: 0, width: frame.widthPx, height: bottomPx - style.haloPx / 2 },
    ...(isWall(frame) ? { yearEdges: [0, frame.widthPx] as const } : {}),
  }
}

function horizontal(plot: Plot, y: number): readonly Spot[] {
  return [
    { x: plot.leftPx, y },
    { x: plot.rightPx, y },
  ]
}

/** Grid lines with their figures; the lowest line is the axis itself. */
export function gridShapes(plot: Plot, ticks: readonly Tick[], style: ChartStyle): Shape[] {
  return ticks.flatMap((tick): Shape[] => {
    const y = plot.yOf(tick.value)
    const text: TextShape = {
      role: 'axis-text',
      kind: 'text',
      at: { x: plot.leftPx - TICK_GAP * style.scale, y },
      text: tick.text,
      sizePx: style.axisPx,
      weight: 400,
      color: style.palette.ink3,
      align: 'right',
    }
    if (Math.abs(y - plot.bottomPx) < 0.5) return [text]
    const stroke = { color: style.palette.grid, widthPx: style.hairPx }
    return [{ role: 'grid', kind: 'line', spots: horizontal(plot, y), stroke }, text]
  })
}

/** The middle of a year's name, slid in from an edge that it would cross. */
function yearMiddle(x: number, { yearEdges }: Plot, { axisPx }: ChartStyle): number {
  if (!yearEdges) return x
  const half = textWidthPx('2000', axisPx) / 2
  return Math.max(yearEdges[0] + half, Math.min(x, yearEdges[1] - half))
}

/** The line of years. In ink where it is zero, grey where it is only an edge. */
export function timeAxisShapes(plot: Plot, isZero: boolean, style: ChartStyle): Shape[] {
  const { time, bottomPx } = plot
  const { palette, scale } = style
  const color = isZero ? palette.ink : palette.axis
  const axis: Shape = {
    role: 'axis',
    kind: 'line',
    spots: horizontal(plot, bottomPx),
    stroke: { color, widthPx: (isZero ? 1.5 : 1) * style.hairPx },
  }
  const edges = [...time.years.map((year) => year.start), time.end]
  const ticks = edges.map((day): Shape => {
    const x = time.xOf(day)
    const spots = [
      { x, y: bottomPx },
      { x, y: bottomPx + 4 * scale },
    ]
    return { role: 'axis', kind: 'line', spots, stroke: { color, widthPx: style.hairPx } }
  })
  const years = labelledYears(time, style.axisPx).map(({ year, start, end }): Shape => ({
    role: 'axis-text',
    kind: 'text',
    at: {
      x: yearMiddle((time.xOf(start) + time.xOf(end)) / 2, plot, style),
      y: bottomPx + 15 * scale,
    },
    text: String(year),
    sizePx: style.axisPx,
    weight: 400,
    color: palette.ink3,
    align: 'center',
  }))
  return [axis, ...ticks, ...years]
}

/** The unit, once, above the axis and flush with the panel's text. */
export function unitShape(plot: Plot, unit: string, frame: Frame, style: ChartStyle): TextShape {
  return {
    role: 'unit',
    kind: 'text',
    at: { x: 0, y: plot.topPx - UNIT_ABOVE * style.scale },
    text: formatUnit(unit, frame.lang),
    sizePx: style.axisPx,
    weight: 400,
    color: style.palette.ink3,
    align: 'left',
  }
}
