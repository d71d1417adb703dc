/**
 * A panel's life: comes when a reader touches it, when newer data are there, or where another view is
 * asked for than the one that was written. All panels of a page share one copy of the data.
 */
import { computed, createApp, createSSRApp, h, shallowRef, type App, type ShallowRef } from 'vue'
import { isChartHeldKey } from '../charts/chart-canvas-key.ts'
import { knownDayOf } from '../domain/known-until.ts'
import type { AsOf } from '../domain/standing.ts'
import { takeShipped } from '../feed/shipped.ts'
import { momentKey } from '../panels/moment.ts'
import { readerKey } from '../panels/reader.ts'
import { DataSession } from '../stores/data-session.ts'
import { INITIAL_DATA_STATE, stateOf, type DataState } from '../stores/data-state.ts'
import { evidenceIn } from '../stores/evidence.ts'
import { watchToday } from '../stores/today.ts'
import type { EmbedChoice } from './embed-choice.ts'
import { isWrittenView, type EmbedFacts } from './embed-facts.ts'
import { embedReader } from './embed-reader.ts'
import EmbedRoot from './EmbedRoot.vue'
import { guestDataTools } from './guest-data.ts'

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
  /**
   * Null where nothing is known to show; then what was written stays. Where a reader is there already,
   * it also stays until a picture has been drawn in its place.
   */
  open(order: LiveOrder, isTouched: boolean): Promise<LivePanel | null>
  /** Looks at the server, and takes in what is newer; false where that did not go well. */
  check(): Promise<boolean>
}

type BrowserWindow = Window & typeof globalThis

/** The day that a panel shows: a pinned one on which all was known already is the written one. */
function shownDay({ asOf }: EmbedChoice, { head }: DataState): AsOf {
  if (asOf === 'latest' || !head) return asOf
  return asOf >= knownDayOf(head.publications, 'latest') ? 'latest' : asOf
}

interface Shared {
  readonly window: BrowserWindow
  readonly base: string
  readonly state: Readonly<ShallowRef<DataState>>
}

interface Made {
  readonly app: App
  readonly panel: LivePanel
}

/** One app for each panel, over the data of all. */
function createPanel(
  { window, base, state }: Shared,
  { facts, choice }: LiveOrder,
  { isHydrated, isTouched }: { readonly isHydrated: boolean; readonly isTouched: boolean },
): Made {
  const isHeld = shallowRef(!isTouched)
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

/** Takes over what was written, or takes its place; throws where that fails, and then it still stands. */
function mountPanel({ app, panel }: Made, written: HTMLElement, isHydrated: boolean): LivePanel {
  const place = isHydrated ? written : written.ownerDocument.createElement('div')
  place.className = 'embed-live'
  const failures: unknown[] = []
  // Vue would write it into the console of the page around.
  app.config.errorHandler = (error) => void failures.push(error)
  // A box that is not in the page has no width to draw for.
  if (!isHydrated) written.replaceWith(place)
  app.mount(place)
  if (failures.length > 0 && !isHydrated) {
    app.unmount()
    place.replaceWith(written)
    throw failures[0]
  }
  return panel
}

/** `base` is the way to the app's folder as the panel's links write it, `baseUrl` the same in full. */
export function createLive(
  window: BrowserWindow,
  { base, baseUrl }: { readonly base: string; readonly baseUrl: string },
): Live {
  const state: ShallowRef<DataState> = shallowRef(INITIAL_DATA_STATE)
  const publish = (next: DataState) => {
    state.value = next
  }
  let session: Promise<DataSession> | null = null

  async function openSession({ generation }: EmbedFacts): Promise<DataSession> {
    const shipped = await takeShipped((url, init) => window.fetch(url, init), generation)
    if (shipped) publish(stateOf(shipped))
    return new DataSession(guestDataTools(window, baseUrl), publish, state.value)
  }

  function ensureSession(facts: EmbedFacts): Promise<DataSession> {
    session ??= openSession(facts).catch((error: unknown) => {
      session = null
      throw error
    })
    return session
  }

  return {
    async open(order, isTouched) {
      const opened = await ensureSession(order.facts)
      // Another panel of the page may have been written from an older generation than this one.
      const isBehind = () => (state.value.head?.seq ?? -1) < order.facts.seq
      if (isBehind()) await opened.check()
      const written = order.root.querySelector<HTMLElement>('.embed-live')
      const { head } = state.value
      if (!head || isBehind() || !written) return null
      const isHydrated = isWrittenView(order.facts, order.choice) && head.seq === order.facts.seq
      return mountPanel(
        createPanel({ window, base, state }, order, { isHydrated, isTouched }),
        written,
        isHydrated,
      )
    },
    async check() {
      const opened = await session
      await opened?.check()
      const { connectivity, refusals } = state.value
      return connectivity === 'online' && refusals.length === 0
    },
  }
}
