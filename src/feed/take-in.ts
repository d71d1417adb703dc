/** From a manifest to a committed generation: what is new is fetched, verified and committed whole. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { toStoreError } from '../db/store-error.ts'
import type { GenerationChange, GenerationStore, Known } from '../db/store-port.ts'
import type { RemoteTombstone, TombstonePort } from '../db/tombstone.ts'
import { isForWorker, planUpdate, type Floor, type GetPlan } from './plan-update.ts'
import { takeAll } from './take-all.ts'
import { takeFile, type FileTools, type Taken } from './take-file.ts'
import type { FoundManifest } from './take-manifest.ts'
import { readCatalog, readSnapshot } from './verify.ts'

/** Takes in what a manifest lists on another thread; null where there is none to be had. */
export type TakeInElsewhere = (found: FoundManifest) => Promise<TakenIn | null>

export interface UpdateTools extends FileTools {
  readonly dataset: string
  readonly nowMs: () => number
  readonly tombstone: TombstonePort | RemoteTombstone
  /** The generation that this build was made with; nothing older is taken. */
  readonly buildFloor: Floor | null
  /** For large changes of a store that other threads can reach. */
  readonly takeInElsewhere?: TakeInElsewhere
}

export type UpdateResult =
  | { readonly kind: 'updated'; readonly isFromCache: boolean }
  | { readonly kind: 'unchanged' }
  /** No server was reached; what is stored stays. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/** 'stale' when another tab committed in between. */
export type TakenIn = UpdateResult | 'stale'

async function takeChange(
  plan: GetPlan,
  known: Known | null,
  found: FoundManifest,
  tools: UpdateTools,
): Promise<Taken<GenerationChange>> {
  const listed = found.manifest.catalog
  const kept = plan.catalog === null ? known?.catalog : undefined
  const [catalog, snapshots] = await Promise.all([
    kept ? { kind: 'taken' as const, value: kept } : takeFile(listed, readCatalog, tools),
    takeAll<Snapshot>(plan.snapshots.map((file) => () => takeFile(file, readSnapshot, tools))),
  ])
  if (catalog.kind === 'taken' && snapshots.kind === 'taken') {
    const change = {
      base: known?.manifestSha256 ?? null,
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

async function confirm(found: FoundManifest, { nowMs, tombstone }: UpdateTools): Promise<void> {
  const { manifest, manifestSha256: sha256, isFromCache } = found
  const confirmedAtMs = isFromCache ? ((await tombstone.read())?.confirmedAtMs ?? null) : nowMs()
  await tombstone.write({ seq: manifest.seq, sha256, confirmedAtMs })
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

export async function takeIn(
  store: GenerationStore,
  found: FoundManifest,
  tools: UpdateTools,
): Promise<TakenIn> {
  const known = await store.readKnown()
  const floors = [await tools.tombstone.read(), tools.buildFloor].filter((floor) => floor !== null)
  const plan = planUpdate(tools.dataset, known, floors, found)
  if (plan.kind === 'refused') return { kind: 'refused', issues: [plan.issue] }
  if (plan.kind === 'same') {
    if (!found.isFromCache) await confirm(found, tools)
    return { kind: 'unchanged' }
  }
  if (store.kind === 'dexie' && isForWorker(plan)) {
    const elsewhere = await tools.takeInElsewhere?.(found)
    if (elsewhere) return elsewhere
  }
  const taken = await takeChange(plan, known, found, tools)
  if (taken.kind === 'unreachable') return { kind: 'offline' }
  if (taken.kind === 'refused') return taken
  // The note comes before the commit: a crash in between must not open the way back (rule M7).
  await confirm(found, tools)
  const outcome = await commit(store, taken.value)
  return outcome === 'stale' ? 'stale' : { kind: 'updated', isFromCache: found.isFromCache }
}
