/** One look at the server: what is new is taken in whole, or nothing is. */
import type { GenerationStore } from '../db/store-port.ts'
import { takeIn, type UpdateResult, type UpdateTools } from './take-in.ts'
import { takeManifest, type ManifestCacheMode } from './take-manifest.ts'

async function look(
  store: GenerationStore,
  tools: UpdateTools,
  cache: ManifestCacheMode,
): Promise<UpdateResult> {
  const found = await takeManifest(tools, cache)
  if (found.kind === 'unreachable') return { kind: 'offline' }
  if (found.kind === 'refused') return found
  let result = await takeIn(store, found.value, tools)
  if (result === 'stale') result = await takeIn(store, found.value, tools)
  if (result === 'stale') return { kind: 'unchanged' }
  // A kept copy may be older than the store: nothing is wrong then, there is just no server.
  const isTold = result.kind === 'updated' || result.kind === 'cancelled'
  return found.value.isFromCache && !isTold ? { kind: 'offline' } : result
}

/**
 * Rejects with a StoreError when the store itself fails; everything else is a result. An empty
 * store that gets nothing from the server is filled from a kept copy, if there is one, and the
 * result still tells what the server did.
 */
export async function runUpdate(store: GenerationStore, tools: UpdateTools): Promise<UpdateResult> {
  const result = await look(store, tools, 'no-cache')
  const isHelpless = result.kind === 'offline' || result.kind === 'refused'
  if (isHelpless && (await store.readKnown()) === null) await look(store, tools, 'force-cache')
  return result
}
