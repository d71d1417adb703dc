/** The door to the laptop: hands the browser's clock, storage and network to everything inside. */
import '../offline/old-engines.ts'
import { createPinia } from 'pinia'
import { createApp, createSSRApp, h, reactive, shallowRef } from 'vue'
import { THEMES, type Theme } from '../charts/theme.ts'
import type { Generation } from '../db/store-port.ts'
import { takeShipped } from '../feed/shipped.ts'
import takeInWorkerUrl from '../feed/take-in-worker.ts?worker&url'
import {
  requestKeepData,
  registerServiceWorker,
  workerUrlOf,
  type WorkerState,
} from '../offline/register.ts'
import { installTrustedTypes } from '../offline/trusted-types.ts'
import { browserStartTimer, manifestUrlOf } from '../stores/browser-basics.ts'
import { browserDataTools } from '../stores/browser-data-tools.ts'
import { stateOf } from '../stores/data-state.ts'
import { provideData, useDataStore } from '../stores/data-store.ts'
import { useReleaseStore } from '../stores/release-store.ts'
import type { Lang } from '../text/lang.ts'
import App from './App.vue'
import { BUILD_FLOOR } from '../feed/build-floor.ts'
import { browserDevice } from './browser-device.ts'
import { deskDeviceKey } from './desk-device.ts'
import { installRouter } from './install-router.ts'
import { createPageLoader } from './page-loaders.ts'
import { createPageSheets } from './page-sheets.ts'
import { offlineFileKey, servedFileTools } from './offline-file-tools.ts'
import { createPanelTakeOver, panelTakeOverKey } from './panel-take-over.ts'
import { createDeskRouter } from './router.ts'
import {
  alignMarkup,
  isWrittenView,
  readWrittenPage,
  settledAddress,
  settleIcon,
  withDay,
} from './take-over.ts'
import { watchToday } from '../stores/today.ts'
import { visitToolsKey, type VisitTools } from './visit-tools.ts'
import './sheets.ts'

const root = document.documentElement
const written = readWrittenPage(root.dataset['page'], location.href)
const { base } = written
/** first-paint.js has hidden the page where another view is asked for than the one that was written. */
const isWritten = written.path !== undefined && root.dataset['fresh'] === undefined
const workerUrl = workerUrlOf(base)
installTrustedTypes(window, [workerUrl, takeInWorkerUrl], base)

/** What first-paint.js chose, or a reader who came before the app did. */
const themeOfRoot = (): Theme => THEMES.find((theme) => theme === root.dataset['theme']) ?? 'light'
const langOfRoot = (): Lang => (root.lang === 'en' ? 'en' : 'zh')

const getContainer = () => navigator.serviceWorker as ServiceWorkerContainer | undefined
const loader = createPageLoader(createPageSheets(document))
const props = reactive({
  defaults: () => ({ lang: langOfRoot(), theme: themeOfRoot() }),
  today: '',
  root,
  pages: loader.pages,
  remember: (name: 'theme' | 'lang', value: string) => {
    try {
      // Read again by public/first-paint.js, before anything is drawn.
      localStorage.setItem(`qinglan-${name}`, value)
    } catch {
      // Storage is refused here: the address still carries the choice.
    }
  },
})

/** What this build's pages were written from: enough to show every page at once. */
async function takeGeneration() {
  const file = document.querySelector<HTMLLinkElement>('link[rel=generation]')
  if (!file) return null
  const { href: url, integrity } = file
  return takeShipped((at, init) => window.fetch(at, init), { url, integrity })
}

const visitTools = shallowRef<VisitTools | null>(null)
const worker = shallowRef<WorkerState | null>(null)

/** Hands the props on as they are now: those of a root component are read only once. */
const Root = { render: () => h(App, props) }

function createDesk(isTakenOver: boolean, generation: Generation | null) {
  const app = isTakenOver ? createSSRApp(Root) : createApp(Root)
  app.use(createPinia())
  app.provide(visitToolsKey, visitTools)
  app.provide(offlineFileKey, servedFileTools(window, base))
  const tools = browserDataTools(window, {
    dataset: BUILD_FLOOR.dataset,
    manifestUrl: manifestUrlOf(base),
    buildFloor: BUILD_FLOOR,
    onAccepted: () => void requestKeepData(getContainer, new MessageChannel()),
    openTakeInWorker: () => new Worker(takeInWorkerUrl, { type: 'module' }),
  })
  app.provide(deskDeviceKey, browserDevice(window, { base, tools, worker }))
  provideData(app, generation ? { tools, initial: stateOf(generation) } : { tools })
  return app
}

/** The day that a reader picked from the page before the app was there. */
function chosenDay(): string | null {
  const day = isWritten && document.querySelector<HTMLSelectElement>('.day-select select')?.value
  return day && day !== 'latest' ? day : null
}

async function start(): Promise<void> {
  const first = createDeskRouter('memory').resolve(written.address.path)
  const [generation] = await Promise.all([
    takeGeneration(),
    loader.load(String(first.name)),
    whenParsed(),
  ])
  // Readers do not wait: they may have gone to another page meanwhile, or chosen language and day.
  const asked = withDay(readWrittenPage(written.path, location.href), chosenDay())
  // Fixed now: from here on the root follows the address, not the other way.
  const chosenFirst = props.defaults()
  props.defaults = () => chosenFirst
  const isTakenOver = generation !== null && isWrittenView(asked) && chosenFirst.lang === 'zh'
  const app = createDesk(isTakenOver, generation)
  const data = app.runWithContext(() => useDataStore())
  // A written page stays as it is until there is something to show in its place.
  const isPatient = isWritten && !generation
  if (isPatient) await data.startUntilKnown()
  if (isTakenOver) alignMarkup(document, written, chosenFirst.theme)
  const settled = settledAddress(asked, location.href)
  if (settled !== null) {
    settleIcon(document.head)
    history.replaceState(null, '', settled)
  }
  const takeOver = createPanelTakeOver()
  if (isTakenOver) app.provide(panelTakeOverKey, takeOver)
  await installRouter(app, loader, takeOver)
  app.mount('#app')
  delete root.dataset['fresh']
  watchToday(window, (today) => {
    props.today = today
  })
  await takeOver.whenAlive()
  root.dataset['alive'] = ''
  performance.mark('interactive')
  visitTools.value = {
    dataset: BUILD_FLOOR.dataset,
    getStorage: () => window.localStorage,
    document,
    startTimer: browserStartTimer(window),
  }
  // Newer data would change panels under their take-over.
  if (!isPatient) void data.start()
  void registerServiceWorker({
    getContainer,
    workerUrl,
    startTimer: browserStartTimer(window),
    reload: () => location.reload(),
    onState: (state) => {
      worker.value = state
    },
    onWaiting: (apply) => app.runWithContext(() => useReleaseStore().offerRelease(apply)),
  })
}

/** The app may come before the document is whole: public/first-paint.js asks for it in the head. */
function whenParsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve()
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true })
  })
}

start().catch((error: unknown) => {
  // Where a part of the app does not come, the page that was written is better than none.
  delete root.dataset['fresh']
  throw error
})
