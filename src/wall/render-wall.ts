/** The wall as it stands in its file: the first slide that the data give, set for a screen of 16:9. */
import { createPinia } from 'pinia'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { parseWallQuery } from '../slides/wall-address.ts'
import { provideData } from '../stores/data-store.ts'
import type { DataState } from '../stores/data-state.ts'
import Wall from './Wall.vue'

/** Without tools there is no clock, no window and nobody who waits. */
export async function renderWall(data: DataState): Promise<string> {
  const choice = parseWallQuery('')
  const app = createSSRApp({ render: () => h(Wall, { choice, buildDay: null }) })
  app.use(createPinia())
  provideData(app, { initial: data })
  return renderToString(app)
}
