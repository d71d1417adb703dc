/**
 * The panels of one page and what wakes them. Before a reader comes they stand as they were written;
 * one small look at the manifest tells whether that is still all there is.
 */
import { Poller, type PollEnvironment } from '../stores/poller.ts'
import { formatNotUnderstood, formatPinned } from '../text/embed-text.ts'
import type { EmbedChoice } from './embed-choice.ts'
import { isWrittenView, type EmbedFacts } from './embed-facts.ts'
import type { Live, LivePanel } from './live.ts'

/** What comes first of everything that a reader does. */
const TOUCHES = ['pointerover', 'pointerdown', 'focusin'] as const

export interface PageTools {
  /** Number of the generation that the server has now; null where it cannot be told. Never rejects. */
  readonly readServerSeq: () => Promise<number | null>
  readonly loadLive: () => Promise<Live>
  /** YYYY-MM-DD by the reader's clock. */
  readonly today: () => string
  readonly polling: PollEnvironment
  /** What goes wrong here must never reach the page around. */
  readonly report: (error: unknown) => void
}

export interface PanelOrder {
  readonly root: HTMLElement
  readonly facts: EmbedFacts
  readonly choice: EmbedChoice
}

interface Resident {
  readonly order: PanelOrder
  isClosed: boolean
  isTouched: boolean
  living: Promise<LivePanel | null> | null
}

/** Beneath the panel: the day that it is pinned to, and what was not understood. */
export function asideLines({ asOf, lang, rejected }: EmbedChoice): readonly string[] {
  return [
    ...(asOf === 'latest' ? [] : [formatPinned(asOf, lang)]),
    ...rejected.map(([name, value]) => formatNotUnderstood(name, value, lang)),
  ]
}

function showAside(root: HTMLElement, choice: EmbedChoice): void {
  const aside = root.querySelector<HTMLElement>('.embed-aside')
  if (!aside) return
  const lines = asideLines(choice)
  aside.textContent = lines.join(choice.lang === 'zh' ? '；' : '; ')
  aside.hidden = lines.length === 0
}

export class PanelPage {
  readonly #tools: PageTools
  readonly #poller: Poller
  readonly #residents = new Set<Resident>()
  #live: Promise<Live> | null = null
  /** As the manifest says it, which is not yet believed. */
  #serverSeq = 0
  /** That of which everything has been looked at, and taken in where it was good. */
  #caughtUpSeq = 0

  constructor(tools: PageTools) {
    this.#tools = tools
    this.#poller = new Poller(tools.polling, () => this.#look())
  }

  /** Takes care of a panel that stands in the page; returns how to let it go. */
  add(order: PanelOrder): () => void {
    const { root, choice } = order
    const resident: Resident = { order, isClosed: false, isTouched: false, living: null }
    this.#residents.add(resident)
    root.dataset['theme'] = choice.theme
    showAside(root, choice)
    const touch = () => this.#touch(resident)
    for (const kind of TOUCHES) root.addEventListener(kind, touch, { passive: true })
    if (this.#residents.size === 1) {
      this.#poller.start()
      void this.#poller.runNow()
    }
    void this.#catchUp()
    return () => {
      for (const kind of TOUCHES) root.removeEventListener(kind, touch)
      resident.isClosed = true
      void resident.living?.then((panel) => panel?.close())
      this.#residents.delete(resident)
      if (this.#residents.size === 0) this.#poller.stop()
    }
  }

  #touch(resident: Resident): void {
    if (resident.isTouched) return
    resident.isTouched = true
    void this.#wake(resident).then((panel) => panel?.touch())
  }

  #wake(resident: Resident): Promise<LivePanel | null> {
    resident.living ??= this.#bringToLife(resident)
      .catch((error: unknown) => {
        this.#tools.report(error)
        return null
      })
      .then((panel) => {
        if (panel) return panel
        // What was written stays, and the next touch or look tries again.
        resident.living = null
        resident.isTouched = false
        return null
      })
    return resident.living
  }

  async #bringToLife(resident: Resident): Promise<LivePanel | null> {
    this.#live ??= this.#tools.loadLive().catch((error: unknown) => {
      this.#live = null
      throw error
    })
    const live = await this.#live
    if (resident.isClosed) return null
    const panel = await live.open(resident.order, resident.isTouched)
    if (resident.isClosed) panel?.close()
    return resident.isClosed ? null : panel
  }

  #isOutdated({ order }: Resident): boolean {
    return order.facts.seq < this.#serverSeq
  }

  /** What was written is not, or no longer, what is to be shown. */
  #isWanting(resident: Resident): boolean {
    const { facts, choice } = resident.order
    const isLate = facts.dueDay !== '' && facts.dueDay < this.#tools.today()
    return (
      !isWrittenView(facts, choice) ||
      (isLate && choice.asOf === 'latest') ||
      this.#isOutdated(resident)
    )
  }

  /** Brings to life what needs it, and newer data to what lives; false where either failed. */
  async #catchUp(): Promise<boolean> {
    const wanting = [...this.#residents].filter((resident) => this.#isWanting(resident))
    const panels = await Promise.all(wanting.map((resident) => this.#wake(resident)))
    const isAwake = panels.every((panel, place) => panel !== null || wanting[place]?.isClosed)
    const seq = this.#serverSeq
    if (seq === this.#caughtUpSeq || !wanting.some((each) => this.#isOutdated(each))) return isAwake
    const isTaken = await this.#check()
    if (isTaken) this.#caughtUpSeq = seq
    return isAwake && isTaken
  }

  async #check(): Promise<boolean> {
    try {
      return (await (await this.#live)?.check()) ?? false
    } catch (error) {
      this.#tools.report(error)
      return false
    }
  }

  /** One look for all panels of the page. */
  async #look(): Promise<boolean> {
    const seq = await this.#tools.readServerSeq()
    if (seq !== null) this.#serverSeq = seq
    const isCaughtUp = await this.#catchUp()
    return isCaughtUp && seq !== null
  }
}
