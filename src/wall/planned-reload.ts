/** The wall's own reload, once a day in the dark, or early where it has grown too heavy. */
import type { StartTimer } from '../db/timer.ts'
import { isWithin, type Hours } from '../slides/duty-hours.ts'
import type { ReloadLedger } from './reload-ledger.ts'
import { startRepeating } from './repeat.ts'

export interface PlannedReloadTools {
  /** From {@link planReloadWindow}; null: never by itself. */
  readonly window: Hours | null
  readonly minuteOfDay: () => number
  /** `Date.now()`, for the ledger. */
  readonly nowMs: () => number
  /** `performance.now()`: milliseconds since this document began. */
  readonly steadyMs: () => number
  readonly startTimer: StartTimer
  readonly ledger: ReloadLedger
  /** Whether a reload would find everything, see {@link probeDocument}; it never rejects. */
  readonly probe: () => Promise<boolean>
  readonly reload: () => void
}

const MINUTE_MS = 60_000
/** A document younger than this has been reloaded tonight, or was opened a short while ago. */
const YOUNG_MS = 6 * 60 * MINUTE_MS
/** What the server answered so long ago still counts at the next boundary; then it is asked again. */
const FRESH_MS = 2 * MINUTE_MS
const LONGEST_WAIT_MS = 16 * MINUTE_MS

/** After each failure in a row twice as long, from one minute on. */
function probeWaitMs(failures: number): number {
  return Math.min(MINUTE_MS * 2 ** Math.max(0, failures - 1), LONGEST_WAIT_MS)
}

export interface PlannedReload {
  /** To be called between the last slide and the first: true where the reload has begun. */
  readonly atBoundary: () => boolean
  /** Asks for a reload at the next boundary, whatever the hour. */
  readonly requestEarly: () => void
  readonly stop: () => void
}

class Planner implements PlannedReload {
  readonly #tools: PlannedReloadTools
  readonly #stopLooking: () => void
  #isEarly = false
  #isProbing = false
  #failures = 0
  #nextProbeMs = 0
  #answeredAtMs: number | null = null
  #isOver = false

  constructor(tools: PlannedReloadTools) {
    this.#tools = tools
    this.#stopLooking = startRepeating(tools.startTimer, MINUTE_MS, () => void this.#look())
  }

  readonly atBoundary = (): boolean => {
    const { ledger, nowMs, steadyMs, reload } = this.#tools
    const answered = this.#answeredAtMs
    const isReady = answered !== null && steadyMs() - answered <= FRESH_MS
    if (!this.#isWanted() || !isReady) return false
    if (!ledger.mayReload(nowMs()) || !ledger.noteReload(nowMs())) return false
    this.stop()
    reload()
    return true
  }

  readonly requestEarly = (): void => {
    this.#isEarly = true
  }

  readonly stop = (): void => {
    this.#isOver = true
    this.#stopLooking()
  }

  #isWanted(): boolean {
    const { window, minuteOfDay, steadyMs } = this.#tools
    if (this.#isOver) return false
    if (this.#isEarly) return true
    return window !== null && steadyMs() >= YOUNG_MS && isWithin(window, minuteOfDay())
  }

  async #look(): Promise<void> {
    const { ledger, nowMs, steadyMs, probe } = this.#tools
    if (!this.#isWanted()) {
      this.#failures = 0
      this.#nextProbeMs = 0
      return
    }
    if (this.#isProbing || steadyMs() < this.#nextProbeMs || !ledger.mayReload(nowMs())) return
    this.#isProbing = true
    const isWhole = await probe()
    this.#isProbing = false
    this.#answeredAtMs = isWhole ? steadyMs() : null
    this.#failures = isWhole ? 0 : this.#failures + 1
    // Asked again a minute before the answer is too old.
    const waitMs = isWhole ? FRESH_MS - MINUTE_MS : probeWaitMs(this.#failures)
    this.#nextProbeMs = steadyMs() + waitMs
  }
}

export function startPlannedReload(tools: PlannedReloadTools): PlannedReload {
  return new Planner(tools)
}
