/**
 * A panel's life: comes when a reader touches it, when newer data are there, or where another view is
 * asked for than the one that was written. All panels of a page share one copy of the data.
 */
import { computed, createApp, createSSRApp, h, shallowRef, type App } from 'vue'
import { isChartHeldKey } from '../charts/chart-canvas-key.ts'
import { openMemoryStore } from '../db/memory-store.ts'
import { knownDayOf } from '../domain/known-until.ts'
import type { AsOf } from '../domain/standing.ts'
import { BUILD_FLOOR } from '../feed/build-floor.ts'
import { createSha256 } from '../feed/sha256.ts'
import { takeShipped } from '../feed/shipped.ts'
import { runUpdate } from '../feed/update.ts'
import { momentKey } from '../panels/moment.ts'
import { readerKey } from '../panels/reader.ts'
import { browserStartTimer, manifestUrlOf } from '../stores/browser-basics.ts'
import { DataSession, type DataTools } from '../stores/data-session.ts'
import { INITIAL_DATA_STATE, stateOf, type DataState } from '../stores/data-state.ts'
import { evidenceIn } from '../stores/evidence.ts'
import { watchToday } from '../stores/today.ts'
import type { EmbedChoice } from './embed-choice.ts'
import { isWrittenView, type EmbedFacts } from './embed-facts.ts'
import { embedReader } from './embed-reader.ts'
import EmbedRoot from './EmbedRoot.vue'

export interface LivePanel {
  /** A reader is there: from now on pictures are drawn. */
  touch(): void
  close(): void
}

export interface LiveOrder {
  readonly root: HTMLElement
  readonly facts: EmbedFacts
  readonly choice: EmbedChoice
}

export interface Live {
  /** Null where nothing is known to show; then what was written stays. */
  open(order: LiveOrder): Promise<LivePanel | null>
  /** Looks at the server, and takes in what is newer; false where that did not go well. */
  check(): Promise<boolean>
}

type BrowserWindow = Window & typeof globalThis

/** Nothing is kept: a page of somebody else's is no place for a store, and the browser keeps the files. */
function dataTools(window: BrowserWindow, baseUrl: string): DataTools {
  const startTimer = browserStartTimer(window)
  const nowMs = () => window.Date.now()
  const tombstone = { read: () => null, write: () => false }
  const updateTools = {
    fetch: (url: string, init: RequestInit) => window.fetch(url, init),
    // Absent on plain http, whatever the type says.
    sha256: createSha256(window.crypto?.subtle as SubtleCrypto | undefined),
    startTimer,
    nowMs,
    dataset: BUILD_FLOOR.dataset,
    manifestUrl: manifestUrlOf(baseUrl),
    tombstone,
    buildFloor: BUILD_FLOOR,
  }
  const channel = { announce: () => undefined, listen: () => undefined, close: () => undefined }
  return {
    openStore: () => Promise.resolve({ store: openMemoryStore(), why: null, loss: null }),
    update: (store) => runUpdate(store, updateTools),
    tombstone,
    openChannel: () => channel,
    polling: { startTimer, nowMs, random: () => 0.5, document: window.document, window },
    onAccepted: () => undefined,
  }
}

/** The day that a panel shows: a pinned one on which all was known already is the written one. */
function shownDay({ asOf }: EmbedChoice, { head }: DataState): AsOf {
  if (asOf === 'latest' || !head) return asOf
  return asOf >= knownDayOf(head.publications, 'latest') ? 'latest' : asOf
}

/** `base` is the way to the app's folder as the panel's links write it, `baseUrl` the same in full. */
export function createLive(
  window: BrowserWindow,
  { base, baseUrl }: { readonly base: string; readonly baseUrl: string },
): Live {
  const state = shallowRef(INITIAL_DATA_STATE)
  const publish = (next: DataState) => {
    state.value = next
  }
  let session: Promise<DataSession> | null = null

  async function openSession({ generation }: EmbedFacts): Promise<DataSession> {
    const shipped = await takeShipped((url, init) => window.fetch(url, init), generation)
    if (shipped) publish(stateOf(shipped))
    const opened = new DataSession(dataTools(window, baseUrl), publish, state.value)
    if (!shipped) await opened.check()
    return opened
  }

  function createPanel(order: LiveOrder, isHydrated: boolean): { app: App; panel: LivePanel } {
    const { facts, choice } = order
    const isHeld = shallowRef(true)
    const today = shallowRef('')
    const asOf = computed(() => shownDay(choice, state.value))
    const region = choice.region === facts.home ? null : choice.region
    const evidence = computed(() => {
      const found = evidenceIn({
        ...state.value,
        need: () => Promise.resolve(),
        needAlso: () => Promise.resolve(),
      })
      if (!found) throw new Error('nothing is known')
      return found
    })
    const props = () => ({
      indicator: facts.indicator,
      evidence: evidence.value,
      asOf: asOf.value,
      region,
    })
    const app = (isHydrated ? createSSRApp : createApp)({ render: () => h(EmbedRoot, props()) })
    const { theme, lang } = choice
    app.provide(
      readerKey,
      computed(() => embedReader(base, { theme, lang, asOf: asOf.value, region })),
    )
    app.provide(
      momentKey,
      computed(() => ({
        // What is pinned to a day is judged on it.
        today: choice.asOf === 'latest' ? today.value : choice.asOf,
        seq: state.value.head?.seq ?? 0,
        takenIn: null,
      })),
    )
    app.provide(isChartHeldKey, isHeld)
    const stopDay = watchToday(window, (day) => {
      today.value = day
    })
    app.onUnmount(stopDay)
    const touch = () => {
      isHeld.value = false
    }
    return { app, panel: { touch, close: () => app.unmount() } }
  }

  return {
    async open(order) {
      await (session ??= openSession(order.facts))
      const written = order.root.querySelector<HTMLElement>('.embed-live')
      const { head } = state.value
      if (!head || !written) return null
      const isHydrated = isWrittenView(order.facts, order.choice) && head.seq === order.facts.seq
      const { app, panel } = createPanel(order, isHydrated)
      const place = isHydrated ? written : written.ownerDocument.createElement('div')
      place.className = 'embed-live'
      // A box that is not in the page has no width to draw for.
      if (!isHydrated) written.replaceWith(place)
      app.mount(place)
      return panel
    },
    async check() {
      const opened = await session
      await opened?.check()
      const { connectivity, refusals } = state.value
      return connectivity === 'online' && refusals.length === 0
    },
  }
}
