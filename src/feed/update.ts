/** One look at the server: what is new is fetched, verified and committed whole, or nothing is. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { toStoreError } from '../db/store-error.ts'
import type { GenerationChange, GenerationStore, Head } from '../db/store-port.ts'
import type { TombstonePort } from '../db/tombstone.ts'
import { planUpdate, type Floor, type UpdatePlan } from './plan-update.ts'
import { takeAll } from './take-all.ts'
import { takeFile, type FileTools, type Taken } from './take-file.ts'
import { takeManifest, type FoundManifest, type ManifestCacheMode } from './take-manifest.ts'
import { readCatalog, readSnapshot } from './verify.ts'

export interface UpdateTools extends FileTools {
  readonly dataset: string
  readonly nowMs: () => number
  readonly tombstone: TombstonePort
  /** The generation that this build was made with; nothing older is taken. */
  readonly buildFloor: Floor | null
}

export type UpdateResult =
  | { readonly kind: 'updated'; readonly isFromCache: boolean }
  | { readonly kind: 'unchanged' }
  /** No server was reached; what is stored stays. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

type GetPlan = Extract<UpdatePlan, { kind: 'get' }>

async function takeChange(
  plan: GetPlan,
  head: Head | null,
  found: FoundManifest,
  tools: UpdateTools,
): Promise<Taken<GenerationChange>> {
  const listed = found.manifest.catalog
  const kept = plan.catalog === null ? head?.catalog : undefined
  const [catalog, snapshots] = await Promise.all([
    kept ? { kind: 'taken' as const, value: kept } : takeFile(listed, readCatalog, tools),
    takeAll<Snapshot>(plan.snapshots.map((file) => () => takeFile(file, readSnapshot, tools))),
  ])
  if (catalog.kind === 'taken' && snapshots.kind === 'taken') {
    const change = {
      base: head?.manifestSha256 ?? null,
      manifest: found.manifest,
      manifestSha256: found.manifestSha256,
      catalog: catalog.value,
      snapshots: snapshots.value,
      fetchedAtMs: tools.nowMs(),
    }
    return { kind: 'taken', value: change }
  }
  const issues = [catalog, snapshots].flatMap((t) => (t.kind === 'refused' ? t.issues : []))
  return issues.length > 0 ? { kind: 'refused', issues } : { kind: 'unreachable' }
}

function confirm(found: FoundManifest, { nowMs, tombstone }: UpdateTools): void {
  const { manifest, manifestSha256: sha256, isFromCache } = found
  const confirmedAtMs = isFromCache ? (tombstone.read()?.confirmedAtMs ?? null) : nowMs()
  tombstone.write({ seq: manifest.seq, sha256, confirmedAtMs })
}

/** 'stale' when another tab committed in between. */
async function commit(
  store: GenerationStore,
  change: GenerationChange,
): Promise<'committed' | 'stale'> {
  try {
    await store.commit(change)
    return 'committed'
  } catch (error) {
    const storeError = toStoreError(error)
    if (storeError.code !== 'stale') throw storeError
    return 'stale'
  }
}

async function takeIn(
  store: GenerationStore,
  found: FoundManifest,
  tools: UpdateTools,
): Promise<UpdateResult | 'stale'> {
  const head = await store.readHead()
  const floors = [tools.tombstone.read(), tools.buildFloor].filter((floor) => floor !== null)
  const plan = planUpdate(tools.dataset, head, floors, found)
  if (plan.kind === 'refused') return { kind: 'refused', issues: [plan.issue] }
  if (plan.kind === 'same') {
    if (!found.isFromCache) confirm(found, tools)
    return { kind: 'unchanged' }
  }
  const taken = await takeChange(plan, head, found, tools)
  if (taken.kind === 'unreachable') return { kind: 'offline' }
  if (taken.kind === 'refused') return taken
  // The note comes before the commit: a crash in between must not open the way back (rule M7).
  confirm(found, tools)
  const outcome = await commit(store, taken.value)
  return outcome === 'stale' ? 'stale' : { kind: 'updated', isFromCache: found.isFromCache }
}

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
  return found.value.isFromCache && result.kind !== 'updated' ? { kind: 'offline' } : result
}

/**
 * Rejects with a StoreError when the store itself fails; everything else is a result. An empty
 * store that gets nothing from the server is filled from a kept copy, if there is one, and the
 * result still tells what the server did.
 */
export async function runUpdate(store: GenerationStore, tools: UpdateTools): Promise<UpdateResult> {
  const result = await look(store, tools, 'no-cache')
  const isHelpless = result.kind === 'offline' || result.kind === 'refused'
  if (isHelpless && (await store.readHead()) === null) await look(store, tools, 'force-cache')
  return result
}
