/** Flows: columns from zero, each as wide as its share of the time in which it was counted. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Series } from '../domain/series.ts'
import { formatSeriesName } from '../text/chart-words.ts'
import type { Box } from './box.ts'
import { breakPiece } from './break-rule.ts'
import { leadOf, valuedPoints, valuesOf, type ValuedPoint } from './cast.ts'
import { periodKey } from '../domain/point.ts'
import { disputedPoints } from '../domain/disputed.ts'
import { drawingOf, type ChartPoint, type Drawing, type Piece } from './drawing.ts'
import { isWall, type Frame } from './frame.ts'
import { ghostPiece } from './ghost.ts'
import { cityLook, markReachPx, markShapes, peerLook } from './mark.ts'
import type { Side } from './label.ts'
import { missingPointsPiece } from './missing-points.ts'
import { missingYearsPiece } from './missing-years.ts'
import { buildPlot, gridShapes, ticksOf, timeAxisShapes, unitShape } from './plot.ts'
import { dashed, type Shape } from './shape.ts'
import { isForeign, settingOf, type Stage } from './stage.ts'
import { targetPiece } from './target-mark.ts'
import { cityLabel, peerLabel } from './value-label.ts'
import { buildValueAxis } from './value-axis.ts'

/** Share of its period that a column takes; the province's tick takes nearly all. */
const COLUMN_SHARE = 0.68
const TICK_SHARE = 0.92
const SHORTEST_DAYS = 180

/** Long periods where there are any: a month of days beside a year of days would look like a fall. */
function columnPoints(series: Series): readonly ValuedPoint[] {
  const points = valuedPoints(series)
  const years = points.filter((point) => point.period.kind === 'year')
  const long = points.filter(
    ({ period }) =>
      period.kind !== 'year' &&
      period.end - period.start >= SHORTEST_DAYS &&
      !years.some((year) => period.start < year.period.end && period.end > year.period.start),
  )
  const chosen = [...years, ...long].sort((a, b) => a.period.end - b.period.end)
  return chosen.length > 0 ? chosen : points
}

function slotBox({ period, reading }: ValuedPoint, share: number, { plot }: Stage): Box {
  const left = plot.time.xOf(period.start)
  const right = plot.time.xOf(period.end)
  const width = (right - left) * share
  const y = plot.yOf(reading.value)
  return { x: (left + right - width) / 2, y, width, height: plot.bottomPx - y }
}

/** Filled: reported. Outlined: derived; half-filled: provisional; dashed: a forecast. */
function columnShapes(point: ValuedPoint, color: string, stage: Stage): readonly Shape[] {
  const { style } = stage
  const { palette, columnStrokePx } = style
  const box = slotBox(point, COLUMN_SHARE, stage)
  const role = 'column'
  if (point.status === 'D') {
    const at = { x: box.x + box.width / 2, y: box.y }
    return markShapes('D', at, { role: 'mark', color, size: 1 }, style)
  }
  if (point.status === 'A' || point.status === 'B') return [{ role, kind: 'box', box, fill: color }]
  const half = columnStrokePx / 2
  const inner: Box = {
    x: box.x + half,
    y: box.y + half,
    width: Math.max(0, box.width - columnStrokePx),
    height: Math.max(0, box.height - half),
  }
  const plain = { color, widthPx: columnStrokePx }
  const stroke = point.status === 'F' ? dashed(color, columnStrokePx) : plain
  const outline: Shape = { role, kind: 'box', box: inner, fill: palette.citySoft, stroke }
  if (point.status !== 'P') return [outline]
  return [outline, { role, kind: 'box', box: { ...inner, width: inner.width / 2 }, fill: color }]
}

function cityPiece(stage: Stage): Piece {
  const { cast, style } = stage
  const points = columnPoints(cast.main)
  const lead = leadOf(stage.view, points)
  const disputed = disputedPoints(cast.main)
  const colorOf = (point: ValuedPoint) =>
    disputed.has(point) ? style.palette.warn : style.palette.city
  const tag = isForeign(stage.view) ? formatSeriesName(cast.main, stage.frame.lang) : ''
  return {
    shapes: points.flatMap((point) => columnShapes(point, colorOf(point), stage)),
    labels: points.map((point) => {
      const box = slotBox(point, COLUMN_SHARE, stage)
      const above = point.status === 'D' ? markReachPx(cityLook(style), style) : 2 * style.scale
      const anchor = { ...box, y: box.y - above, height: 2 * style.scale }
      const importance = point === lead ? 'last' : 'value'
      const sides = ['above', 'right', 'left', 'above-end', 'above-start'] as const
      const last = importance === 'last' ? { tag } : {}
      const look = { anchor, sides, color: colorOf(point), ...last }
      return cityLabel(point, importance, look, style)
    }),
    points: points.map((point): ChartPoint => {
      const box = slotBox(point, COLUMN_SHARE, stage)
      return { xPx: box.x + box.width / 2, yPx: box.y, point, series: cast.main }
    }),
  }
}

/** A tick as wide as the period; what is not plainly observed wears its mark too. */
function tickShapes(point: ValuedPoint, box: Box | undefined, { style }: Stage): readonly Shape[] {
  if (!box) return []
  const { x, y, width } = box
  const spots = [
    { x, y },
    { x: x + width, y },
  ]
  const stroke = { color: style.palette.other, widthPx: style.peerLinePx }
  const isPlain = point.status === 'A' || point.status === 'B'
  const at = { x: x + width / 2, y }
  const marks = isPlain ? [] : markShapes(point.status, at, peerLook(style), style)
  // Another definition has no stretch beside the others.
  if (point.status === 'D') return marks
  return [{ role: 'peer-stretch', kind: 'line', spots, stroke }, ...marks]
}

/** On a wall, where years stand close, words beside a tick would be read as those of its neighbour. */
const OVER_TICK: readonly Side[] = ['above', 'above-end', 'above-start']
const ROUND_TICK: readonly Side[] = ['above', 'below', 'above-end', 'right', 'left']

function companionPiece(series: Series, stage: Stage): Piece {
  const { style, frame } = stage
  const points = columnPoints(series)
  const boxes = points.map((point) => slotBox(point, TICK_SHARE, stage))
  return {
    shapes: points.flatMap((point, i) => tickShapes(point, boxes[i], stage)),
    labels: points.map((point, i) => {
      const box = boxes[i] ?? slotBox(point, TICK_SHARE, stage)
      const anchor = { ...box, y: box.y - style.peerLinePx, height: 2 * style.peerLinePx }
      const sides = isWall(frame) ? OVER_TICK : ROUND_TICK
      const isLast = i === points.length - 1
      return peerLabel(point, series, isLast, { anchor, sides }, style, frame.lang)
    }),
    points: points.map((point, i): ChartPoint => {
      const box = boxes[i] ?? slotBox(point, TICK_SHARE, stage)
      return { xPx: box.x + box.width / 2, yPx: box.y, point, series }
    }),
  }
}

/** What had been said of a column before, as the height at which it ended. */
function columnGhostPiece(stage: Stage): Piece {
  const shown = new Set(columnPoints(stage.cast.main).map(({ period }) => periodKey(period)))
  const { ghost } = stage.cast
  if (!ghost) return {}
  const differing = ghost.differing.filter(({ period }) => shown.has(periodKey(period)))
  const edgesOf = (point: ValuedPoint) => {
    const { x, y, width } = slotBox(point, TICK_SHARE, stage)
    return [
      { x, y },
      { x: x + width, y },
    ] as const
  }
  const spotOf = (point: ValuedPoint) => {
    const { x, y, width } = slotBox(point, COLUMN_SHARE, stage)
    return { x: x + width / 2, y }
  }
  const cast = { ...stage.cast, ghost: { ...ghost, differing } }
  return ghostPiece({ ...stage, cast }, { spotOf, edgesOf })
}

/** The values that columns, ticks and targets reach. */
function reachedValues(stage: Pick<Stage, 'cast'>): readonly number[] {
  const { main, companions, targets, ghost } = stage.cast
  const points = [main, ...companions].map((series) => ({
    ...series,
    points: columnPoints(series),
  }))
  const [first = main, ...others] = points
  return valuesOf({ main: first, companions: others, targets, ...(ghost && { ghost }) })
}

export function buildColumns(view: IndicatorView, frame: Frame): Drawing | null {
  const setting = settingOf(view, frame)
  if (!setting) return null
  const { style, span, headerPx } = setting
  const isPercent = view.indicator.unit === '%'
  const axis = buildValueAxis({
    values: [0, ...reachedValues(setting)],
    isFromZero: true,
    isPercent,
  })
  const ticks = ticksOf(axis)
  const plot = buildPlot({ frame, style, span, range: [axis.min, axis.max], ticks, headerPx })
  const stage: Stage = { ...setting, plot }
  const furniture = [
    ...gridShapes(plot, ticks, style),
    ...timeAxisShapes(plot, true, style),
    unitShape(plot, view.indicator.unit, frame, style),
  ]
  return drawingOf(plot, true, [
    { shapes: furniture },
    breakPiece(stage),
    cityPiece(stage),
    columnGhostPiece(stage),
    ...setting.cast.companions.map((series) => companionPiece(series, stage)),
    targetPiece(stage),
    missingYearsPiece(stage, SHORTEST_DAYS),
    missingPointsPiece(stage),
  ])
}
