/** The addresses begin to lead somewhere. */
import type { App } from 'vue'
import { loadBeforeGoing, type PageLoader } from './page-loaders.ts'
import type { PanelTakeOver } from './panel-take-over.ts'
import { createDeskRouter } from './router.ts'

/** Not before the address is settled: a router takes the one that it finds when it is made. */
export async function installRouter(
  app: App,
  loader: PageLoader,
  takeOver: PanelTakeOver,
): Promise<void> {
  const router = createDeskRouter('hash')
  loadBeforeGoing(router, loader)
  app.use(router)
  await router.isReady()
  // A panel that still stands as it was written takes over what was written, not something else. Not
  // in the guard's own turn: there Vue's inject() sees the app's provisions and no others.
  router.beforeEach(async () => {
    await Promise.resolve()
    takeOver.wake()
  })
}
