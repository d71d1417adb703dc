/** Means: each is drawn as the stretch of time that it averages, so that nothing needs joining. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Series } from '../domain/series.ts'
import { formatPeriodTag, formatSeriesName } from '../text/chart-words.ts'
import type { Box, Spot } from './box.ts'
import { breakPiece } from './break-rule.ts'
import { leadOf, valuedPoints, valuesOf, type Cast, type ValuedPoint } from './cast.ts'
import { drawingOf, type ChartPoint, type Drawing, type Piece } from './drawing.ts'
import { finePiece, isFine } from './fine-line.ts'
import { hasNamedValue, type Frame } from './frame.ts'
import { ghostPiece } from './ghost.ts'
import type { Side } from './label.ts'
import { cityLook, markReachPx, markShapes, peerLook, type MarkLook } from './mark.ts'
import { missingPointsPiece } from './missing-points.ts'
import { missingYearsPiece } from './missing-years.ts'
import { buildPlot, gridShapes, ticksOf, timeAxisShapes, unitShape, type Plot } from './plot.ts'
import { dashed, type Shape } from './shape.ts'
import { isForeign, settingOf, type Stage } from './stage.ts'
import { targetPiece } from './target-mark.ts'
import { cityLabel, nameLabel, peerLabel, ROUND_ABOUT } from './value-label.ts'
import { buildValueAxis } from './value-axis.ts'

/** Half a year; what is shorter does not make a year known. */
const SHORTEST_DAYS = 180
/** Space between the stretches of two neighbouring years. */
const INSET = 1.5

function longPoints(series: Series): readonly ValuedPoint[] {
  return valuedPoints(series).filter((point) => !isFine(point))
}

function middle({ period, reading }: ValuedPoint, plot: Plot): Spot {
  return { x: plot.time.xOf((period.start + period.end) / 2), y: plot.yOf(reading.value) }
}

function stretchShapes(
  point: ValuedPoint,
  look: MarkLook,
  isCity: boolean,
  stage: Stage,
): readonly Shape[] {
  const { plot, style } = stage
  const at = middle(point, plot)
  const marks = markShapes(point.status, at, look, style)
  // Another definition is no part of the same measure, so it gets no stretch beside the others.
  if (point.status === 'D') return marks
  const inset = INSET * style.scale
  const spots = [
    { x: plot.time.xOf(point.period.start) + inset, y: at.y },
    { x: plot.time.xOf(point.period.end) - inset, y: at.y },
  ]
  const widthPx = isCity ? style.cityLinePx : style.peerLinePx
  const role = isCity ? 'stretch' : 'peer-stretch'
  const plain = { color: look.color, widthPx }
  const stroke = point.status === 'F' ? dashed(look.color, widthPx) : plain
  return [{ role, kind: 'line', spots, stroke }, ...marks]
}

/** As wide as the stretch, as high as the mark. */
function anchorOf(point: ValuedPoint, look: MarkLook, { plot, style }: Stage): Box {
  const { y } = middle(point, plot)
  const reach = markReachPx(look, style)
  const x = plot.time.xOf(point.period.start)
  return { x, y: y - reach, width: plot.time.xOf(point.period.end) - x, height: 2 * reach }
}

/** How near another mark must be for a label between the two to be read as its own. */
const NEIGHBOUR_WIDTH = 48
const NEIGHBOUR_HEIGHT = 26

/** Beside a stretch only where no neighbour could claim the words. */
function openSides(anchor: Box, others: readonly Box[], scale: number): readonly Side[] {
  const isNeighbour = (other: Box, left: number) =>
    other.x < left + NEIGHBOUR_WIDTH * scale &&
    other.x + other.width > left &&
    Math.abs(other.y - anchor.y) < NEIGHBOUR_HEIGHT * scale
  const rivals = others.filter((other) => other.x !== anchor.x || other.width !== anchor.width)
  const closed = new Set<Side>()
  if (rivals.some((each) => isNeighbour(each, anchor.x + anchor.width))) closed.add('right')
  if (rivals.some((each) => isNeighbour(each, anchor.x - NEIGHBOUR_WIDTH * scale))) {
    closed.add('left')
  }
  return ROUND_ABOUT.filter((side) => !closed.has(side))
}

/** The slots of everyone in the cast. */
function allAnchors(stage: Stage): readonly Box[] {
  const { main, companions } = stage.cast
  return [main, ...companions].flatMap((series) =>
    longPoints(series).map((point) => anchorOf(point, cityLook(stage.style), stage)),
  )
}

function pointsOf(points: readonly ValuedPoint[], series: Series, plot: Plot): ChartPoint[] {
  return points.map((point) => {
    const { x, y } = middle(point, plot)
    return { xPx: x, yPx: y, point, series }
  })
}

function highestOf(points: readonly ValuedPoint[]): ValuedPoint | undefined {
  return points.reduce<ValuedPoint | undefined>(
    (best, point) => (best && best.reading.value >= point.reading.value ? best : point),
    undefined,
  )
}

type Turns = Readonly<Record<'last' | 'highest' | 'first', ValuedPoint | undefined>>

/** In a narrow frame not every value finds room: the last one, the highest and the first come first. */
function importanceOf(point: ValuedPoint, { last, highest, first }: Turns) {
  if (point === last) return 'last'
  if (point === highest) return 'extreme'
  return point === first ? 'first' : 'value'
}

/** Null where nothing stands beside it and it is the city's. */
function nameOf({ cast, view, frame }: Stage): string | null {
  const isBeside = cast.companions.some((series) => longPoints(series).length > 0)
  return isForeign(view) || isBeside ? formatSeriesName(cast.main, frame.lang) : null
}

function cityPiece(stage: Stage): Piece {
  const { cast, style, frame, plot } = stage
  const look = cityLook(style)
  const points = longPoints(cast.main)
  const last = leadOf(stage.view, points)
  const highest = highestOf(points)
  const slots = allAnchors(stage)
  const name = nameOf(stage)
  const labels = points.map((point) => {
    const importance = importanceOf(point, { last, highest, first: points[0] })
    const named = point === last && hasNamedValue(frame) ? (name ?? '') : ''
    const tag = formatPeriodTag(point.period, frame.lang) || named
    const anchor = anchorOf(point, look, stage)
    const sides = openSides(anchor, slots, style.scale)
    return cityLabel(point, importance, { anchor, sides, tag }, style)
  })
  const isWithValue = hasNamedValue(frame) && last?.period.kind === 'year'
  const names =
    last && name !== null && !isWithValue
      ? [nameLabel(name, anchorOf(last, look, stage), style)]
      : []
  return {
    shapes: points.flatMap((point) => stretchShapes(point, look, true, stage)),
    labels: [...labels, ...names],
    points: pointsOf(points, cast.main, plot),
  }
}

function companionPiece(series: Series, stage: Stage): Piece {
  const { style, frame, plot } = stage
  const look = peerLook(style)
  const points = longPoints(series)
  const slots = allAnchors(stage)
  return {
    shapes: points.flatMap((point) => stretchShapes(point, look, false, stage)),
    labels: points.map((point, i) => {
      const anchor = anchorOf(point, look, stage)
      const isLast = i === points.length - 1
      const sides = openSides(anchor, slots, style.scale)
      return peerLabel(point, series, isLast, { anchor, sides }, style, frame.lang)
    }),
    points: pointsOf(points, series, plot),
  }
}

/** Stretches where the means had stood before; months are marks by themselves. */
function stretchGhostPiece(stage: Stage): Piece {
  const { plot, style } = stage
  const edge = (day: number, { reading }: ValuedPoint, inset: number): Spot => ({
    x: plot.time.xOf(day) + inset * style.scale,
    y: plot.yOf(reading.value),
  })
  return ghostPiece(stage, {
    spotOf: (point) => middle(point, plot),
    edgesOf: (point) => [
      edge(point.period.start, point, INSET),
      edge(point.period.end, point, -INSET),
    ],
  })
}

/** Room above the highest stretch for its label. */
const HEADROOM = 1.08

function headedValues({ main, companions }: Cast): readonly number[] {
  return [main, ...companions].flatMap((series) =>
    longPoints(series).map((point) => point.reading.value * HEADROOM),
  )
}

export function buildStretches(view: IndicatorView, frame: Frame): Drawing | null {
  const setting = settingOf(view, frame)
  if (!setting) return null
  const { cast, style, span, headerPx } = setting
  const values = [0, ...valuesOf(cast), ...headedValues(cast)]
  const axis = buildValueAxis({ values, isFromZero: true, isPercent: false })
  const ticks = ticksOf(axis)
  const plot = buildPlot({ frame, style, span, range: [axis.min, axis.max], ticks, headerPx })
  const stage: Stage = { ...setting, plot }
  const hasLong = longPoints(cast.main).length > 0
  const furniture = [
    ...gridShapes(plot, ticks, style),
    ...timeAxisShapes(plot, true, style),
    unitShape(plot, view.indicator.unit, frame, style),
  ]
  return drawingOf(plot, true, [
    { shapes: furniture },
    breakPiece(stage),
    finePiece(stage, !hasLong),
    ...cast.companions.map((series) => companionPiece(series, stage)),
    cityPiece(stage),
    stretchGhostPiece(stage),
    targetPiece(stage),
    missingYearsPiece(stage, hasLong ? SHORTEST_DAYS : 1),
    missingPointsPiece(stage),
  ])
}
