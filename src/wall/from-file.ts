/** The door to the wall in the one file, see src/desk/from-file.ts. */
import '../offline/old-engines.ts'
import { createPinia } from 'pinia'
import { createApp, h } from 'vue'
import { doorOf, wallQueryOf, watchDoor } from '../offline/file-door.ts'
import { readFileBlock } from '../offline/read-file-block.ts'
import { installTrustedTypes } from '../offline/trusted-types.ts'
import { parseWallQuery } from '../slides/wall-address.ts'
import { provideData } from '../stores/data-store.ts'
import { fileStateOf } from '../stores/file-state.ts'
import { langTag } from '../text/lang.ts'
import { browserWallTools } from './browser-wall-tools.ts'
import { wallToolsKey } from './wall-tools.ts'
import Wall from './Wall.vue'
import './sheets.ts'

const root = document.documentElement

async function start(): Promise<void> {
  watchDoor(window, 'wall')
  installTrustedTypes(window, [], location.href)
  document.getElementById('app')?.remove()
  const choice = parseWallQuery(wallQueryOf(location.hash))
  root.dataset['theme'] = choice.theme
  root.lang = langTag(choice.lang)
  const found = await readFileBlock(window)
  const tools = browserWallTools(window, choice, {
    base: null,
    origin: found.ok ? found.value.block : { made: null, part: null },
    leave: () => location.assign('#/'),
    reload: null,
  })
  const buildDay = found.ok ? found.value.generation.head.manifest.written.slice(0, 10) : null
  const app = createApp({ render: () => h(Wall, { choice, buildDay }) })
  app.use(createPinia())
  app.provide(wallToolsKey, tools)
  provideData(app, {
    initial: fileStateOf(found.ok ? { ok: true, value: found.value.generation } : found),
  })
  app.mount('#wall')
  await tools.painted()
  delete root.dataset['fresh']
  root.dataset['alive'] = ''
}

if (doorOf(location.hash) === 'wall') void start()
