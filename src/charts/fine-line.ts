/** Months and days: a fine line behind the longer means, joined only where nothing is missing between. */
import type { ObservationStatus } from '../contract/snapshot.ts'
import { isNext } from '../domain/period.ts'
import type { Point } from '../domain/point.ts'
import type { Series } from '../domain/series.ts'
import { formatPeriod } from '../text/period-text.ts'
import { formatPeriodTag } from '../text/chart-words.ts'
import { formatReading } from '../text/number-text.ts'
import { around, type Spot } from './box.ts'
import { isValued, valuedPoints, type ValuedPoint } from './cast.ts'
import { RANKS, type ChartPoint, type Piece } from './drawing.ts'
import { besideWays, waysOf, type Label, type Span } from './label.ts'
import { markReachPx, markShapes, type MarkLook } from './mark.ts'
import type { Shape } from './shape.ts'
import type { Stage } from './stage.ts'
import { cityLabel, ROUND_ABOUT } from './value-label.ts'

export function isFine(point: Point): boolean {
  return point.period.kind === 'month' || point.period.kind === 'day'
}

/** Consecutive points of one run are a chain that a line may join; any other point is one by itself. */
function chainsOf(series: Series): readonly (readonly ValuedPoint[])[] {
  const chains: ValuedPoint[][] = []
  for (const run of series.runs) {
    if (run.kind !== 'month' && run.kind !== 'day') continue
    let chain: ValuedPoint[] = []
    for (const point of run.points.filter(isValued)) {
      const last = chain[chain.length - 1]
      if (last && isNext(last.period, point.period)) chain.push(point)
      else chains.push((chain = [point]))
    }
  }
  const joined = new Set(chains.flat())
  const loose = valuedPoints(series).filter((point) => isFine(point) && !joined.has(point))
  return [...chains, ...loose.map((point) => [point])]
}

function spotOf({ period, reading }: ValuedPoint, { plot }: Stage): Spot {
  return { x: plot.time.xOf((period.start + period.end) / 2), y: plot.yOf(reading.value) }
}

/** Room that a month needs to show its mark, in px at scale 1. */
const MARK_PITCH = 7.5
const LONE_SIZE = 0.6
/** More points that stand alone than this are a scatter, whose words would only cover it. */
const FEW_LONE = 8

function lookOf({ style }: Stage, size: number): MarkLook {
  return { role: 'month-mark', color: style.palette.city, size }
}

/** The status of most points of a chain. */
function usualStatus(chain: readonly ValuedPoint[]): ObservationStatus | undefined {
  const counts = new Map<ObservationStatus, number>()
  for (const { status } of chain) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function chainShapes(chain: readonly ValuedPoint[], stage: Stage): readonly Shape[] {
  const { style } = stage
  const spots = chain.map((point) => spotOf(point, stage))
  const pitchPx = ((spots[1]?.x ?? Infinity) - (spots[0]?.x ?? 0)) / style.scale
  const size = chain.length === 1 ? LONE_SIZE : 0.55
  const hasMarks = chain.length === 1 || pitchPx >= MARK_PITCH
  const stroke = { color: style.palette.cityMid, widthPx: style.monthLinePx }
  const line: Shape = { role: 'month-line', kind: 'line', spots, stroke }
  const usual = usualStatus(chain)
  const marks = chain.flatMap((point, i): readonly Shape[] => {
    const at = spots[i]
    // Where marks are too many to tell apart, those that differ from the rest still stand.
    if (!at || (!hasMarks && point.status === usual)) return []
    const shapes = markShapes(point.status, at, lookOf(stage, size), style)
    return shapes.map((shape) =>
      shape.stroke && chain.length > 1
        ? {
            ...shape,
            stroke: { ...shape.stroke, color: style.palette.cityMid, widthPx: style.monthLinePx },
          }
        : shape,
    )
  })
  return chain.length > 1 ? [line, ...marks] : marks
}

function monthLabel(point: ValuedPoint, stage: Stage, isLone: boolean): Label {
  const { style, frame } = stage
  const { palette, axisPx, namePx } = style
  const value: Span = {
    text: formatReading(point.reading),
    sizePx: namePx,
    weight: isLone ? 400 : 600,
    color: palette.city,
  }
  const tag: Span = isLone
    ? { ...value, sizePx: axisPx, text: formatPeriodTag(point.period, frame.lang) }
    : {
        text: formatPeriod(point.period, frame.lang),
        sizePx: axisPx,
        weight: 400,
        color: palette.ink3,
      }
  return {
    anchor: around(spotOf(point, stage), 3.5 * style.scale),
    gapPx: 4 * style.scale,
    ways: isLone ? besideWays(value, tag) : waysOf([[[value], [tag]]], ['right', 'left', 'above']),
    rank: isLone ? RANKS.value : RANKS.month,
    isRequired: isLone,
  }
}

function lastLabel(point: ValuedPoint, stage: Stage): Label {
  const anchor = around(spotOf(point, stage), markReachPx(lookOf(stage, LONE_SIZE), stage.style))
  return cityLabel(point, 'last', { anchor, sides: ['right', ...ROUND_ABOUT] }, stage.style)
}

/**
 * The highest of them is labelled, and a few that stand alone; the last one too, where no longer
 * mean carries the message.
 */
export function finePiece(stage: Stage, isAlone: boolean): Piece {
  const chains = chainsOf(stage.cast.main)
  const joined = chains.filter((chain) => chain.length > 1).flat()
  const lone = chains.filter((chain) => chain.length === 1).flat()
  const peak = joined.reduce<ValuedPoint | null>(
    (highest, point) => (highest && highest.reading.value >= point.reading.value ? highest : point),
    null,
  )
  const last = isAlone ? joined[joined.length - 1] : undefined
  const points = chains.flat().map((point): ChartPoint => {
    const { x, y } = spotOf(point, stage)
    return { xPx: x, yPx: y, point, series: stage.cast.main }
  })
  return {
    shapes: chains.flatMap((chain) => chainShapes(chain, stage)),
    labels: [
      ...(last ? [lastLabel(last, stage)] : []),
      ...(peak && peak !== last ? [monthLabel(peak, stage, false)] : []),
      ...(lone.length <= FEW_LONE ? lone.map((point) => monthLabel(point, stage, true)) : []),
    ],
    points,
  }
}
