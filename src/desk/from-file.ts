/**
 * The door to the laptop in the one file: the data stand in the document, nothing is asked for, and
 * nothing is kept, because on file:// storage is shared with every other file of the machine.
 */
import '../offline/old-engines.ts'
import { createPinia } from 'pinia'
import { createApp, createSSRApp, h, reactive } from 'vue'
import { THEMES } from '../charts/theme.ts'
import { doorOf, watchDoor } from '../offline/file-door.ts'
import { readFileBlock } from '../offline/read-file-block.ts'
import { installTrustedTypes } from '../offline/trusted-types.ts'
import { watchToday } from '../stores/today.ts'
import App from './App.vue'
import { installRouter } from './install-router.ts'
import { createPageLoader } from './page-loaders.ts'
import { createPageSheets } from './page-sheets.ts'
import { createPanelTakeOver, panelTakeOverKey } from './panel-take-over.ts'
import { provideFile } from './provide-file.ts'
import { createDeskRouter } from './router.ts'
import { pressTheme } from './take-over.ts'
import './sheets.ts'

const root = document.documentElement

async function start(): Promise<void> {
  watchDoor(window, 'desk')
  installTrustedTypes(window, [], location.href)
  document.getElementById('wall')?.remove()
  // What public/one-file-first-paint.js chose; from here on the root follows the address.
  const first = {
    lang: root.lang === 'en' ? 'en' : 'zh',
    theme: THEMES.find((theme) => theme === root.dataset['theme']) ?? 'light',
  } as const
  const loader = createPageLoader(createPageSheets(document))
  const path = location.hash.slice(1).split('?')[0]
  const route = createDeskRouter('memory').resolve(path?.startsWith('/') ? path : '/')
  const [found] = await Promise.all([readFileBlock(window), loader.load(String(route.name))])
  const props = reactive({
    defaults: () => first,
    today: '',
    root,
    pages: loader.pages,
    remember: () => undefined,
  })
  const Root = { render: () => h(App, props) }
  const isTakenOver = found.ok && root.dataset['fresh'] === undefined
  const app = isTakenOver ? createSSRApp(Root) : createApp(Root)
  app.use(createPinia())
  provideFile(app, window, found)
  const takeOver = createPanelTakeOver()
  if (isTakenOver) {
    pressTheme(document, first.theme)
    app.provide(panelTakeOverKey, takeOver)
  }
  await installRouter(app, loader, takeOver)
  app.mount('#app')
  delete root.dataset['fresh']
  watchToday(window, (today) => {
    props.today = today
  })
  await takeOver.whenAlive()
  root.dataset['alive'] = ''
}

if (doorOf(location.hash) === 'desk') void start()
