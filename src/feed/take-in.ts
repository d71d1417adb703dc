/** From a manifest to a committed generation: what is new is fetched, verified and committed whole. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { toStoreError } from '../db/store-error.ts'
import type { GenerationChange, GenerationStore, Known } from '../db/store-port.ts'
import type { RemoteTombstone, Tombstone, TombstonePort } from '../db/tombstone.ts'
import { isServerBehind } from './behind.ts'
import { isForWorker, planUpdate, type Floor, type GetPlan } from './plan-update.ts'
import { takeAll } from './take-all.ts'
import { takeFile, type FileTools, type Taken } from './take-file.ts'
import type { FoundManifest } from './take-manifest.ts'
import { readCatalog, readSnapshot } from './verify.ts'

/** Files taken so far, of how many. */
export interface Progress {
  readonly done: number
  readonly all: number
}

/** For whoever waits for a large change. */
export interface TakeInWatch {
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

/** Takes in what a manifest lists on another thread; null where there is none to be had. */
export type TakeInElsewhere = (found: FoundManifest, watch: TakeInWatch) => Promise<TakenIn | null>

export interface UpdateTools extends FileTools, TakeInWatch {
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
  /** The server is sound and has less than a data pack has brought here; see {@link isServerBehind}. */
  | { readonly kind: 'behind'; readonly seq: number }
  /** The reader did not want to wait for it; what is stored stays. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/** 'stale' when another tab committed in between. */
export type TakenIn = UpdateResult | 'stale'

/** The snapshots of a plan; no more are begun once it is cancelled, and then it is 'unreachable'. */
function takeSnapshots(
  { snapshots }: GetPlan,
  tools: UpdateTools,
): Promise<Taken<readonly Snapshot[]>> {
  const all = snapshots.length
  let done = 0
  tools.onProgress?.(done, all)
  const jobs = snapshots.map((file) => async (): Promise<Taken<Snapshot>> => {
    if (tools.signal?.aborted) return { kind: 'unreachable' }
    const taken = await takeFile(file, readSnapshot, tools)
    done += 1
    tools.onProgress?.(done, all)
    return taken
  })
  return takeAll(jobs)
}

/** What a manifest brings beyond what is known, fetched and verified. */
export async function takeChange(
  plan: GetPlan,
  known: Known | null,
  found: FoundManifest,
  tools: UpdateTools,
): Promise<Taken<GenerationChange>> {
  const listed = found.manifest.catalog
  const kept = plan.catalog === null ? known?.catalog : undefined
  const [catalog, snapshots] = await Promise.all([
    kept ? { kind: 'taken' as const, value: kept } : takeFile(listed, readCatalog, tools),
    takeSnapshots(plan, tools),
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

/** What no server has vouched for keeps in mind how far one had vouched before. */
function noteOfCopy(noted: Tombstone | null, seq: number, sha256: string): Tombstone {
  if (noted?.sha256 === sha256) return noted
  const confirmedSeq = noted?.confirmedAtMs === null ? noted.confirmedSeq : noted?.seq
  const note = { seq, sha256, confirmedAtMs: null }
  return confirmedSeq === undefined ? note : { ...note, confirmedSeq }
}

/** Comes before the commit: a crash in between must not open the way back (rule M7). */
export async function noteTaken(
  { manifest: { seq }, manifestSha256: sha256, isFromCache }: FoundManifest,
  { nowMs, tombstone }: Pick<UpdateTools, 'nowMs' | 'tombstone'>,
): Promise<void> {
  const note = isFromCache
    ? noteOfCopy(await tombstone.read(), seq, sha256)
    : { seq, sha256, confirmedAtMs: nowMs() }
  await tombstone.write(note)
}

/** 'stale' when another tab committed in between. */
export async function commitChange(
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

/** `onProgress` is told of large changes only: others are over before anybody could read it. */
export async function takeIn(
  store: GenerationStore,
  found: FoundManifest,
  tools: UpdateTools,
): Promise<TakenIn> {
  const { buildFloor, signal } = tools
  const known = await store.readKnown()
  const noted = await tools.tombstone.read()
  const floors = [noted, buildFloor].filter((floor) => floor !== null)
  const plan = planUpdate(tools.dataset, known, floors, found)
  if (plan.kind === 'refused') {
    const isBehind = !found.isFromCache && isServerBehind(found, known, noted, buildFloor)
    if (isBehind) return { kind: 'behind', seq: found.manifest.seq }
    return { kind: 'refused', issues: [plan.issue] }
  }
  if (plan.kind === 'same') {
    if (!found.isFromCache) await noteTaken(found, tools)
    return { kind: 'unchanged' }
  }
  const isLarge = isForWorker(plan)
  if (store.kind === 'dexie' && isLarge) {
    const elsewhere = await tools.takeInElsewhere?.(found, tools)
    if (elsewhere) return elsewhere
  }
  const { onProgress: _onProgress, ...unwatched } = tools
  const taken = await takeChange(plan, known, found, isLarge ? tools : unwatched)
  if (signal?.aborted) return { kind: 'cancelled' }
  if (taken.kind === 'unreachable') return { kind: 'offline' }
  if (taken.kind === 'refused') return taken
  await noteTaken(found, tools)
  const outcome = await commitChange(store, taken.value)
  return outcome === 'stale' ? 'stale' : { kind: 'updated', isFromCache: found.isFromCache }
}
