/** Shapes in px, of which a picture is made; each says what it stands for. */
import type { Box, Spot } from './box.ts'

/** In the order in which they are painted. */
export const ROLES = [
  'tint',
  'grid',
  'axis',
  'axis-text',
  'unit',
  'bracket',
  'bracket-text',
  'month-line',
  'month-mark',
  'column',
  'target-ground',
  'between',
  'step',
  'ghost',
  'peer-join',
  'join',
  'peer-stretch',
  'stretch',
  'target',
  'break',
  'break-note',
  'ghost-mark',
  'peer-mark',
  'mark',
  'label',
] as const
export type Role = (typeof ROLES)[number]

export interface Stroke {
  readonly color: string
  readonly widthPx: number
  /** Lengths of dashes and gaps in px; a dash of 0 with round ends is a dot. */
  readonly dashPx?: readonly number[]
  readonly isRound?: boolean
}

interface Named {
  readonly role: Role
}

export interface LineShape extends Named {
  readonly kind: 'line'
  readonly spots: readonly Spot[]
  readonly stroke: Stroke
}

export interface BoxShape extends Named {
  readonly kind: 'box'
  readonly box: Box
  readonly fill: string
  readonly stroke?: Stroke
}

/** A filled circle, the left half of one, or a diamond, whose radius is its half diagonal. */
export interface MarkShape extends Named {
  readonly kind: 'circle' | 'left-half' | 'diamond'
  readonly at: Spot
  readonly radiusPx: number
  readonly fill: string
  readonly stroke?: Stroke
}

export interface TextShape extends Named {
  readonly kind: 'text'
  /** The middle of the line; `align` says which end x is. */
  readonly at: Spot
  readonly text: string
  readonly sizePx: number
  readonly weight: 400 | 600
  readonly color: string
  readonly align: 'left' | 'center' | 'right'
  /** A rim of paper, so that lines behind do not touch the letters. */
  readonly halo?: Stroke
}

export type Shape = LineShape | BoxShape | MarkShape | TextShape

/** A line of round dots. */
export function dotted(color: string, dotPx: number): Stroke {
  return { color, widthPx: dotPx, dashPx: [0, 2.7 * dotPx], isRound: true }
}

const DASHES = 6

/** A ring of as many dashes as fit evenly, whatever its size. */
export function dashedRing(color: string, widthPx: number, radiusPx: number): Stroke {
  const pitch = (2 * Math.PI * radiusPx) / DASHES
  return { color, widthPx, dashPx: [0.6 * pitch, 0.4 * pitch] }
}

/** A dashed line as targets have it. */
export function dashed(color: string, widthPx: number): Stroke {
  return { color, widthPx, dashPx: [2.2 * widthPx, 1.5 * widthPx] }
}
