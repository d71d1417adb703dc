/** The header wanders by some pixels against burn-in: what stands still for months is seen for years. */
import type { StartTimer } from '../db/timer.ts'
import { startRepeating } from './repeat.ts'

/** To each side, in canvas px. */
const REACH = 4
const SIDE = 2 * REACH + 1
const PLACES = SIDE * SIDE
const MINUTE_MS = 60_000

/** In canvas px from where the sheet puts it. */
export interface Drift {
  readonly x: number
  readonly y: number
}

/**
 * Row by row through a square, to and fro, and the same way back: each minute one pixel, each place as
 * long as any other, and no leap.
 */
export function driftAt(minute: number): Drift {
  const round = 2 * (PLACES - 1)
  const at = ((minute % round) + round) % round
  const place = at < PLACES ? at : round - at
  const [row, column] = [Math.floor(place / SIDE), place % SIDE]
  return { x: (row % 2 === 0 ? column : SIDE - 1 - column) - REACH, y: row - REACH }
}

export interface HeaderDriftTools {
  readonly startTimer: StartTimer
  /** `Date.now()`: so that a reload goes on from the same place. */
  readonly nowMs: () => number
  /** `matchMedia('(prefers-reduced-motion: reduce)')`; looked at again each minute. */
  readonly reducedMotion: { readonly matches: boolean }
  readonly place: (drift: Drift) => void
}

/** Returns how to stop. */
export function startHeaderDrift(tools: HeaderDriftTools): () => void {
  return startRepeating(tools.startTimer, MINUTE_MS, () => {
    const { nowMs, reducedMotion, place } = tools
    place(reducedMotion.matches ? { x: 0, y: 0 } : driftAt(Math.floor(nowMs() / MINUTE_MS)))
  })
}
