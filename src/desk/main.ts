/** The door to the laptop: hands the browser's clock, storage and network to everything inside. */
import '../offline/old-engines.ts'
import { createPinia } from 'pinia'
import { createApp, reactive } from 'vue'
import { THEMES, type Theme } from '../charts/palette.ts'
import takeInWorkerUrl from '../feed/take-in-worker.ts?worker&url'
import { requestKeepData, registerServiceWorker, workerUrlOf } from '../offline/register.ts'
import { installTrustedTypes } from '../offline/trusted-types.ts'
import { browserDataTools, browserStartTimer, manifestUrlOf } from '../stores/browser-data-tools.ts'
import { provideDataTools, useDataStore } from '../stores/data-store.ts'
import { useReleaseStore } from '../stores/release-store.ts'
import type { Lang } from '../text/lang.ts'
import App from './App.vue'
import { BUILD_FLOOR } from './build-floor.ts'
import { createDeskRouter } from './router.ts'
import { watchToday } from './today.ts'
import './sheets.ts'

const base = document.baseURI
const workerUrl = workerUrlOf(base)
installTrustedTypes(window, [workerUrl, takeInWorkerUrl], base)

/** What first-paint.js chose before anything was drawn. */
const firstTheme: Theme =
  THEMES.find((theme) => theme === document.documentElement.dataset['theme']) ?? 'light'

const firstLang: Lang = document.documentElement.lang === 'en' ? 'en' : 'zh'

const getContainer = () => navigator.serviceWorker as ServiceWorkerContainer | undefined
const props = reactive({
  defaults: () => ({ lang: firstLang, theme: firstTheme }),
  today: '',
  root: document.documentElement,
  remember: (name: 'theme' | 'lang', value: string) => {
    try {
      // Read again by public/first-paint.js, before anything is drawn.
      localStorage.setItem(`qinglan-${name}`, value)
    } catch {
      // Storage is refused here: the address still carries the choice.
    }
  },
})
const app = createApp(App, props)
app.use(createPinia())
app.use(createDeskRouter('hash'))
provideDataTools(
  app,
  browserDataTools(window, {
    dataset: BUILD_FLOOR.dataset,
    manifestUrl: manifestUrlOf(base),
    buildFloor: BUILD_FLOOR,
    onAccepted: () => void requestKeepData(getContainer, new MessageChannel()),
    openTakeInWorker: () => new Worker(takeInWorkerUrl, { type: 'module' }),
  }),
)

watchToday(window, (today) => {
  props.today = today
})
app.mount('#app')
void app.runWithContext(() => useDataStore().start())
void registerServiceWorker({
  getContainer,
  workerUrl,
  startTimer: browserStartTimer(window),
  reload: () => location.reload(),
  onState: () => undefined,
  onWaiting: (apply) => app.runWithContext(() => useReleaseStore().offerRelease(apply)),
})
