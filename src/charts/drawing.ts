/** What a form hands over: shapes, the labels that are still to be placed, and the points to read. */
import type { Point } from '../domain/point.ts'
import type { Series } from '../domain/series.ts'
import type { Label } from './label.ts'
import type { Plot } from './plot.ts'
import type { Shape } from './shape.ts'

/** A point where a reader can find it. */
export interface ChartPoint {
  readonly xPx: number
  readonly yPx: number
  readonly point: Point
  readonly series: Series
  /** The day on which this was known, for a point of an earlier vintage. */
  readonly knownOn?: string
}

export interface Piece {
  readonly shapes?: readonly Shape[]
  readonly labels?: readonly Label[]
  readonly points?: readonly ChartPoint[]
}

export interface Drawing {
  readonly plot: Plot
  readonly shapes: readonly Shape[]
  readonly labels: readonly Label[]
  readonly points: readonly ChartPoint[]
  /** False where the value axis is cut, which has to be said. */
  readonly isFromZero: boolean
}

export function drawingOf(
  plot: Plot,
  isFromZero: boolean,
  pieces: readonly (Piece | null)[],
): Drawing {
  const present = pieces.filter((piece): piece is Piece => piece !== null)
  return {
    plot,
    isFromZero,
    shapes: present.flatMap((piece) => piece.shapes ?? []),
    labels: present.flatMap((piece) => piece.labels ?? []),
    points: present.flatMap((piece) => piece.points ?? []),
  }
}

/** The order in which labels get their places. */
export const RANKS = {
  last: 0,
  extreme: 1,
  first: 1.5,
  name: 2,
  value: 3,
  target: 4,
  peerLast: 5,
  peer: 6,
  month: 7,
  note: 8,
  bracket: 9,
} as const
