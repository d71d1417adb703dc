/** What a data pack has brought is kept for starts without a network as what a server gives is. */
import type { FetchLike } from '../feed/fetch-bounded.ts'
import type { Pack } from '../feed/read-pack.ts'
import { dropKept } from './device.ts'
import { keepData, type DataCache, type KeepTools } from './keep-data.ts'
import { verifyKept } from './verify-kept.ts'
import type { KeepResult } from './worker-messages.ts'

/**
 * Into the worker's cache, whole, under the addresses of the server's files. Copies that are spoiled
 * give way. Rejects only when the cache itself fails.
 */
export async function keepPack(pack: Pack, tools: KeepTools): Promise<KeepResult> {
  const { cache, manifestUrl } = tools
  const files = await verifyKept(tools)
  if (files.kind === 'kept') await dropKept(cache, manifestUrl, files.spoiled)
  const folder = new URL('.', manifestUrl).href
  const fetch: FetchLike = (url, init) =>
    pack.fetch(new URL(url.slice(folder.length), pack.manifestUrl).href, init)
  return keepData({ ...tools, fetch })
}

/** Answers from what is kept, without asking a server first. */
export function fetchFromKept(cache: Pick<DataCache, 'read'>): FetchLike {
  return async (url) => {
    const bytes = await cache.read(url)
    if (!bytes) return new Response(null, { status: 404 })
    return new Response(bytes, { headers: { 'content-type': 'application/json' } })
  }
}
