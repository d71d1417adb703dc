/** The room that a canvas has for the line of sources beneath its slides. */
import { MARGIN } from './arrange.ts'
import type { Canvas } from './canvas.ts'

/** Kept free at the right for where the slide stands among the others, in canvas px. */
const TICKS_WIDTH = 400

export interface SourceRoom {
  /** In canvas px. */
  readonly lineWidth: number
  /** Most lines; an upright canvas is narrow, and has its ticks beneath. */
  readonly lines: 1 | 2
}

export function sourceRoom({ shape, width }: Canvas): SourceRoom {
  const inner = width - 2 * MARGIN[shape]
  return shape === 'portrait'
    ? { lineWidth: inner, lines: 2 }
    : { lineWidth: inner - TICKS_WIDTH, lines: 1 }
}
