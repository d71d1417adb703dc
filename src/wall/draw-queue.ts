/** Gives each picture of a slide that is made ready a task of its own. */
import type { StartTimer } from '../db/timer.ts'
import type { DrawTurns } from '../slides/draw-turns.ts'

export interface DrawQueue extends DrawTurns {
  readonly isBusy: () => boolean
  /** Resolves once nobody waits any more. */
  readonly idle: () => Promise<void>
}

export function createDrawQueue(startTimer: StartTimer): DrawQueue {
  let last = Promise.resolve()
  let waiting = 0
  const next = (): Promise<void> => {
    waiting += 1
    last = last.then(
      () =>
        new Promise((resolve) => {
          startTimer(() => {
            waiting -= 1
            resolve()
          }, 0)
        }),
    )
    return last
  }
  const idle = async (): Promise<void> => {
    // Whoever has had a turn may ask for another one.
    for (let seen: Promise<void> | null = null; seen !== last;) {
      seen = last
      await seen
      await Promise.resolve()
    }
  }
  return { next, idle, isBusy: () => waiting > 0 }
}
