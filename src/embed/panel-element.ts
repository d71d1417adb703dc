/**
 * `<qinglan-panel indicator="pm25" theme="dark" lang="en" region="410000" v="2023-01-01">`: one panel in
 * a shadow root. What stands inside the element is shown until the panel is whole, and for good where
 * it cannot be had.
 */
import { readChoice } from './embed-choice.ts'
import { readFacts, ROOT_CLASS } from './embed-facts.ts'
import { stepFor } from './embed-widths.ts'
import type { PanelPage } from './panel-page.ts'
import { absolutise, readDocument } from './written-panel.ts'

export interface ElementTools {
  readonly window: Window & typeof globalThis
  /** The app's folder in full, with a slash at its end. */
  readonly baseUrl: string
  readonly page: PanelPage
  /** The sheet of all panels, read once; rejects where it cannot be had. */
  readonly sheet: () => Promise<CSSStyleSheet>
}

/** Shows what stands inside the element, whenever no panel does. */
function standIn(shadow: ShadowRoot): HTMLSlotElement {
  return shadow.ownerDocument.createElement('slot')
}

const ATTRIBUTES = ['indicator', 'theme', 'lang', 'region', 'v'] as const
const ID = /^[a-z0-9-]+$/

interface Placed {
  readonly indicator: string
  readonly close: () => void
}

function follow(root: HTMLElement, tools: ElementTools): () => void {
  const observer = new tools.window.ResizeObserver(([entry]) => {
    if (entry) root.dataset['still'] = stepFor(entry.contentRect.width)
  })
  observer.observe(root)
  return () => observer.disconnect()
}

/** Null where the panel cannot be had, or is no longer wanted. */
async function place(
  host: HTMLElement,
  tools: ElementTools,
  signal: AbortSignal,
): Promise<Placed | null> {
  const id = host.getAttribute('indicator') ?? ''
  if (!ID.test(id)) return null
  const around = host.parentElement?.closest('[lang]')?.getAttribute('lang') ?? ''
  const choice = readChoice((name) => host.getAttribute(name), around)
  const fileUrl = `${tools.baseUrl}embed/${id}${choice.lang === 'zh' ? '' : `.${choice.lang}`}.html`
  const [written, sheet] = await Promise.all([
    readDocument(tools.window, fileUrl, signal),
    tools.sheet(),
  ])
  const found = written?.querySelector<HTMLElement>(`.${ROOT_CLASS}`)
  const facts = found && readFacts(found, fileUrl)
  if (!found || !facts || signal.aborted) return null
  absolutise(found, fileUrl)
  const root = host.ownerDocument.importNode(found, true)
  root.dataset['still'] = stepFor(host.getBoundingClientRect().width)
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [sheet]
  shadow.replaceChildren(root)
  const stopFollowing = follow(root, tools)
  const leave = tools.page.add({ root, facts, choice })
  return {
    indicator: id,
    close() {
      leave()
      stopFollowing()
      // Its successor may have taken its place.
      if (root.parentNode === shadow) root.replaceWith(standIn(shadow))
    },
  }
}

/** Nothing here throws into the page around. */
export function definePanel(tools: ElementTools): void {
  class QinglanPanel extends tools.window.HTMLElement {
    static readonly observedAttributes = ATTRIBUTES
    #stop: AbortController | null = null
    #placed: Placed | null = null

    connectedCallback(): void {
      void this.#begin()
    }

    disconnectedCallback(): void {
      this.#end()
    }

    attributeChangedCallback(_: string, before: string | null, now: string | null): void {
      if (before !== now && this.#stop) void this.#begin()
    }

    #end(): void {
      this.#stop?.abort()
      this.#stop = null
      this.#placed?.close()
      this.#placed = null
    }

    async #begin(): Promise<void> {
      this.#stop?.abort()
      const stop = new AbortController()
      this.#stop = stop
      let placed: Placed | null = null
      try {
        placed = await place(this, tools, stop.signal)
      } catch {
        // The host's policy, an old engine, no network: what stands inside the element stays.
      }
      if (stop.signal.aborted) return placed?.close()
      // What stands is better than nothing, unless it is of another indicator.
      if (!placed && this.#placed?.indicator === this.getAttribute('indicator')) return
      this.#placed?.close()
      this.#placed = placed
    }
  }
  const { customElements } = tools.window
  if (!customElements.get('qinglan-panel')) customElements.define('qinglan-panel', QinglanPanel)
}
