/** A break in the series: a dotted rule through the plot, and a note above it that says what changed. */
import type { Break } from '../contract/catalog.ts'
import { parseDay } from '../domain/period.ts'
import { formatBreak, formatBreakBriefly } from '../text/chart-words.ts'
import type { Piece } from './drawing.ts'
import { isWall } from './frame.ts'
import { dotted, type Shape, type TextShape } from './shape.ts'
import { seenBreaks } from './seen-breaks.ts'
import type { Stage } from './stage.ts'
import { textWidthPx } from './text-width.ts'

const GAP = 7
const LINE = 16

interface NotePlace {
  readonly x: number
  readonly align: 'left' | 'right'
  readonly lines: readonly [string, string]
}

/** Right of the rule as far as the next one; left of it where only that has room; briefly last. */
function placeNote(cut: Break, x: number, nextX: number, stage: Stage): NotePlace | null {
  const { style, frame, view } = stage
  const gap = GAP * style.scale
  const widthOf = (lines: readonly string[]) =>
    Math.max(...lines.map((line) => textWidthPx(line, style.axisPx)))
  const unitPx = textWidthPx(view.indicator.unit, style.axisPx) + 2 * gap
  const placeOf = (ways: readonly (readonly [string, string])[]): NotePlace | null => {
    const right = ways.find((lines) => widthOf(lines) <= nextX - x - gap)
    if (right) return { x: x + gap, align: 'left', lines: right }
    const left = ways.find((lines) => widthOf(lines) <= x - gap - unitPx)
    return left ? { x: x - gap, align: 'right', lines: left } : null
  }
  const full = placeOf(formatBreak(cut, frame.lang))
  return full ?? (isWall(frame) ? placeOf([formatBreakBriefly(cut, frame.lang)]) : null)
}

function noteShapes(place: NotePlace, { style, plot }: Stage): readonly TextShape[] {
  const { scale, palette, axisPx } = style
  const [first, second] = place.lines
  const bottom = plot.topPx - 13 * scale
  const base = { role: 'break-note', kind: 'text', sizePx: axisPx, weight: 400 } as const
  const { x, align } = place
  return [
    {
      ...base,
      align,
      at: { x, y: bottom - LINE * scale },
      text: first,
      color: palette.ink2,
    },
    { ...base, align, at: { x, y: bottom }, text: second, color: palette.ink3 },
  ]
}

export function breakPiece(stage: Stage): Piece {
  const { style, plot, cast, span, frame } = stage
  const breaks = seenBreaks(cast, span)
  const xs = breaks.map((cut) => plot.time.xOf(parseDay(cut.from)))
  const shapes = breaks.flatMap((cut, i): readonly Shape[] => {
    const x = xs[i] ?? 0
    const place = placeNote(cut, x, xs[i + 1] ?? frame.widthPx, stage)
    const rule: Shape = {
      role: 'break',
      kind: 'line',
      spots: [
        { x, y: style.scale * 4 },
        { x, y: plot.bottomPx },
      ],
      stroke: dotted(style.palette.ink2, style.breakDotPx),
    }
    return place ? [rule, ...noteShapes(place, stage)] : [rule]
  })
  return { shapes }
}
