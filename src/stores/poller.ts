/** When to look at the server again: now and then while someone looks, and when the line is back. */
import type { StartTimer } from '../db/timer.ts'

const POLL_EVERY_MS = 5 * 60_000
/**
 * After one failure, two, and so on: soon at first, because most are a moment's, then rarely enough to
 * leave a sick server alone. The last with its jitter is still within the minute that recovery may
 * take (promise R6).
 */
const RETRY_AFTER_MS = [5000, 10_000, 20_000, 45_000] as const
const JITTER = 0.1

export interface PollEnvironment {
  readonly startTimer: StartTimer
  readonly nowMs: () => number
  /** 0 up to 1, so that a bureau's screens do not all ask at once. */
  readonly random: () => number
  readonly document: Pick<Document, 'visibilityState'> & EventTarget
  readonly window: EventTarget
}

/** `failures`: how many there were in a row. */
export function nextCheckMs(failures: number, random: number): number {
  const place = Math.min(failures, RETRY_AFTER_MS.length) - 1
  const afterMs = RETRY_AFTER_MS[place] ?? POLL_EVERY_MS
  return Math.round(afterMs * (1 - JITTER + 2 * JITTER * random))
}

export class Poller {
  readonly #environment: PollEnvironment
  /** Says whether a server was reached and all it had was taken. */
  readonly #check: () => Promise<boolean>
  #dueAtMs = 0
  #cancelTimer: (() => void) | null = null
  #isRunning = false
  /** In a row, up to the last look. */
  #failures = 0

  constructor(environment: PollEnvironment, check: () => Promise<boolean>) {
    this.#environment = environment
    this.#check = check
  }

  start(): void {
    const { document, window } = this.#environment
    this.#isRunning = true
    this.#schedule()
    document.addEventListener('visibilitychange', this.#onSeen)
    window.addEventListener('online', this.#onLineChange)
    window.addEventListener('offline', this.#onLineChange)
    // A page that comes back from the back/forward cache has missed its timers.
    window.addEventListener('pageshow', this.#onSeen)
  }

  stop(): void {
    const { document, window } = this.#environment
    this.#isRunning = false
    this.#cancelTimer?.()
    document.removeEventListener('visibilitychange', this.#onSeen)
    window.removeEventListener('online', this.#onLineChange)
    window.removeEventListener('offline', this.#onLineChange)
    window.removeEventListener('pageshow', this.#onSeen)
  }

  async runNow(): Promise<void> {
    this.#cancelTimer?.()
    let isGood = false
    try {
      isGood = await this.#check()
    } finally {
      // A look that breaks is reported by who asked for it; the next one comes all the same.
      this.#failures = isGood ? 0 : this.#failures + 1
      this.#schedule()
    }
  }

  readonly #onSeen = (): void => {
    if (this.#environment.nowMs() >= this.#dueAtMs) this.#runWhenSeen()
  }

  readonly #onLineChange = (): void => {
    void this.runNow()
  }

  #schedule(): void {
    this.#cancelTimer?.()
    if (!this.#isRunning) return
    const { startTimer, nowMs, random } = this.#environment
    const delayMs = nextCheckMs(this.#failures, random())
    this.#dueAtMs = nowMs() + delayMs
    this.#cancelTimer = startTimer(() => this.#runWhenSeen(), delayMs)
  }

  #runWhenSeen(): void {
    if (this.#environment.document.visibilityState === 'visible') void this.runNow()
    // Due as soon as it is seen, wherever the clock is put meanwhile.
    else this.#dueAtMs = 0
  }
}
