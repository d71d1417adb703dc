/** The desk's addresses: hash routes, because the app runs from any folder of any static host. */
import {
  createMemoryHistory,
  createRouter,
  createWebHashHistory,
  type Router,
  type RouteRecordRaw,
} from 'vue-router'

/** Pages are chosen by name in App.vue, which hands them their props; a route renders nothing itself. */
const Nothing = { render: () => null }

const ROUTES: readonly RouteRecordRaw[] = [
  { path: '/', name: 'overview', component: Nothing },
  { path: '/indicators', name: 'indicators', component: Nothing },
  { path: '/indicators/:id', name: 'indicator', component: Nothing },
  { path: '/inspection', name: 'inspection', component: Nothing },
  { path: '/sources', name: 'sources', component: Nothing },
  { path: '/sources/:id', name: 'publication', component: Nothing },
  { path: '/slides', name: 'slides', component: Nothing },
  { path: '/offline', name: 'offline', component: Nothing },
  { path: '/:rest(.*)*', name: 'unknown', component: Nothing },
]

/** `memory` for rendering without a browser. */
export function createDeskRouter(kind: 'hash' | 'memory'): Router {
  return createRouter({
    history: kind === 'hash' ? createWebHashHistory() : createMemoryHistory(),
    routes: [...ROUTES],
    scrollBehavior: (to, from, saved) => {
      if (saved) return saved
      return to.path === from.path ? false : { left: 0, top: 0 }
    },
  })
}
