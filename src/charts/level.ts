/** Levels at a day (stocks, totals, rates): where their points lie and what may join them. */
import { isNext } from '../domain/period.ts'
import { isSameAfterRounding } from '../domain/reading.ts'
import { isEndLevel, type Run, type Series } from '../domain/series.ts'
import { chartWord, formatSeriesName } from '../text/chart-words.ts'
import { formatReading } from '../text/number-text.ts'
import { around, type Spot } from './box.ts'
import { isValued, leadOf, valuedPoints, type ValuedPoint } from './cast.ts'
import type { ChartStyle } from './chart-style.ts'
import { disputedPoints, isDisputing } from '../domain/disputed.ts'
import { RANKS, type ChartPoint, type Piece } from './drawing.ts'
import { isWall, type Frame } from './frame.ts'
import { ghostPiece } from './ghost.ts'
import { blockSize, waysOf, type Block, type Label, type Side, type Span } from './label.ts'
import { cityLook, markReachPx, markShapes, peerLook, type MarkLook } from './mark.ts'
import type { Behind, Plot } from './plot.ts'
import { isForeign, type Setting, type Stage } from './stage.ts'
import { cityLabel, nameLabel, peerLabel, ROUND_ABOUT } from './value-label.ts'

/** A year of a level means its end; any other period its middle. */
export function levelDay({ period }: ValuedPoint, series: Series): number {
  const isEnd = isEndLevel(series.indicator) && (period.kind === 'year' || period.kind === 'day')
  return isEnd ? period.end : (period.start + period.end) / 2
}

export function levelSpot(point: ValuedPoint, series: Series, plot: Plot): Spot {
  return { x: plot.time.xOf(levelDay(point, series)), y: plot.yOf(point.reading.value) }
}

export interface Join {
  readonly from: ValuedPoint
  readonly to: ValuedPoint
  /** False where whole years between them are not known. */
  readonly isClose: boolean
}

/** A year and a leap day: what comes yearly has nothing missing between. */
const CLOSE_DAYS = 366

function isClose(from: ValuedPoint, to: ValuedPoint, run: Run): boolean {
  if (run.kind !== 'end') return isNext(from.period, to.period)
  return to.period.end - from.period.end <= CLOSE_DAYS
}

/** Neighbours within one run: nothing is joined across a break, a dispute or another definition. */
export function joinsOf(series: Series): readonly Join[] {
  return series.runs.flatMap((run) => {
    const points = run.points.filter(isValued)
    return points.slice(1).flatMap((to, i): Join[] => {
      const from = points[i]
      return from ? [{ from, to, isClose: isClose(from, to, run) }] : []
    })
  })
}

/** A total that did not change stands where it stood all the time between. */
export function isLevel({ from, to }: Join): boolean {
  return isSameAfterRounding(from.reading, to.reading)
}

const DEFINITION_NOTE_LENGTH = 16

function definitionBlocks(point: ValuedPoint, frame: Frame, style: ChartStyle): readonly Block[] {
  const span = (text: string): Span => ({
    text,
    sizePx: style.axisPx,
    weight: 400,
    color: style.palette.ink3,
  })
  const words = chartWord('otherDefinition', frame.lang)
  const note = point.statement.note?.replace(/[（(].*$/, '') ?? ''
  const isFit = frame.lang === 'zh' && note !== '' && note.length <= DEFINITION_NOTE_LENGTH
  const short: Block = [[span(words)]]
  return isFit ? [[[span(note)], [span(words)]], short] : [short]
}

/** What is written beside a point of another definition. */
function definitionLabel(point: ValuedPoint, at: Spot, { frame, style }: Stage): Label {
  return {
    anchor: around(at, markReachPx(cityLook(style), style)),
    gapPx: 4 * style.scale,
    ways: waysOf(definitionBlocks(point, frame, style), [
      'right',
      'right-low',
      'below-start',
      'below',
      'left',
    ]),
    rank: RANKS.note,
  }
}

const LAST_SIDES: readonly Side[] = ['right', ...ROUND_ABOUT]

/** Up to here every value is written; beyond, what finds room. */
const FEW_POINTS = 8

function labelOf(point: ValuedPoint, isLast: boolean, look: MarkLook, stage: Stage): Label {
  const { cast, plot, style, frame } = stage
  const anchor = around(levelSpot(point, cast.main, plot), markReachPx(look, style))
  const isLater = isDisputing(cast.main, point)
  const name = isLast && isWall(frame) ? (nameOf(stage) ?? '') : ''
  const tag = { tag: isLater ? chartWord('disagree', frame.lang) : name }
  const sides = isLast && !isLater ? LAST_SIDES : ROUND_ABOUT
  const isFew = cast.main.points.length <= FEW_POINTS
  const importance = isLast ? 'last' : isFew || isLater ? 'extreme' : 'value'
  return cityLabel(point, importance, { anchor, sides, color: look.color, ...tag }, style)
}

/** A name is needed where another series stands beside it, or where it is not the city's at all. */
function nameOf({ cast, view, frame }: Setting): string | null {
  const isAlone = cast.companions.length === 0 && !isForeign(view)
  return isAlone ? null : formatSeriesName(cast.main, frame.lang)
}

function nameLabels(last: ValuedPoint | undefined, stage: Stage): readonly Label[] {
  const { cast, plot, style, frame } = stage
  const name = nameOf(stage)
  const isWithValue = isWall(frame) && last && !isDisputing(cast.main, last)
  if (!last || name === null || isWithValue) return []
  const anchor = around(levelSpot(last, cast.main, plot), markReachPx(cityLook(style), style))
  return [nameLabel(name, anchor, style)]
}

/** Marks and labels of the city's points. */
export function levelPiece(stage: Stage): Piece {
  const { cast, style, plot } = stage
  const points = valuedPoints(cast.main)
  const last = leadOf(stage.view, points)
  const disputed = disputedPoints(cast.main)
  const lookOf = (point: ValuedPoint): MarkLook =>
    disputed.has(point) ? { ...cityLook(style), color: style.palette.warn } : cityLook(style)
  const spots = points.map((point) => levelSpot(point, cast.main, plot))
  return {
    shapes: points.flatMap((point, i) => {
      const at = spots[i]
      return at ? markShapes(point.status, at, lookOf(point), style) : []
    }),
    labels: [
      ...nameLabels(last, stage),
      ...points.flatMap((point, i) => {
        const at = spots[i]
        const note = point.status === 'D' && at ? [definitionLabel(point, at, stage)] : []
        return [labelOf(point, point === last, lookOf(point), stage), ...note]
      }),
    ],
    points: points.map((point): ChartPoint => {
      const { x, y } = levelSpot(point, cast.main, plot)
      return { xPx: x, yPx: y, point, series: cast.main }
    }),
  }
}

/** Marks and labels of what stands beside the city. */
export function companionLevelPiece(series: Series, stage: Stage): Piece {
  const { style, plot, frame } = stage
  const look = peerLook(style)
  const points = valuedPoints(series)
  return {
    shapes: points.flatMap((point) =>
      markShapes(point.status, levelSpot(point, series, plot), look, style),
    ),
    labels: points.map((point, i) => {
      const anchor = around(levelSpot(point, series, plot), markReachPx(look, style))
      const isLast = i === points.length - 1
      const sides = isLast ? LAST_SIDES : ROUND_ABOUT
      return peerLabel(point, series, isLast, { anchor, sides }, style, frame.lang)
    }),
    points: points.map((point): ChartPoint => {
      const { x, y } = levelSpot(point, series, plot)
      return { xPx: x, yPx: y, point, series }
    }),
  }
}

/** A ghost of a level: its marks, and lines between what its own runs join. */
export function levelGhostPiece(stage: Stage): Piece {
  const series = stage.cast.ghost?.series
  if (!series) return {}
  return ghostPiece(stage, {
    spotOf: (point) => levelSpot(point, series, stage.plot),
    joins: joinsOf(series).map(({ from, to }) => [from, to]),
  })
}

/** The room that the last labels need behind their points. */
export function behindOf(setting: Setting): Behind[] {
  const { cast, style, frame } = setting
  const main = isWall(frame) ? nameOf(setting) : null
  const gapPx = markReachPx(cityLook(style), style) + 4 * style.scale + style.besidePx
  return [cast.main, ...cast.companions].flatMap((series): Behind[] => {
    const points = valuedPoints(series)
    const last = points[points.length - 1]
    if (!last) return []
    const value: Span = {
      text: formatReading(last.reading),
      sizePx: series === cast.main ? style.lastPx : style.namePx,
      weight: 600,
      color: '',
    }
    const name: Span = { ...value, text: formatSeriesName(series, frame.lang) }
    const own: Block = main === null ? [[value]] : [[value], [{ ...name, sizePx: style.axisPx }]]
    const block: Block = series === cast.main ? own : [[name], [value]]
    return [{ day: levelDay(last, series), widthPx: blockSize(block).widthPx + gapPx }]
  })
}
