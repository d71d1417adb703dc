/** Keeps the screen on in duty hours, and lets it go dark outside them. */
import type { StartTimer } from '../db/timer.ts'
import { isWithin, type DutyHours } from '../slides/duty-hours.ts'
import type { WakeState } from '../text/wake-lock-text.ts'
import { startRepeating } from './repeat.ts'

/** The part of a WakeLockSentinel that is used. */
export interface Sentinel extends EventTarget {
  readonly released: boolean
  readonly release: () => Promise<void>
}

export interface WakeLockTools {
  /** `navigator.wakeLock`: absent over plain http and in old browsers. */
  readonly wakeLock: { readonly request: (type: 'screen') => Promise<Sentinel> } | undefined
  /** `window.isSecureContext`. */
  readonly isSecure: boolean
  readonly document: Pick<Document, 'visibilityState'> & EventTarget
  readonly startTimer: StartTimer
  /** Minutes since midnight in the zone of the wall, now. */
  readonly minuteOfDay: () => number
  readonly hours: DutyHours
  /** Told at once, and whenever it changes. */
  readonly tell: (state: WakeState) => void
}

/**
 * The hours are looked up anew each time instead of being waited for: the clock may be set meanwhile,
 * and no timer grows so long that browsers fire it at once (from 2^31 ms on). It is also how soon a
 * lock is asked for again that the system took back; at once could become a loop.
 */
const LOOK_EVERY_MS = 15_000

class WakeLockKeeper {
  readonly #tools: WakeLockTools
  readonly #stopLooking: () => void
  #sentinel: Sentinel | null = null
  /** The question that is open; an answer to an older one is given back. */
  #question: object | null = null
  #told = ''
  #isStopped = false

  constructor(tools: WakeLockTools) {
    this.#tools = tools
    tools.document.addEventListener('visibilitychange', this.#look)
    this.#stopLooking = startRepeating(tools.startTimer, LOOK_EVERY_MS, this.#look)
  }

  readonly stop = (): void => {
    this.#isStopped = true
    this.#stopLooking()
    this.#tools.document.removeEventListener('visibilitychange', this.#look)
    this.#giveBack()
  }

  readonly #look = (): void => {
    const { wakeLock, isSecure, document, minuteOfDay, hours } = this.#tools
    if (!wakeLock) return this.#tell({ kind: isSecure ? 'unsupported' : 'insecure' })
    if (!isWithin(hours, minuteOfDay())) {
      this.#giveBack()
      return this.#tell({ kind: 'off-duty' })
    }
    if (this.#sentinel && !this.#sentinel.released) return this.#tell({ kind: 'held' })
    this.#drop()
    // The browser has taken the lock back, and gives none to a page that nobody sees.
    if (document.visibilityState !== 'visible') return this.#tell({ kind: 'asking' })
    // One that is not answered by the next look is asked again.
    if (this.#question) this.#question = null
    else void this.#ask(wakeLock)
  }

  async #ask(wakeLock: NonNullable<WakeLockTools['wakeLock']>): Promise<void> {
    const question = {}
    this.#question = question
    try {
      const sentinel = await wakeLock.request('screen')
      if (this.#question !== question) return void sentinel.release().catch(() => undefined)
      this.#question = null
      this.#sentinel = sentinel
      sentinel.addEventListener('release', this.#onReleased)
      this.#tell({ kind: 'held' })
    } catch (error) {
      if (this.#question !== question) return
      this.#question = null
      this.#tell({ kind: 'refused', reason: error instanceof Error ? error.name : String(error) })
    }
  }

  readonly #onReleased = (): void => {
    this.#drop()
    this.#tell({ kind: 'asking' })
  }

  #drop(): void {
    this.#sentinel?.removeEventListener('release', this.#onReleased)
    this.#sentinel = null
  }

  #giveBack(): void {
    const sentinel = this.#sentinel
    this.#question = null
    this.#drop()
    // It may be released already, and that is what is wanted.
    sentinel?.release().catch(() => undefined)
  }

  #tell(state: WakeState): void {
    const text = JSON.stringify(state)
    if (this.#isStopped || text === this.#told) return
    this.#told = text
    this.#tools.tell(state)
  }
}

/** Starts at once; a later duty period begins by itself. Returns how to stop, which gives the lock back. */
export function keepAwake(tools: WakeLockTools): () => void {
  return new WakeLockKeeper(tools).stop
}
