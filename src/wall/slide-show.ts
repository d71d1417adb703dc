/** The show: which slide stands in front, which comes next, and when new data are taken in. */
import type { StartTimer } from '../db/timer.ts'
import type { Evidence, Viewpoint } from '../domain/evidence.ts'
import type { Slide } from '../domain/slides.ts'
import { attempt } from './attempt.ts'
import { clear, drop, frontOf, nextOf, prepare, turn, type Layers } from './layers.ts'
import { createPlaylist, type Playlist } from './playlist.ts'
import {
  pauseLeft,
  runCommand,
  skip,
  startRotation,
  tick,
  type Rotation,
  type RotationCommand,
} from './rotation.ts'

/** The next slide is made so long before its turn: its charts are drawn when it comes. */
const PREPARE_MS = 3000
/** Between two looks while the next slide is made: what fails meanwhile is left out in time. */
const SOON_MS = 250
/** Between two looks where nothing is due: the canvas may have changed how long a slide stands. */
const SELDOM_MS = 5000
/** What is left of a pause is told so often. */
const TOLD_MS = 1000
/** styles/wall.css fades within this. */
const FADED_MS = 900
/** A slide that failed gets another chance so often. */
const RETRY_MS = 60 * 60_000
/** Of a slide of which nobody can say how much there is to read. */
const UNKNOWN_DWELL_MS = 20_000
/** Stands for the list of slides among what failed. */
const LIST = 'slides'

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
  /** Slides that could not be shown, with the reason. */
  readonly failed: ReadonlyMap<string, string>
}

export const EMPTY_SHOW: ShowState = Object.freeze({
  layers: [],
  names: [],
  seq: 0,
  unknown: [],
  index: 0,
  pause: null,
  failed: new Map(),
})

export class SlideShow {
  readonly #tools: ShowTools
  readonly #publish: (state: ShowState) => void
  #state: ShowState = EMPTY_SHOW
  #rotation: Rotation
  #source: ShowSource | null = null
  #adopted: { readonly source: ShowSource; readonly list: Playlist } | null = null
  #failedSinceMs = 0
  #isTurning = false
  #stopTimer: (() => void) | null = null
  #isStopped = false

  constructor(tools: ShowTools, publish: (state: ShowState) => void) {
    this.#tools = tools
    this.#publish = publish
    this.#rotation = startRotation(tools.nowMs())
  }

  start(): void {
    this.#run()
  }

  stop(): void {
    this.#isStopped = true
    this.#stopTimer?.()
  }

  /** New data come between two slides, whole; the very first as soon as they are there. */
  offer(source: ShowSource): void {
    this.#source = source
    if (!this.#front()) void this.#show()
  }

  command(command: RotationCommand): void {
    const before = this.#rotation.index
    const now = this.#tools.nowMs()
    this.#rotation = runCommand(this.#rotation, command, now, this.#names().length)
    this.#become({ pause: this.#pauseLeft(now) })
    if (this.#rotation.index !== before) void this.#show()
    this.#lookLater()
  }

  /** A layer could not be rendered: it is taken away before anybody has seen it. */
  fail(layer: number, name: string, reason: string): void {
    this.#become({ layers: drop(this.#state.layers, layer) })
    this.#note(name, reason)
    this.#lookLater()
  }

  #become(change: Partial<ShowState>): void {
    if (this.#isStopped) return
    const isSame = (Object.keys(change) as (keyof ShowState)[]).every(
      (key) => change[key] === this.#state[key],
    )
    if (isSame) return
    this.#state = { ...this.#state, ...change }
    this.#publish(this.#state)
  }

  #front(): Slide | null {
    return frontOf(this.#state.layers)?.slide ?? null
  }

  /** In whole seconds: what is told changes no more often. */
  #pauseLeft(now: number): number | 'held' | null {
    const left = pauseLeft(this.#rotation, now)
    return typeof left === 'number' ? Math.ceil(left / TOLD_MS) * TOLD_MS : left
  }

  #dwell(): number {
    const front = this.#front()
    if (!front) return 0
    return attempt(() => this.#tools.dwellMs(front)).value ?? UNKNOWN_DWELL_MS
  }

  /** Names of all slides, those of the newest data that a slide was made of. */
  #names(): readonly string[] {
    return this.#adopted?.list.names ?? EMPTY_SHOW.names
  }

  /** Newer data may have other slides: the place is kept by name, or else becomes `lostAt`. */
  #adopt(lostAt: number): void {
    const source = this.#source
    if (!source || this.#adopted?.source === source) return
    const { asked, evidence, viewpoint } = source
    const { value: list, reason } = attempt(() => createPlaylist(asked, evidence, viewpoint))
    if (!list) {
      // The slides that are known stay until there are other data.
      this.#source = this.#adopted?.source ?? null
      return this.#note(LIST, reason)
    }
    const at = this.#names()[this.#rotation.index]
    const found = at === undefined ? 0 : list.names.indexOf(at)
    this.#adopted = { source, list }
    this.#rotation = { ...this.#rotation, index: found < 0 ? lostAt : found, skipped: [] }
    this.#become({ unknown: list.unknown, failed: EMPTY_SHOW.failed })
  }

  #note(name: string, reason: string): void {
    if (this.#state.failed.size === 0) this.#failedSinceMs = this.#tools.nowMs()
    const failed = new Map(this.#state.failed).set(name, reason)
    const indices = this.#names().flatMap((each, i) => (failed.has(each) ? [i] : []))
    this.#rotation = skip(this.#rotation, indices)
    this.#become({ failed })
  }

  #retryFailed(now: number): void {
    if (this.#state.failed.size === 0 || now - this.#failedSinceMs < RETRY_MS) return
    this.#rotation = skip(this.#rotation, [])
    this.#become({ failed: EMPTY_SHOW.failed })
  }

  /** Null for a slide that cannot be made, which is noted. */
  #make(name: string): Slide | null {
    const { value, reason } = attempt(() => this.#adopted?.list.slide(name) ?? null)
    if (reason !== '') this.#note(name, reason)
    return value
  }

  /** Puts a slide behind the front one, unless it stands there already; false where it never will. */
  #ready(name: string): boolean {
    const made = this.#make(name)
    if (!made) return false
    const { layers } = this.#state
    if (made === this.#front()) {
      const waiting = nextOf(layers)
      if (waiting) this.#become({ layers: drop(layers, waiting.id) })
    } else if (nextOf(layers)?.slide !== made) this.#become({ layers: prepare(layers, made) })
    return true
  }

  async #show(): Promise<void> {
    this.#adopt(0)
    const name = this.#names()[this.#rotation.index]
    if (name === undefined || !this.#ready(name) || this.#isTurning) return
    // Nothing stands in front of the first one, and where pages are written nobody waits.
    if (this.#front()) await this.#untilPainted()
    // Meanwhile another may have been asked for, or this one has failed.
    const next = nextOf(this.#state.layers)
    if (!next || this.#isStopped) return
    const names = this.#names()
    const { name: shown } = next.slide
    const { index: at } = this.#rotation
    // A slide may stand in the list more than once.
    const index = names[at] === shown ? at : Math.max(0, names.indexOf(shown))
    const seq = this.#adopted?.source.seq ?? 0
    this.#become({ layers: turn(this.#state.layers), names, index, seq })
    this.#tools.startTimer(() => this.#become({ layers: clear(this.#state.layers) }), FADED_MS)
  }

  async #untilPainted(): Promise<void> {
    this.#isTurning = true
    try {
      await this.#tools.painted()
    } catch {
      // What cannot be told is not waited for.
    }
    this.#isTurning = false
  }

  #lookAhead(now: number): void {
    const { shownSinceMs, pausedUntilMs } = this.#rotation
    const dwell = this.#dwell()
    if (pausedUntilMs !== null || now - shownSinceMs < dwell - PREPARE_MS) return
    // A slide that is no more is followed by the first.
    this.#adopt(-1)
    const names = this.#names()
    const name = names[tick(this.#rotation, shownSinceMs + dwell, dwell, names.length).index]
    if (name !== undefined) this.#ready(name)
  }

  #step(): void {
    const now = this.#tools.nowMs()
    const before = this.#rotation
    this.#rotation = tick(before, now, this.#dwell(), this.#names().length)
    const { index, shownSinceMs } = this.#rotation
    this.#become({ pause: this.#pauseLeft(now) })
    // A slide that stands alone comes again, too.
    const isAgain = shownSinceMs !== before.shownSinceMs && before.pausedUntilMs === null
    if (index !== before.index || isAgain) {
      this.#retryFailed(now)
      const isRoundOver = index <= before.index
      if (attempt(() => this.#tools.onBoundary({ isRoundOver })).value) return this.stop()
      void this.#show()
    } else if (this.#front()) this.#lookAhead(now)
    else void this.#show()
  }

  /** Milliseconds until something may be due: a timer four times a second would be all that a wall does. */
  #untilDue(): number {
    const { index, shownSinceMs, skipped } = this.#rotation
    if (!this.#front() || skipped.includes(index)) return SOON_MS
    const now = this.#tools.nowMs()
    const pause = pauseLeft(this.#rotation, now)
    if (pause === 'held') return SELDOM_MS
    if (pause !== null) return pause % TOLD_MS || TOLD_MS
    const left = shownSinceMs + this.#dwell() - now
    if (left > PREPARE_MS) return Math.min(SELDOM_MS, left - PREPARE_MS)
    return left > 0 ? Math.min(SOON_MS, left) : SOON_MS
  }

  #lookLater(): void {
    this.#stopTimer?.()
    if (this.#isStopped) return
    this.#stopTimer = this.#tools.startTimer(() => this.#run(), this.#untilDue())
  }

  #run(): void {
    if (this.#isStopped) return
    this.#step()
    this.#lookLater()
  }
}
