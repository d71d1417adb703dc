/** The stage: a slide is made ready behind the one in front, painted, and only then brought forward. */
import type { StartTimer } from '../db/timer.ts'
import type { Slide } from '../domain/slides.ts'
import {
  clear,
  drop,
  frontOf,
  isFading,
  nextOf,
  prepare,
  turn,
  type Layer,
  type Layers,
} from './layers.ts'

/** styles/wall.css fades within this. */
const FADED_MS = 900

export interface StageTools {
  readonly startTimer: StartTimer
  /** Resolves once what was put into the document has been painted. */
  readonly painted: () => Promise<void>
  readonly publish: (layers: Layers) => void
}

export class Stage {
  readonly #tools: StageTools
  #layers: Layers = []
  #made = 0
  /** Number of a layer in front whose slide is to be drawn anew, although it is the same. */
  #worn: number | null = null
  #isTurning = false
  #stopFade: (() => void) | null = null
  #isStopped = false

  constructor(tools: StageTools) {
    this.#tools = tools
  }

  get front(): Layer | undefined {
    return frontOf(this.#layers)
  }

  stop(): void {
    this.#isStopped = true
    this.#stopFade?.()
  }

  /** What stands in front comes again as another layer when its slide is next made ready. */
  wearOut(): void {
    this.#worn = this.front?.id ?? null
  }

  /** Puts a slide behind the front one, unless it stands there already; then nothing waits. */
  ready(slide: Slide): void {
    const { front } = this
    const waiting = nextOf(this.#layers)
    if (slide === front?.slide && front.id !== this.#worn) {
      if (waiting) this.drop(waiting.id)
    } else if (waiting?.slide !== slide) {
      this.#set(prepare(this.#layers, slide, this.#made))
      this.#made += 1
    }
  }

  /** Takes away a layer that failed before it was seen. */
  drop(id: number): void {
    this.#set(drop(this.#layers, id))
  }

  /** Brings forward what waits once it is painted; `come` is told of it in the same moment. */
  async turn(come: (layers: Layers, front: Layer) => void): Promise<void> {
    if (this.#isTurning) return
    // Nothing stands in front of the first one, and where pages are written nobody waits.
    if (this.front) await this.#untilPainted()
    // Meanwhile it may have failed.
    const next = nextOf(this.#layers)
    if (!next || this.#isStopped) return
    this.#layers = turn(this.#layers)
    come(this.#layers, next)
    this.#stopFade?.()
    this.#stopFade = isFading(this.#layers)
      ? this.#tools.startTimer(() => this.#set(clear(this.#layers)), FADED_MS)
      : null
  }

  #set(layers: Layers): void {
    this.#layers = layers
    this.#tools.publish(layers)
  }

  /** Another slide may be asked for meanwhile: it is waited for, too. */
  async #untilPainted(): Promise<void> {
    this.#isTurning = true
    let seen: number | undefined
    while (seen !== nextOf(this.#layers)?.id && !this.#isStopped) {
      seen = nextOf(this.#layers)?.id
      try {
        await this.#tools.painted()
      } catch {
        // What cannot be told is not waited for.
      }
    }
    this.#isTurning = false
  }
}
