/** A page as it stands in a file: rendered before any script, from the components that take it over. */
import { createPinia } from 'pinia'
import { createSSRApp, h, type App as VueApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { drawStillsKey } from '../charts/still-key.ts'
import { drawStills } from '../charts/stills.ts'
import { provideData } from '../stores/data-store.ts'
import type { DataState } from '../stores/data-state.ts'
import { addressKey } from './address.ts'
import { fileAddressKey } from './data-address.ts'
import { oneFileKey, type OneFile } from './one-file.ts'
import App from './App.vue'
import { PAGES } from './pages.ts'
import { createDeskRouter } from './router.ts'
import { addressFrom, fileOfPath, wayUp } from './static-pages.ts'

/** Nothing here knows the day, and nobody has chosen anything yet. */
const BEFORE_ANYBODY = {
  defaults: () => ({ lang: 'zh', theme: 'light' }) as const,
  today: '',
  root: null,
  remember: () => undefined,
}

async function render(path: string, data: DataState, place: (app: VueApp) => void) {
  const app = createSSRApp({ render: () => h(App, { ...BEFORE_ANYBODY, pages: PAGES }) })
  const router = createDeskRouter('memory')
  app.use(createPinia())
  app.use(router)
  app.provide(drawStillsKey, drawStills)
  place(app)
  provideData(app, { initial: data })
  await router.push(path)
  return renderToString(app)
}

/** The markup inside `#app` of the page at a route's path. */
export async function renderPage(path: string, data: DataState): Promise<string> {
  const file = fileOfPath(path)
  if (file === null) throw new RangeError(`no file for ${path}`)
  return render(path, data, (app) => {
    app.provide(addressKey, (to, query) => addressFrom(file, to, query))
    app.provide(fileAddressKey, (other) => wayUp(file) + other)
  })
}

/** The same of the one file, whose links all lead behind its hash. */
export function renderInFile(path: string, data: DataState, file: OneFile): Promise<string> {
  return render(path, data, (app) => app.provide(oneFileKey, file))
}
