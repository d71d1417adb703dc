/** How long the show may sleep: a timer four times a second would be all that a wall does. */

/** The next slide is made so long before its turn: its charts are drawn when it comes. */
export const PREPARE_MS = 3000
/** Between two looks while the next slide is made: what fails meanwhile is left out in time. */
const SOON_MS = 250
/** Between two looks where nothing is due: the canvas may have changed how long a slide stands. */
const SELDOM_MS = 5000
/** What is left of a pause is told so often. */
const TOLD_MS = 1000

/** In whole seconds: what is told changes no more often. */
export function toldPause(left: number | 'held' | null): number | 'held' | null {
  return typeof left === 'number' ? Math.ceil(left / TOLD_MS) * TOLD_MS : left
}

export interface Due {
  readonly hasFront: boolean
  /** The slide whose turn it is failed. */
  readonly isLeftOut: boolean
  /** There is no slide, or none that has not failed. */
  readonly isHopeless: boolean
  /** Milliseconds, 'held', or null while the show goes on. */
  readonly pause: number | 'held' | null
  /** Of the time of the slide in front, in milliseconds. */
  readonly leftMs: number
}

/** Milliseconds until something may be due. */
export function untilDue({ hasFront, isLeftOut, isHopeless, pause, leftMs }: Due): number {
  if (pause === 'held') return SELDOM_MS
  if (pause !== null) return pause % TOLD_MS || TOLD_MS
  if (!isHopeless && (!hasFront || isLeftOut)) return SOON_MS
  // New data are shown when they come; what failed waits for its next chance.
  if (!hasFront) return SELDOM_MS
  if (leftMs > PREPARE_MS) return Math.min(SELDOM_MS, leftMs - PREPARE_MS)
  return leftMs > 0 ? Math.min(SOON_MS, leftMs) : SOON_MS
}
