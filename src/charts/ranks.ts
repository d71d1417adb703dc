/** Ranks: dots from the top, only neighbouring months joined, value and month beside the dot. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import { isNext } from '../domain/period.ts'
import type { ValueReading } from '../domain/reading.ts'
import type { Series } from '../domain/series.ts'
import { formatPeriodTag, formatRank } from '../text/chart-words.ts'
import type { Lang } from '../text/lang.ts'
import { formatReading } from '../text/number-text.ts'
import { around, type Spot } from './box.ts'
import { breakPiece } from './break-rule.ts'
import { isValued, leadOf, valuedPoints, valuesOf, type ValuedPoint } from './cast.ts'
import type { ChartStyle } from './chart-style.ts'
import { drawingOf, RANKS, type ChartPoint, type Drawing, type Piece } from './drawing.ts'
import { greatest, least } from './extremes.ts'
import { isNarrow, isWall, type Frame } from './frame.ts'
import { ghostPiece } from './ghost.ts'
import { besideWays, type Label, type Span, type Way } from './label.ts'
import { cityLook, markReachPx, markShapes } from './mark.ts'
import { missingPointsPiece } from './missing-points.ts'
import { missingYearsPiece } from './missing-years.ts'
import { buildPlot, gridShapes, timeAxisShapes, type Plot, type Tick } from './plot.ts'
import type { Shape } from './shape.ts'
import { settingOf, type Stage } from './stage.ts'

const STEPS = [1, 2, 5, 10, 20, 50, 100] as const
const MOST_TICKS = 4

/** First place, then round places downwards. How many take part is rarely published, so no last place. */
export function rankTicks(worst: number): readonly number[] {
  const step = STEPS.find((each) => worst / each < MOST_TICKS) ?? 200
  const count = Math.floor(worst / step)
  const round = Array.from({ length: count }, (_, i) => (i + 1) * step)
  return [1, ...round.filter((rank) => rank > 1)]
}

function spotOf({ period, reading }: ValuedPoint, plot: Plot): Spot {
  return { x: plot.time.xOf((period.start + period.end) / 2), y: plot.yOf(reading.value) }
}

function neighbours(series: Series): readonly (readonly [ValuedPoint, ValuedPoint])[] {
  return series.runs.flatMap((run) => {
    const points = run.points.filter(isValued)
    return points.slice(1).flatMap((to, i) => {
      const from = points[i]
      return from && isNext(from.period, to.period) ? [[from, to] as const] : []
    })
  })
}

/** The first of a pair has its words on the left, the second on the right. */
function waysOf(value: Span, tag: Span, isFirst: boolean): readonly Way[] {
  const [left, right, stacked] = besideWays(value, tag) as readonly [Way, Way, Way]
  return isFirst ? [left, right, stacked] : [right, left, stacked]
}

/** 第1位; a place that is only bounded keeps its sign: ≤5. */
function placeWords(reading: ValueReading, lang: Lang): string {
  return reading.qualifier ? formatReading(reading) : formatRank(reading.value, lang)
}

function labelOf(point: ValuedPoint, isLast: boolean, isFirst: boolean, stage: Stage): Label {
  const { style, frame, plot } = stage
  const value: Span = {
    // From six metres a bare 1 beside 8月 is an 18.
    text: isWall(frame) ? placeWords(point.reading, frame.lang) : formatReading(point.reading),
    sizePx: isLast ? style.lastPx : style.valuePx,
    weight: 600,
    color: style.palette.city,
  }
  const tag: Span = {
    text: formatPeriodTag(point.period, frame.lang),
    sizePx: style.axisPx,
    weight: 400,
    color: style.palette.ink3,
  }
  return {
    anchor: around(spotOf(point, plot), markReachPx(cityLook(style), style)),
    gapPx: 4 * style.scale,
    ways: waysOf(value, tag, isFirst),
    rank: isLast ? RANKS.last : RANKS.value,
    isRequired: isLast,
  }
}

/**
 * Where a wall is narrow, words of one dot would stand beside another: the last, the best and the
 * worst are written, each at its latest.
 */
function writtenPoints(
  points: readonly ValuedPoint[],
  last: ValuedPoint | undefined,
  frame: Frame,
): readonly ValuedPoint[] {
  if (!isWall(frame) || !isNarrow(frame)) return points
  const places = points.map((point) => point.reading.value)
  const latest = (place: number) =>
    points.reduce<ValuedPoint | undefined>(
      (found, point) => (point.reading.value === place ? point : found),
      undefined,
    )
  const chosen = new Set([last, latest(least(places)), latest(greatest(places))])
  return points.filter((point) => chosen.has(point))
}

function cityPiece(stage: Stage): Piece {
  const { cast, style, plot } = stage
  const points = valuedPoints(cast.main)
  const pairs = neighbours(cast.main)
  const last = leadOf(stage.view, points)
  const stroke = { color: style.palette.city, widthPx: style.cityLinePx }
  const joins = pairs.map(([from, to]): Shape => {
    return { role: 'join', kind: 'line', spots: [spotOf(from, plot), spotOf(to, plot)], stroke }
  })
  const marks = points.flatMap((point) =>
    markShapes(point.status, spotOf(point, plot), cityLook(style), style),
  )
  return {
    shapes: [...joins, ...marks],
    labels: writtenPoints(points, last, stage.frame).map((point) =>
      labelOf(
        point,
        point === last,
        pairs.some(([from]) => from === point),
        stage,
      ),
    ),
    points: points.map((point): ChartPoint => {
      const { x, y } = spotOf(point, plot)
      return { xPx: x, yPx: y, point, series: cast.main }
    }),
  }
}

/** Faint lines between the years, for dots have nothing else to hold on to. */
function yearLines({ plot, style }: Stage): readonly Shape[] {
  return plot.time.years.slice(1).map(({ start }): Shape => {
    const x = plot.time.xOf(start)
    const spots = [
      { x, y: plot.topPx },
      { x, y: plot.bottomPx },
    ]
    const stroke = { color: style.palette.grid, widthPx: style.hairPx }
    return { role: 'grid', kind: 'line', spots, stroke }
  })
}

/** On a wall no words stand among the places that the axis names. */
function besideAxis(plot: Plot, frame: Frame): Plot {
  if (!isWall(frame)) return plot
  const { bounds, leftPx } = plot
  return { ...plot, bounds: { ...bounds, x: leftPx, width: bounds.width - leftPx } }
}

/** Those whose names keep clear of the first place. */
function apartTicks(ticks: readonly Tick[], plot: Plot, { axisPx }: ChartStyle): readonly Tick[] {
  const [first] = ticks
  return ticks.filter(
    (tick) =>
      !first || tick === first || plot.yOf(tick.value) - plot.yOf(first.value) >= 1.25 * axisPx,
  )
}

export function buildRanks(view: IndicatorView, frame: Frame): Drawing | null {
  const setting = settingOf(view, frame)
  if (!setting) return null
  const { style, span, cast } = setting
  const ranks = valuesOf({ ...cast, companions: [], targets: [] })
  const worst = Math.max(2, greatest(ranks))
  const ticks = rankTicks(worst).map((value): Tick => {
    return { value, text: formatRank(value, frame.lang) }
  })
  const hasBreak = cast.main.breaks.length > 0
  const headerPx = hasBreak ? setting.headerPx : 2 * style.scale
  const insetPx = 12 * style.scale
  const range = [worst * 1.12, 1] as const
  const plot = besideAxis(buildPlot({ frame, style, span, range, ticks, headerPx, insetPx }), frame)
  const stage: Stage = { ...setting, plot }
  const named = isWall(frame) ? apartTicks(ticks, plot, style) : ticks
  return drawingOf(plot, false, [
    { shapes: [...yearLines(stage), ...gridShapes(plot, named, style)] },
    { shapes: timeAxisShapes(plot, false, style) },
    breakPiece(stage),
    cityPiece(stage),
    ghostPiece(stage, {
      spotOf: (point) => spotOf(point, plot),
      joins: cast.ghost ? neighbours(cast.ghost.series) : [],
    }),
    missingYearsPiece(stage, 1),
    missingPointsPiece(stage),
  ])
}
