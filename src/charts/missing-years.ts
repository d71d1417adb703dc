/** Years of which the series has no figure: a bracket over the axis that says so. */
import type { Series } from '../domain/series.ts'
import type { Lang } from '../text/lang.ts'
import { chartWord, formatOwnMissing } from '../text/chart-words.ts'
import { valuedPoints } from './cast.ts'
import { RANKS, type Piece } from './drawing.ts'
import { greatest } from './extremes.ts'
import { hasBrackets, isWall } from './frame.ts'
import { waysOf, type Block } from './label.ts'
import type { LineShape } from './shape.ts'
import type { Stage } from './stage.ts'
import { textWidthPx } from './text-width.ts'
import type { AxisYear, TimeSpan } from './time-axis.ts'

function isTouching(span: TimeSpan, series: Series, shortestDays: number): boolean {
  return valuedPoints(series).some(
    ({ period }) =>
      period.end - period.start >= shortestDays &&
      period.start < span.end &&
      period.end > span.start,
  )
}

export interface MissingYears extends TimeSpan {
  /** Others have figures for these years. */
  readonly isOwn: boolean
  /** Why, where a source says so. */
  readonly reason?: string
}

/** What the series itself says of a year without a figure. */
function reasonOf(year: TimeSpan, main: Series): string | undefined {
  const said = main.points.find(
    ({ period, reading }) =>
      reading.kind === 'missing' && period.start <= year.start && period.end >= year.end,
  )
  return said?.reading.kind === 'missing' ? said.reading.reason : undefined
}

/**
 * Stretches of whole years without a figure of the series, between the first thing known and the
 * last. Single months do not make a year known, so figures shorter than `shortestDays` do not count.
 */
function findMissingYears(
  years: readonly AxisYear[],
  main: Series,
  companions: readonly Series[],
  knownUntil: number,
  shortestDays: number,
): readonly MissingYears[] {
  const first = valuedPoints(main)[0]?.period.start ?? Infinity
  const found: MissingYears[] = []
  for (const year of years) {
    const isBetween = year.start >= first && year.end <= knownUntil
    if (!isBetween || isTouching(year, main, shortestDays)) continue
    const isOwn = companions.some((series) => isTouching(year, series, shortestDays))
    const reason = reasonOf(year, main)
    const open = found[found.length - 1]
    if (open && open.end === year.start && open.reason === reason) {
      found[found.length - 1] = { ...open, end: year.end, isOwn: open.isOwn || isOwn }
    } else {
      const said = reason === undefined ? {} : { reason }
      found.push({ start: year.start, end: year.end, isOwn, ...said })
    }
  }
  return found
}

/** The last day of which anyone in the cast says anything: a figure, why there is none, a deadline. */
function knownUntil({ cast }: Stage): number {
  const points = [...cast.main.points, ...cast.companions.flatMap(valuedPoints)]
  const ends = points.map((point) => point.period.end)
  const deadlines = cast.targets.map((target) => target.period.start)
  return greatest([...ends, ...deadlines])
}

/** What the bracket says, the fullest way first. */
function textsOf({ reason, isOwn }: MissingYears, main: Series, lang: Lang): readonly string[] {
  if (reason !== undefined) return [reason, chartWord('missing', lang)]
  const short = chartWord('notOnFile', lang)
  return isOwn ? [formatOwnMissing(main.region, lang), short] : [short]
}

const INSET = 3
const ABOVE_AXIS = 10
const LEG = 4

function bracket(missing: MissingYears, { plot, style }: Stage): LineShape {
  const { scale } = style
  const left = plot.time.xOf(missing.start) + INSET * scale
  const right = plot.time.xOf(missing.end) - INSET * scale
  const y = plot.bottomPx - ABOVE_AXIS * scale
  const spots = [
    { x: left, y: y + LEG * scale },
    { x: left, y },
    { x: right, y },
    { x: right, y: y + LEG * scale },
  ]
  const stroke = { color: style.palette.axis, widthPx: style.hairPx }
  return { role: 'bracket', kind: 'line', spots, stroke }
}

/** Left out where the frame has no room: the years are labelled, and empty. */
export function missingYearsPiece(stage: Stage, shortestDays: number): Piece | null {
  const { plot, cast, frame, style, view } = stage
  if (!hasBrackets(frame)) return null
  const found = findMissingYears(
    plot.time.years,
    // A half-year that a wall leaves out is on file all the same.
    (isWall(frame) && view.main) || cast.main,
    cast.companions,
    knownUntil(stage),
    shortestDays,
  )
  const labels = found.map((missing) => {
    const line = bracket(missing, stage)
    const y = plot.bottomPx - ABOVE_AXIS * style.scale
    const x = plot.time.xOf(missing.start)
    const width = plot.time.xOf(missing.end) - x
    const blocks = textsOf(missing, cast.main, frame.lang)
      .filter((text) => textWidthPx(text, style.axisPx) <= width)
      .map((text): Block => [
        [{ text, sizePx: style.axisPx, weight: 400, color: style.palette.ink3 }],
      ])
    return {
      anchor: { x, y, width, height: 0 },
      gapPx: 3 * style.scale,
      ways: waysOf(blocks, ['above']),
      rank: RANKS.bracket,
      brings: [line],
    }
  })
  return { labels }
}
