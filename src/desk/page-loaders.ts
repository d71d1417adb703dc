/** The pages as parts of their own: the first view loads the one that it shows. */
import { markRaw, shallowReactive, type Component } from 'vue'
import type { Router } from 'vue-router'
import type { PageMap } from './pages.ts'

const LOADERS: Readonly<Record<string, () => Promise<{ readonly default: Component }>>> = {
  overview: () => import('./OverviewPage.vue'),
  inspection: () => import('./InspectionPage.vue'),
  indicators: () => import('./IndicatorsPage.vue'),
  indicator: () => import('./IndicatorPage.vue'),
  sources: () => import('./SourcesPage.vue'),
  publication: () => import('./PublicationPage.vue'),
}

export interface PageLoader {
  readonly pages: PageMap
  /** Resolves once the page of this name is there; at once for a name without a page. */
  readonly load: (name: string) => Promise<void>
}

export function createPageLoader(): PageLoader {
  const pages = shallowReactive(new Map<string, Component>())
  return {
    pages,
    async load(name) {
      const load = LOADERS[name]
      if (!load || pages.has(name)) return
      pages.set(name, markRaw((await load()).default))
    },
  }
}

/** The old page stays until the new one is there. */
export function loadBeforeGoing(router: Router, { load }: PageLoader): void {
  router.beforeResolve((to) => load(String(to.name ?? '')))
}
