/**
 * Tells the host how high the panel is, sparingly: pages that resize each other without a rule grow for
 * ever (davidjbradshaw/iframe-resizer#692, #594).
 */
import type { StartTimer } from '../db/timer.ts'

/** A smaller change is the host's own rounding coming back. */
const HYSTERESIS_PX = 4
const HIGHEST_PX = 4000
const MOST_A_MINUTE = 10
const MINUTE_MS = 60_000

export interface HeightTalk {
  /** Called as often as the panel is measured. */
  measured(heightPx: number): void
  /** Says the last height again, because the host asks. */
  repeat(): void
  stop(): void
}

export interface HeightTalkTools {
  readonly send: (heightPx: number) => void
  readonly nowMs: () => number
  readonly startTimer: StartTimer
}

export function createHeightTalk({ send, nowMs, startTimer }: HeightTalkTools): HeightTalk {
  let saidPx = 0
  let wantedPx = 0
  let saidAtMs: readonly number[] = []
  let stopTimer: (() => void) | null = null

  function say(isRepeat: boolean): void {
    if (wantedPx === 0 || (!isRepeat && Math.abs(wantedPx - saidPx) < HYSTERESIS_PX)) return
    const now = nowMs()
    saidAtMs = saidAtMs.filter((at) => now - at < MINUTE_MS)
    const [oldest] = saidAtMs
    if (oldest !== undefined && saidAtMs.length >= MOST_A_MINUTE) {
      // The last one counts: it is said when the minute is over.
      stopTimer ??= startTimer(
        () => {
          stopTimer = null
          say(isRepeat)
        },
        oldest + MINUTE_MS - now,
      )
      return
    }
    saidAtMs = [...saidAtMs, now]
    saidPx = wantedPx
    send(saidPx)
  }

  return {
    measured(heightPx) {
      wantedPx = Math.min(HIGHEST_PX, Math.ceil(heightPx))
      say(false)
    },
    repeat: () => say(true),
    stop: () => stopTimer?.(),
  }
}
