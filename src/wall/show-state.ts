/** What the show is given, what it leans on, and what it tells. */
import type { StartTimer } from '../db/timer.ts'
import type { Evidence, Viewpoint } from '../domain/evidence.ts'
import type { Slide } from '../domain/slides.ts'
import { NO_FAILURES, type Failures } from './failures.ts'
import type { Layers } from './layers.ts'

export interface ShowTools {
  /** Milliseconds of a clock that nobody sets. */
  readonly nowMs: () => number
  readonly startTimer: StartTimer
  /** Resolves once what was put into the document has been painted. */
  readonly painted: () => Promise<void>
  readonly dwellMs: (slide: Slide) => number
  /**
   * Called between two slides, `isRoundOver` before the first comes again; true where the page is
   * about to be loaded anew: then the slide stays until it is gone.
   */
  readonly onBoundary: (at: { readonly isRoundOver: boolean }) => boolean
}

/** What is to be shown from the next boundary on. */
export interface ShowSource {
  readonly evidence: Evidence
  readonly viewpoint: Viewpoint
  /** Names of slides in the address; null: those that the data give. */
  readonly asked: readonly string[] | null
  /** Number of the generation. */
  readonly seq: number
}

export interface ShowState {
  readonly layers: Layers
  readonly names: readonly string[]
  /** Number of the generation that is shown; 0 before anything is. */
  readonly seq: number
  /** Names in the address that mean nothing. */
  readonly unknown: readonly string[]
  /** Place of the slide in front among all. */
  readonly index: number
  /** Milliseconds, 'held', or null while the show goes on. */
  readonly pause: number | 'held' | null
  readonly failures: Failures
}

export const EMPTY_SHOW: ShowState = Object.freeze({
  layers: [],
  names: [],
  seq: 0,
  unknown: [],
  index: 0,
  pause: null,
  failures: NO_FAILURES,
})
