/** Something that is done again and again for months. */
import type { StartTimer } from '../db/timer.ts'

/**
 * Runs at once and then every `everyMs`, and returns how to stop. One timer after the other: after a
 * night's sleep of the machine nothing is caught up with.
 */
export function startRepeating(startTimer: StartTimer, everyMs: number, run: () => void) {
  let cancel = (): void => undefined
  const next = (): void => {
    cancel = startTimer(next, everyMs)
    run()
  }
  next()
  return (): void => cancel()
}
