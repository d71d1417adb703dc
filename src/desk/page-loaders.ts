/** The pages as parts of their own: the first view loads the one that it shows. */
import { markRaw, shallowReactive, type Component } from 'vue'
import type { Router } from 'vue-router'
import { APP_SHEET, type PageSheets } from './page-sheets.ts'
import type { PageMap } from './pages.ts'

const LOADERS: Readonly<Record<string, () => Promise<{ readonly default: Component }>>> = {
  overview: () => import('./OverviewPage.vue'),
  inspection: () => import('./InspectionPage.vue'),
  indicators: () => import('./IndicatorsPage.vue'),
  indicator: () => import('./IndicatorPage.vue'),
  sources: () => import('./SourcesPage.vue'),
  publication: () => import('./PublicationPage.vue'),
  slides: () => import('./SlidesPage.vue'),
  offline: () => import('./OfflinePage.vue'),
}

/** A written page names both, and then nothing is fetched here. */
const loadCommonSheets = () => Promise.all([import('./app-sheet.ts'), import('./print-sheet.ts')])

export interface PageLoader {
  readonly pages: PageMap
  /** Resolves once the page of this name is there; at once for a name without a page. */
  readonly load: (name: string) => Promise<void>
  /** The page of this name is about to be shown. */
  readonly show: (name: string) => void
}

export function createPageLoader(sheets: PageSheets): PageLoader {
  const pages = shallowReactive(new Map<string, Component>())
  return {
    pages,
    async load(name) {
      // Asked for before the scripts: Vite brings the sheets of a script that nobody has asked for.
      const dressed = Promise.all([sheets.load(APP_SHEET), sheets.load(name)])
      const load = pages.has(name) ? undefined : LOADERS[name]
      const [page] = await Promise.all([load?.(), dressed, loadCommonSheets()])
      if (page) pages.set(name, markRaw(page.default))
    },
    show: (name) => sheets.show(name),
  }
}

/** The old page stays until the new one is there, and is drawn with its own sheet until then. */
export function loadBeforeGoing(router: Router, { load, show }: PageLoader): void {
  router.beforeResolve((to) => load(String(to.name ?? '')))
  router.afterEach((to, _, failure) => {
    if (!failure) show(String(to.name ?? ''))
  })
}
