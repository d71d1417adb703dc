/** When to look at the server again: now and then while someone looks, and when the line is back. */
import type { StartTimer } from '../db/timer.ts'

const POLL_EVERY_MS = 5 * 60_000
/** After a failure; with its jitter still within the minute that recovery may take (promise R6). */
const RETRY_EVERY_MS = 45_000
const JITTER = 0.1

export interface PollEnvironment {
  readonly startTimer: StartTimer
  readonly nowMs: () => number
  /** 0 up to 1, so that a bureau's screens do not all ask at once. */
  readonly random: () => number
  readonly document: Pick<Document, 'visibilityState'> & EventTarget
  readonly window: EventTarget
}

export function nextCheckMs(hasFailed: boolean, random: number): number {
  const every = hasFailed ? RETRY_EVERY_MS : POLL_EVERY_MS
  return Math.round(every * (1 - JITTER + 2 * JITTER * random))
}

export class Poller {
  readonly #environment: PollEnvironment
  /** Says whether a server was reached and all it had was taken. */
  readonly #check: () => Promise<boolean>
  #dueAtMs = 0
  #cancelTimer: (() => void) | null = null
  #isRunning = false

  constructor(environment: PollEnvironment, check: () => Promise<boolean>) {
    this.#environment = environment
    this.#check = check
  }

  start(): void {
    const { document, window } = this.#environment
    this.#isRunning = true
    this.#schedule(false)
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
    const isGood = await this.#check()
    this.#schedule(!isGood)
  }

  readonly #onSeen = (): void => {
    if (this.#environment.nowMs() >= this.#dueAtMs) this.#runWhenSeen()
  }

  readonly #onLineChange = (): void => {
    void this.runNow()
  }

  #schedule(hasFailed: boolean): void {
    this.#cancelTimer?.()
    if (!this.#isRunning) return
    const { startTimer, nowMs, random } = this.#environment
    const delayMs = nextCheckMs(hasFailed, random())
    this.#dueAtMs = nowMs() + delayMs
    this.#cancelTimer = startTimer(() => this.#runWhenSeen(), delayMs)
  }

  #runWhenSeen(): void {
    if (this.#environment.document.visibilityState === 'visible') void this.runNow()
  }
}
