/** Where the squares of a whole stand: pure geometry, in units of the picture's own box. */
import type { Parts } from '../domain/parts.ts'

export type Tone = 'done' | 'mid' | 'open'

export interface Square {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly tone: Tone
}

export interface SquarePlan {
  readonly width: number
  readonly height: number
  readonly squares: readonly Square[]
}

/** More than these are no longer counted by eye: one bar then. */
const MOST_SQUARES = 60
const PITCH = 34
const SIDE = 27
const ROWS = 2
/** An outline is drawn inside the square's own edge. */
const INSET = 1.1

/** The first part is done; a second that leaves nothing over is the open rest; more are in between. */
function tonesOf(parts: Parts): readonly { readonly tone: Tone; readonly count: number }[] {
  const [first, ...others] = parts.parts
  if (!first) return []
  const done = first.value
  const between = others.length > 1 ? others.slice(0, -1) : []
  const mid = between.reduce((sum, part) => sum + part.value, 0)
  return [
    { tone: 'done', count: done },
    { tone: 'mid', count: mid },
    { tone: 'open', count: parts.total - done - mid },
  ]
}

function bar(parts: Parts): SquarePlan {
  const width = 384
  const height = 12
  let x = 0
  const squares = tonesOf(parts)
    .filter(({ count }) => count > 0)
    .map(({ tone, count }): Square => {
      const square = { key: tone, x, y: 0, width: (count / parts.total) * width, height, tone }
      x += square.width
      return square
    })
  return { width, height, squares }
}

function rowCount(parts: Parts): number {
  return parts.total <= 12 ? 1 : ROWS
}

/** How many squares a whole is wide, so that another can be drawn at its scale. */
export function squareColumns(parts: Parts): number {
  return parts.total > MOST_SQUARES ? 0 : Math.ceil(parts.total / rowCount(parts))
}

/** Where the first square that is not done stands, in percent of the picture's breadth. */
export function doneBreadth(parts: Parts): number {
  const columns = squareColumns(parts)
  const done = tonesOf(parts)[0]?.count ?? 0
  if (columns === 0) return (done / parts.total) * 100
  return ((Math.floor(done / rowCount(parts)) * PITCH) / (columns * PITCH - (PITCH - SIDE))) * 100
}

/** `columns` fixes the width, so that two wholes can be compared at one scale. */
export function planSquares(parts: Parts, columns?: number): SquarePlan {
  if (parts.total > MOST_SQUARES) return bar(parts)
  const rows = rowCount(parts)
  const needed = squareColumns(parts)
  const tones = tonesOf(parts).flatMap(({ tone, count }) => Array<Tone>(count).fill(tone))
  const squares = tones.map((tone, i): Square => {
    const inset = tone === 'done' ? 0 : INSET
    return {
      key: String(i),
      x: Math.floor(i / rows) * PITCH + inset,
      y: (i % rows) * PITCH + inset,
      width: SIDE - 2 * inset,
      height: SIDE - 2 * inset,
      tone,
    }
  })
  const gap = PITCH - SIDE
  return {
    width: Math.max(columns ?? 0, needed) * PITCH - gap,
    height: rows * PITCH - gap,
    squares,
  }
}
