/** The door to the wall: hands the browser's clock, storage and network to everything inside. */
import '../offline/old-engines.ts'
import { createPinia } from 'pinia'
import { createApp, h } from 'vue'
import { BUILD_FLOOR } from '../feed/build-floor.ts'
import { takeShipped } from '../feed/shipped.ts'
import takeInWorkerUrl from '../feed/take-in-worker.ts?worker&url'
import { requestKeepData, registerServiceWorker, workerUrlOf } from '../offline/register.ts'
import { installTrustedTypes } from '../offline/trusted-types.ts'
import { parseWallQuery } from '../slides/wall-address.ts'
import { manifestUrlOf } from '../stores/browser-basics.ts'
import { browserDataTools } from '../stores/browser-data-tools.ts'
import { stateOf } from '../stores/data-state.ts'
import { provideData, useDataStore } from '../stores/data-store.ts'
import { langTag } from '../text/lang.ts'
import { browserWallTools } from './browser-wall-tools.ts'
import { keepCurtain, raiseCurtain } from './curtain.ts'
import { wallToolsKey } from './wall-tools.ts'
import Wall from './Wall.vue'
import './sheets.ts'

const root = document.documentElement
const base = new URL('./', location.href).href
const workerUrl = workerUrlOf(base)
installTrustedTypes(window, [workerUrl, takeInWorkerUrl], base)

const choice = parseWallQuery(location.search)
root.dataset['theme'] = choice.theme
root.lang = langTag(choice.lang)

const LONGEST_APPLY_MS = 15_000
/** A server that takes the question and never answers must not leave the screen dark. */
const LONGEST_SHIPPED_MS = 10_000
const getContainer = () => navigator.serviceWorker as ServiceWorkerContainer | undefined
/** What brings in the release that waits, if one does: with the next planned reload. */
const waiting: { apply: (() => void) | null } = { apply: null }
const tools = browserWallTools(window, choice, {
  base,
  origin: null,
  leave: () => location.assign(`${base}index.html`),
  reload: () => {
    keepCurtain(() => window.sessionStorage, document.querySelector('.wall'))
    waiting.apply?.()
    // A worker that never comes must not leave the wall standing still.
    setTimeout(() => location.reload(), waiting.apply ? LONGEST_APPLY_MS : 0)
  },
})

function limit(afterMs: number) {
  const controller = new AbortController()
  return { signal: controller.signal, stop: tools.startTimer(() => controller.abort(), afterMs) }
}

/** What this build's page was written from: enough to show every slide at once. */
async function takeGeneration() {
  const file = document.querySelector<HTMLLinkElement>('link[rel=generation]')
  if (!file) return null
  const { href: url, integrity } = file
  const { signal, stop } = limit(LONGEST_SHIPPED_MS)
  const fetch = (at: string, init: RequestInit) => window.fetch(at, { ...init, signal })
  return takeShipped(fetch, { url, integrity }).finally(stop)
}

async function start(): Promise<void> {
  const generation = await takeGeneration()
  const buildDay = generation?.head.manifest.written.slice(0, 10) ?? null
  const app = createApp({ render: () => h(Wall, { choice, buildDay }) })
  app.use(createPinia())
  app.provide(wallToolsKey, tools)
  const dataTools = browserDataTools(window, {
    dataset: BUILD_FLOOR.dataset,
    manifestUrl: manifestUrlOf(base),
    buildFloor: BUILD_FLOOR,
    onAccepted: () => void requestKeepData(getContainer, new MessageChannel()),
    openTakeInWorker: () => new Worker(takeInWorkerUrl, { type: 'module' }),
  })
  provideData(
    app,
    generation ? { tools: dataTools, initial: stateOf(generation) } : { tools: dataTools },
  )
  const data = app.runWithContext(() => useDataStore())
  // What is stored is newer than the build: it comes first, so that nothing older flashes up.
  const isStored = root.dataset['fresh'] === 'stored'
  if (isStored || !generation) await data.open().catch(() => undefined)
  app.mount('#wall')
  // A browser holds the last page's picture until the new one has something to show: all of it.
  await tools.painted()
  delete root.dataset['fresh']
  raiseCurtain(document)
  root.dataset['alive'] = ''
  performance.mark('interactive')
  void data.start()
  void registerServiceWorker({
    getContainer,
    workerUrl,
    startTimer: tools.startTimer,
    reload: () => location.reload(),
    onState: () => undefined,
    onWaiting: (apply) => {
      waiting.apply = apply
    },
  })
}

void start()
