/** Whose turn it is to draw: pictures that all draw at once hold up the frames of what is seen. */
import type { InjectionKey } from 'vue'

export interface DrawTurns {
  /** Resolves in a task of its own, after all that have asked before. */
  readonly next: () => Promise<void>
}

/** Absent where nothing else moves: there everything is drawn as soon as it can be. */
export const drawTurnsKey: InjectionKey<DrawTurns> = Symbol('draw turns')
