/** The worker's data cache on top of the browser's Cache API. */
import type { DataCache } from './keep-data.ts'

/** With the scope in its name: caches are shared by all folders of a host. */
export function dataCacheName(scope: string): string {
  return `qinglan-data-1-${scope}`
}

export function createDataCache(caches: CacheStorage, scope: string): DataCache {
  const cacheName = dataCacheName(scope)
  const open = (): Promise<Cache> => caches.open(cacheName)
  return {
    async urls() {
      const requests = await (await open()).keys()
      return requests.map((request) => request.url)
    },
    async read(url) {
      // Opening would make one, and one that is being cleared would be there again.
      const response = await caches.match(url, { cacheName })
      return response ? new Uint8Array(await response.arrayBuffer()) : null
    },
    async write(url, bytes) {
      const headers = { 'content-type': 'application/json; charset=utf-8' }
      await (await open()).put(url, new Response(bytes, { headers }))
    },
    async remove(url) {
      await (await open()).delete(url)
    },
  }
}
