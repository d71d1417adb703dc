/** An earlier vintage as a ghost line: where it ran otherwise, and only there. */
import { periodKey } from '../domain/point.ts'
import { formatKnownOn } from '../text/ghost-text.ts'
import { formatReading } from '../text/number-text.ts'
import { around, type Box, type Spot } from './box.ts'
import { isValued, type ValuedPoint } from './cast.ts'
import type { ChartStyle } from './chart-style.ts'
import { RANKS, type ChartPoint, type Piece } from './drawing.ts'
import { isNarrow } from './frame.ts'
import { waysOf, type Block, type Label, type Span } from './label.ts'
import { markReachPx, markShapes, type MarkLook } from './mark.ts'
import type { Shape, Stroke } from './shape.ts'
import type { Stage } from './stage.ts'
import { ROUND_ABOUT } from './value-label.ts'

/** How a form sets its points. */
export interface GhostPlaces {
  readonly spotOf: (point: ValuedPoint) => Spot
  /** Ends of the stretch or column that a point takes up; absent where it is a mark only. */
  readonly edgesOf?: (point: ValuedPoint) => readonly [Spot, Spot]
  /** What a line may join. */
  readonly joins?: readonly (readonly [ValuedPoint, ValuedPoint])[]
}

/** A long and a short dash: targets have even dashes, unknown ways and breaks have dots. */
function ghostStroke({ palette, scale, peerLinePx }: ChartStyle): Stroke {
  const dashPx = [7, 2.5, 1.5, 2.5].map((px) => px * scale)
  return { color: palette.other, widthPx: 0.75 * peerLinePx, dashPx }
}

function ghostLook({ palette }: ChartStyle): MarkLook {
  return { role: 'ghost-mark', color: palette.other, size: 0.7 }
}

/** As wide as the stretch, where a point takes one up. */
function anchorOf(point: ValuedPoint, { spotOf, edgesOf }: GhostPlaces, style: ChartStyle): Box {
  const mark = around(spotOf(point), markReachPx(ghostLook(style), style))
  const [from, to] = edgesOf?.(point) ?? []
  return from && to ? { ...mark, x: from.x, width: to.x - from.x } : mark
}

/** The last one carries the day; in a narrow frame only where there is room, for the select has it. */
function labelOf(point: ValuedPoint, places: GhostPlaces, day: string | null, stage: Stage): Label {
  const { style, frame } = stage
  const span = (text: string, sizePx: number): Span => {
    return { text, sizePx, weight: 400, color: style.palette.other }
  }
  const value = span(formatReading(point.reading), style.namePx)
  const known = day === null ? [] : [span(formatKnownOn(day, frame.lang), style.axisPx)]
  const alone: readonly Block[] = known.length === 0 || isNarrow(frame) ? [[[value]]] : []
  const dated: readonly Block[] = known.length > 0 ? [[[value, ...known]], [[value], known]] : []
  return {
    anchor: anchorOf(point, places, style),
    gapPx: 3 * style.scale,
    ways: waysOf([...dated, ...alone], places.edgesOf ? ROUND_ABOUT : ['right', ...ROUND_ABOUT]),
    rank: day === null ? RANKS.peer : RANKS.first,
    isRequired: day !== null,
  }
}

/** Segments of which neither end differs run under the line that is drawn anyway. */
function lineShapes(
  differing: readonly ValuedPoint[],
  { spotOf, edgesOf, joins = [] }: GhostPlaces,
  stroke: Stroke,
): readonly Shape[] {
  const lines = [
    ...joins
      .filter((ends) => ends.some((end) => differing.includes(end)))
      .map((ends) => ends.map(spotOf)),
    ...(edgesOf ? differing.map(edgesOf) : []),
  ]
  return lines.map((spots): Shape => ({ role: 'ghost', kind: 'line', spots, stroke }))
}

/** Nothing unless an earlier vintage was chosen and what differs in it is shown here. */
export function ghostPiece(stage: Stage, places: GhostPlaces): Piece {
  const { style, cast } = stage
  const { ghost } = cast
  if (!ghost) return {}
  const drawn = new Set(cast.main.points.map(({ period }) => periodKey(period)))
  const differing = ghost.differing
    .filter(isValued)
    .filter(({ period }) => drawn.has(periodKey(period)))
  const last = differing[differing.length - 1]
  const look = ghostLook(style)
  return {
    shapes: [
      ...lineShapes(differing, places, ghostStroke(style)),
      ...differing.flatMap((point) => markShapes(point.status, places.spotOf(point), look, style)),
    ],
    labels: differing.map((point) =>
      labelOf(point, places, point === last ? ghost.day : null, stage),
    ),
    points: differing.map((point): ChartPoint => {
      const { x, y } = places.spotOf(point)
      return { xPx: x, yPx: y, point, series: ghost.series, knownOn: ghost.day }
    }),
  }
}
