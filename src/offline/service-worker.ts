/**
 * The service worker: the app from the precache, the data from one kept generation. It never takes
 * over a page by itself: a new release waits until a reader asks, and no clients are claimed. The
 * first visit needs neither, because app and data are kept during installation, and the next
 * reload is the worker's.
 */
import './old-engines.ts'
import {
  addRoute,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  getCacheKeyForURL,
  precache,
  type PrecacheEntry,
} from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import type { StartTimer } from '../db/timer.ts'
import { createSha256 } from '../feed/sha256.ts'
import { createDataCache, dataCacheName } from './data-cache.ts'
import { replyFile, replyManifest, routeData, type ReplyTools } from './data-reply.ts'
import { keepData, type KeepTools } from './keep-data.ts'
import { appPageUrl, precachedPageUrl } from './page-plan.ts'
import { replyTemplate, templateCacheName } from './template-reply.ts'
import { APPLY_RELEASE, KEEP_DATA, parseWorkerRequest, type KeepResult } from './worker-messages.ts'

/** The build puts every file of the app in place of the list, with its revision and integrity. */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] }

const { scope } = self.registration
const manifestUrl = new URL('data/manifest.json', scope).href

const startTimer: StartTimer = (run, delayMs) => {
  const id = self.setTimeout(run, delayMs)
  return () => self.clearTimeout(id)
}

const keepTools: KeepTools = {
  fetch: (url, init) => self.fetch(url, init),
  sha256: createSha256(self.crypto.subtle),
  startTimer,
  manifestUrl,
  cache: createDataCache(self.caches, scope),
}

/**
 * An app without kept data is still better than no app, so this never rejects. One at a time, or
 * an older generation could be written over a newer one.
 */
async function tryToKeepData(): Promise<KeepResult> {
  try {
    return await self.navigator.locks.request(dataCacheName(scope), () => keepData(keepTools))
  } catch {
    return 'failed'
  }
}

function replyTools(request: Request): ReplyTools {
  return {
    fromNetwork: () => self.fetch(request),
    fromCache: () => self.caches.match(request.url, { cacheName: dataCacheName(scope) }),
    wait: (delayMs) => new Promise((resolve) => startTimer(resolve, delayMs)),
  }
}

precache(self.__WB_MANIFEST)
cleanupOutdatedCaches()

registerRoute(
  ({ url }) => routeData(url.href, manifestUrl) === 'manifest',
  ({ request }) => replyManifest(request.cache, replyTools(request)),
)
registerRoute(
  ({ url }) => routeData(url.href, manifestUrl) === 'file' && !getCacheKeyForURL(url.href),
  ({ request }) => replyFile(request.cache, replyTools(request)),
)
const templateUrl = new URL('qinglan.html', scope).href
registerRoute(
  ({ url, request }) => url.href === templateUrl && request.mode !== 'navigate',
  ({ request }) =>
    replyTemplate(templateUrl, {
      fromNetwork: () => self.fetch(request),
      open: () => self.caches.open(templateCacheName(scope)),
    }),
)
/** The page as the server has it; without a server the app shows the same. */
async function fetchPage(request: Request): Promise<Response> {
  try {
    return await self.fetch(request)
  } catch (error) {
    const page = appPageUrl(request.url, scope)
    if (page === null) throw error
    return Response.redirect(page)
  }
}

registerRoute(
  ({ request }) => request.mode === 'navigate',
  (options) => {
    const page = precachedPageUrl(options.url.href, scope)
    if (page === null || !getCacheKeyForURL(page)) return fetchPage(options.request)
    return createHandlerBoundToURL(page)(options)
  },
)
addRoute()

self.addEventListener('install', (event) => event.waitUntil(tryToKeepData()))
self.addEventListener('message', (event) => {
  const asked = parseWorkerRequest(event.data)
  if (asked === APPLY_RELEASE) event.waitUntil(self.skipWaiting())
  if (asked !== KEEP_DATA) return
  const answer = tryToKeepData().then((result) => event.ports[0]?.postMessage(result))
  event.waitUntil(answer)
})
