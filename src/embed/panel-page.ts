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
  /** Number of the generation that the server has now; null where it cannot be told. */
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
function asideLines({ asOf, lang, rejected }: EmbedChoice): readonly string[] {
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
  #serverSeq = 0

  constructor(tools: PageTools) {
    this.#tools = tools
    this.#poller = new Poller(tools.polling, () => this.#look())
  }

  /** Takes care of a panel that stands in the page; returns how to let it go. */
  add(order: PanelOrder): () => void {
    const { root, facts, choice } = order
    const resident: Resident = { order, isClosed: false, isTouched: false, living: null }
    this.#residents.add(resident)
    root.dataset['theme'] = choice.theme
    showAside(root, choice)
    const touch = () => this.#touch(resident)
    for (const kind of TOUCHES) root.addEventListener(kind, touch, { passive: true })
    const isLate = facts.dueDay !== '' && facts.dueDay < this.#tools.today()
    const isOutdated = this.#serverSeq > facts.seq
    if (!isWrittenView(facts, choice) || (isLate && choice.asOf === 'latest') || isOutdated) {
      void this.#wake(resident)
    }
    if (this.#residents.size === 1) {
      this.#poller.start()
      void this.#poller.runNow()
    }
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
    resident.living ??= this.#bringToLife(resident).catch((error: unknown) => {
      // What was written stays, and the next touch tries again.
      resident.living = null
      resident.isTouched = false
      this.#tools.report(error)
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
    const panel = await live.open(resident.order)
    if (resident.isClosed) panel?.close()
    return resident.isClosed ? null : panel
  }

  /** One look for all panels of the page. */
  async #look(): Promise<boolean> {
    try {
      const seq = await this.#tools.readServerSeq()
      if (seq === null) return false
      const isNewer = seq > this.#serverSeq
      this.#serverSeq = Math.max(seq, this.#serverSeq)
      const outdated = [...this.#residents].filter(({ order }) => order.facts.seq < seq)
      if (outdated.length === 0 || !isNewer) return true
      await Promise.all(outdated.map((resident) => this.#wake(resident)))
      const isTaken = await (await this.#live)?.check()
      // Asked for again, sooner: what was written stands meanwhile.
      if (!isTaken) this.#serverSeq = 0
      return isTaken ?? false
    } catch (error) {
      this.#tools.report(error)
      return false
    }
  }
}
