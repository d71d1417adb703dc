/** The show: which slide stands in front, which comes next, and when new data are taken in. */
import { attempt } from './attempt.ts'
import {
  forget,
  isIll,
  leftOut,
  LIST,
  NO_FAILURES,
  noteFailure,
  retry,
  settle,
  type Failures,
  type Part,
} from './failures.ts'
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
import { PREPARE_MS, toldPause, untilDue } from './show-pace.ts'
import { EMPTY_SHOW, type ShowSource, type ShowState, type ShowTools } from './show-state.ts'
import { Stage } from './stage.ts'

/** Of a slide of which nobody can say how much there is to read. */
const UNKNOWN_DWELL_MS = 20_000

export class SlideShow {
  readonly #tools: ShowTools
  readonly #publish: (state: ShowState) => void
  readonly #stage: Stage
  #state: ShowState = EMPTY_SHOW
  #rotation: Rotation
  #source: ShowSource | null = null
  #adopted: { readonly source: ShowSource; readonly list: Playlist } | null = null
  #stopTimer: (() => void) | null = null
  #isStopped = false

  constructor(tools: ShowTools, publish: (state: ShowState) => void) {
    this.#tools = tools
    this.#publish = publish
    const { startTimer, painted } = tools
    this.#stage = new Stage({
      startTimer,
      painted,
      publish: (layers) => this.#become({ layers }),
    })
    this.#rotation = startRotation(tools.nowMs())
  }

  start(): void {
    this.#run()
  }

  stop(): void {
    this.#isStopped = true
    this.#stopTimer?.()
    this.#stage.stop()
  }

  /** New data come between two slides, whole; the very first as soon as they are there. */
  offer(source: ShowSource): void {
    this.#source = source
    if (this.#stage.front) return
    void this.#show()
    if (this.#stopTimer) this.#lookLater()
  }

  command(command: RotationCommand): void {
    const before = this.#rotation.index
    const now = this.#tools.nowMs()
    this.#rotation = runCommand(this.#rotation, command, now, this.#names().length)
    this.#become({ pause: this.#pauseLeft(now) })
    if (this.#rotation.index !== before) {
      // One that is named gets another chance.
      if (command.kind === 'jump') this.again('slides', this.#names()[command.index] ?? '')
      void this.#show()
    }
    this.#lookLater()
  }

  /** A layer could not be rendered: it is taken away before anybody has seen it. */
  fail(layer: number, name: string, reason: string): void {
    this.#stage.drop(layer)
    this.#note('slides', name, reason, layer)
    this.#lookLater()
  }

  /** A panel of a layer could not be rendered: it says so in its place, and the slide is shown. */
  failPanel(layer: number, name: string, reason: string): void {
    this.#note('panels', name, reason, layer)
  }

  /** What failed is tried again. */
  again(part: Part, name: string): void {
    this.#keepFailures(forget(this.#state.failures, part, name))
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

  #pauseLeft(now: number): number | 'held' | null {
    return toldPause(pauseLeft(this.#rotation, now))
  }

  #dwell(): number {
    const { front } = this.#stage
    if (!front) return 0
    return attempt(() => this.#tools.dwellMs(front.slide)).value ?? UNKNOWN_DWELL_MS
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
      return this.#note('slides', LIST, reason, null)
    }
    // Where nothing has been shown yet the round begins at its beginning.
    const at = this.#stage.front && this.#names()[this.#rotation.index]
    const found = at === undefined ? 0 : list.names.indexOf(at)
    this.#adopted = { source, list }
    this.#rotation = { ...this.#rotation, index: found < 0 ? lostAt : found, skipped: [] }
    this.#become({ unknown: list.unknown })
    this.#keepFailures(NO_FAILURES)
  }

  #note(part: Part, name: string, reason: string, layer: number | null): void {
    const failed = { name, failure: { reason, layer }, nowMs: this.#tools.nowMs() }
    this.#keepFailures(noteFailure(this.#state.failures, part, failed))
  }

  #keepFailures(failures: Failures): void {
    this.#rotation = skip(this.#rotation, leftOut(failures, this.#names()))
    this.#become({ failures })
  }

  #retryFailed(now: number): void {
    const { failures } = this.#state
    const again = retry(failures, now)
    if (!again) return
    const { front } = this.#stage
    // A slide that stands alone would be left standing as it is.
    if (front && isIll(failures, front)) this.#stage.wearOut()
    this.#keepFailures(again)
  }

  /** Makes a slide and has it wait; false where it cannot be made, which is noted, or is left out. */
  #ready(name: string): boolean {
    if (this.#state.failures.slides.has(name)) return false
    const { value, reason } = attempt(() => this.#adopted?.list.slide(name) ?? null)
    if (value) this.#stage.ready(value)
    else this.#note('slides', name, reason === '' ? 'not in these data' : reason, null)
    return value !== null
  }

  async #show(): Promise<void> {
    this.#adopt(0)
    const name = this.#names()[this.#rotation.index]
    if (name === undefined || !this.#ready(name)) return
    await this.#stage.turn((layers, front) => {
      const names = this.#names()
      const { name: shown } = front.slide
      const { index: at } = this.#rotation
      // A slide may stand in the list more than once.
      const index = names[at] === shown ? at : Math.max(0, names.indexOf(shown))
      this.#become({ layers, names, index, seq: this.#adopted?.source.seq ?? 0 })
      this.#keepFailures(settle(this.#state.failures, front))
    })
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
    } else if (this.#stage.front) this.#lookAhead(now)
    else void this.#show()
  }

  #untilDue(): number {
    const { index, shownSinceMs, skipped } = this.#rotation
    const now = this.#tools.nowMs()
    return untilDue({
      hasFront: this.#stage.front !== undefined,
      isLeftOut: skipped.includes(index),
      isHopeless: this.#names().every((_, i) => skipped.includes(i)),
      pause: pauseLeft(this.#rotation, now),
      leftMs: shownSinceMs + this.#dwell() - now,
    })
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
