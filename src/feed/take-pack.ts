/** What a data pack would change, and taking it: whole, or not at all. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import type { GenerationStore } from '../db/store-port.ts'
import { planUpdate } from './plan-update.ts'
import type { Pack } from './read-pack.ts'
import { takeAll } from './take-all.ts'
import { takeFile } from './take-file.ts'
import { takeIn, type UpdateResult, type UpdateTools } from './take-in.ts'
import { readSnapshot } from './verify.ts'

/** What is known here already, and how it is kept; the pack brings its own files. */
export type PlaceTools = Omit<UpdateTools, 'fetch' | 'manifestUrl' | 'takeInElsewhere'>

export interface PackChange {
  /** Null where nothing is stored yet. */
  readonly fromSeq: number | null
  readonly toSeq: number
  readonly isNewCatalog: boolean
  /** Publications and revisions that are not here yet, in the order of the manifest. */
  readonly snapshots: readonly Snapshot[]
}

export type PackProposal =
  | { readonly kind: 'change'; readonly change: PackChange }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/** Another thread would ask the server: what a pack brings is in this page's memory alone. */
function packTools({ fetch, manifestUrl }: Pack, place: PlaceTools): UpdateTools {
  const { takeInElsewhere: _elsewhere, ...own }: PlaceTools & Partial<UpdateTools> = place
  return { ...own, fetch, manifestUrl }
}

/** Rejects with a StoreError when the store itself fails. Nothing is changed. */
export async function proposePack(
  store: GenerationStore,
  pack: Pack,
  place: PlaceTools,
): Promise<PackProposal> {
  const known = await store.readKnown()
  const floors = [await place.tombstone.read(), place.buildFloor].filter((floor) => floor !== null)
  const plan = planUpdate(place.dataset, known, floors, pack.found)
  if (plan.kind === 'refused') return { kind: 'refused', issues: [plan.issue] }
  if (plan.kind === 'same') return { kind: 'same' }
  const tools = packTools(pack, place)
  const read = await takeAll<Snapshot>(
    plan.snapshots.map((file) => () => takeFile(file, readSnapshot, tools)),
  )
  if (read.kind !== 'taken') {
    return { kind: 'refused', issues: read.kind === 'refused' ? read.issues : [] }
  }
  const change = {
    fromSeq: known?.manifest.seq ?? null,
    toSeq: pack.found.manifest.seq,
    isNewCatalog: plan.catalog !== null,
    snapshots: read.value,
  }
  return { kind: 'change', change }
}

/** Rejects with a StoreError when the store itself fails: what was there before stands. */
export async function takePack(
  store: GenerationStore,
  pack: Pack,
  place: PlaceTools,
): Promise<UpdateResult> {
  const tools = packTools(pack, place)
  const first = await takeIn(store, pack.found, tools)
  if (first !== 'stale') return first
  const second = await takeIn(store, pack.found, tools)
  return second === 'stale' ? { kind: 'unchanged' } : second
}
