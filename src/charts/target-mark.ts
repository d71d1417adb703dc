/** A target: a dashed line over its time, with its value and whose it is. */
import { dateOfDay, dayNumber } from '../domain/period.ts'
import type { TargetView } from '../domain/target-view.ts'
import { chartWord, formatTargetMark } from '../text/chart-words.ts'
import type { Box, Spot } from './box.ts'
import { valuedPoints } from './cast.ts'
import { RANKS, type Piece } from './drawing.ts'
import { greatest } from './extremes.ts'
import { isNarrow, isWall } from './frame.ts'
import { drawnLevel, planShapes } from './plan-path.ts'
import {
  blockSize,
  waysOf,
  type Block,
  type Label,
  type Side,
  type Span,
  type Way,
} from './label.ts'
import { dashed, type Shape, type Stroke } from './shape.ts'
import { isStanding, type Stage } from './stage.ts'
import type { TimeSpan } from './time-axis.ts'

/** The year in which it falls due, up to the deadline. */
function slotOf({ period }: TargetView): TimeSpan {
  return { start: dayNumber(dateOfDay(period.end - 1)[0], 1, 1), end: period.end }
}

/** True for a task of one period of which no figure has been published. */
function isUnreported(target: TargetView, { view }: Stage): boolean {
  const judgement = view.judgements.find((each) => each.target === target)
  return target.target.basis === 'change' && judgement?.obstacle === 'not-reported'
}

const SIDES: readonly Side[] = [
  'right',
  'above',
  'below',
  'above-end',
  'below-end',
  'above-start',
  'below-start',
  'left',
]

/** For a target that a later one has replaced. */
const BESIDE: readonly Side[] = ['right', 'above', 'below']

/** Narrow frames have room for the short name only, unless the full one fits beside the line. */
function targetWays(target: TargetView, isLasting: boolean, stage: Stage): readonly Way[] {
  const { frame, style } = stage
  const words = formatTargetMark(target, stage.cast.main.indicator, frame.lang)
  const color = style.palette.target
  const span = (text: string, weight: 400 | 600): Span => ({
    text,
    sizePx: style.namePx,
    weight,
    color,
  })
  const ends = isUnreported(target, stage) ? [span(chartWord('notReported', frame.lang), 400)] : []
  const value = [span(words.value, 600), ...ends]
  const full: Block = [[span(words.name, 400), ...value]]
  const short: Block = [[span(words.shortName, 400), ...value]]
  const stacked: Block = [[span(words.name, 400)], value]
  const tiny: Block = [[span(words.shortName, 400)], value]
  if (!isLasting) return waysOf(isWall(frame) ? [full, short] : [full, stacked], BESIDE)
  const beside: readonly Side[] = isFitting(full, target, stage)
    ? ['above', 'right', 'left']
    : ['right', 'left']
  return isNarrow(frame)
    ? [{ block: full, sides: beside }, ...waysOf([short, stacked, tiny], SIDES)]
    : waysOf([full, stacked, short, tiny], SIDES)
}

/** On a wall the full name goes over its line rather than into another year, where it fits. */
function isFitting(full: Block, target: TargetView, stage: Stage): boolean {
  return isWall(stage.frame) && blockSize(full).widthPx <= anchorOf(target, stage).width
}

/** On a wall one that the known years have gone past has to find room, like one that was replaced. */
function isCertain(target: TargetView, { cast, frame }: Stage): boolean {
  if (!isWall(frame)) return true
  const known = [cast.main, ...cast.companions].flatMap(valuedPoints)
  return target.period.end > greatest(known.map((point) => point.period.end))
}

/** How much wider the paper under a target is, which parts it from a column that it crosses. */
const UNDERLAY = 1.8

/** The cast has only targets that stand somewhere. */
function yOf(target: TargetView, { cast, plot }: Stage): number {
  return plot.yOf(drawnLevel(target, cast.main.indicator) ?? target.reading.value)
}

function lineShapes(target: TargetView, stage: Stage): readonly Shape[] {
  const { plot, style } = stage
  const { start, end } = slotOf(target)
  const y = yOf(target, stage)
  const [from, to] = [plot.time.xOf(start), plot.time.xOf(end)]
  const { target: color, paper } = style.palette
  const widthPx = style.targetLinePx
  const line = (spots: readonly Spot[], stroke: Stroke): Shape => {
    return { role: 'target', kind: 'line', spots, stroke }
  }
  const spots = [
    { x: from, y },
    { x: to, y },
  ]
  const bar = [
    {
      ...line(spots, { color: paper, widthPx: UNDERLAY * widthPx }),
      role: 'target-ground',
    } as const,
    line(spots, dashed(color, widthPx)),
  ]
  if (target.period.kind === 'year') return bar
  const halfPx = 5 * style.scale
  const deadline = [
    { x: to, y: y - halfPx },
    { x: to, y: y + halfPx },
  ]
  return [...bar, line(deadline, { color, widthPx })]
}

function anchorOf(target: TargetView, stage: Stage): Box {
  const { plot, style } = stage
  const { start, end } = slotOf(target)
  const x = plot.time.xOf(start)
  const half = 2.5 * style.scale
  const y = yOf(target, stage)
  return { x, y: y - half, width: plot.time.xOf(end) - x, height: 2 * half }
}

/** With the way to it, where that has not been replaced. */
function shapesOf(target: TargetView, isLasting: boolean, stage: Stage): readonly Shape[] {
  const way = isLasting ? planShapes(target, stage) : []
  return [...way, ...lineShapes(target, stage)]
}

/** A target that a later one has replaced is drawn only where its words find room. */
export function targetPiece(stage: Stage): Piece {
  const { targets } = stage.cast
  const lasting = targets.filter((target) => isStanding(target, targets))
  const drawn = lasting.filter((target) => isCertain(target, stage))
  const labels = targets.map((target): Label => {
    const isLasting = lasting.includes(target)
    const isRequired = drawn.includes(target)
    return {
      anchor: anchorOf(target, stage),
      gapPx: 5 * stage.style.scale,
      ways: targetWays(target, isLasting, stage),
      rank: isLasting ? RANKS.target : RANKS.note,
      ...(isRequired ? { isRequired } : { brings: shapesOf(target, isLasting, stage) }),
    }
  })
  const shapes = drawn.flatMap((target) => shapesOf(target, true, stage))
  return { shapes, labels }
}
