/** What a reader may have done with the data of this device: packs, looking again, repairing, clearing. */
import type { Issue } from '../contract/issue.ts'
import { recountStore, type Recount, type RecountWatch } from '../db/recount.ts'
import type { GenerationStore } from '../db/store-port.ts'
import type { OwnTombstone } from '../db/tombstone.ts'
import type { FetchLike } from '../feed/fetch-bounded.ts'
import type { Pack } from '../feed/read-pack.ts'
import { takeAnew } from '../feed/take-anew.ts'
import {
  commitChange,
  type TakeInWatch,
  type UpdateResult,
  type UpdateTools,
} from '../feed/take-in.ts'
import { takeManifest } from '../feed/take-manifest.ts'
import { proposePack, takePack, type PackProposal } from '../feed/take-pack.ts'
import type { GatherTools } from '../feed/gather-files.ts'
import { writePack, type WrittenPack } from '../feed/write-pack.ts'

/** The life of the data, as far as it is needed here: the data store, or a session. */
export interface DataLife {
  alone<T>(work: (store: GenerationStore) => Promise<T>): Promise<T>
  take(work: (store: GenerationStore) => Promise<UpdateResult>): Promise<UpdateResult>
  rest(): void
}

export type PackWriting =
  | { readonly kind: 'written'; readonly pack: WrittenPack }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  /** What can be fetched is another generation than the one on screen. */
  | { readonly kind: 'other'; readonly seq: number }

export interface DeviceData {
  /** Once nothing is on its way any more; nothing is changed. */
  propose(pack: Pack): Promise<PackProposal>
  /** Whole or not at all; shown at once, and told to other tabs. */
  takePack(pack: Pack): Promise<UpdateResult>
  /**
   * The pack of the generation that is on screen: of the pack that brought it, of the server, or of the
   * files kept here, whichever has it. Rejects with an AbortError
   * when cancelled.
   */
  writePack(
    manifestSha256: string,
    watch: Pick<GatherTools, 'onProgress' | 'signal'>,
  ): Promise<PackWriting>
  /** Looks at every stored record. */
  recount(watch: RecountWatch): Promise<Recount>
  /** Takes everything anew, from the server or from a pack; what is stored stands until all is here. */
  repair(watch: TakeInWatch, pack?: Pack): Promise<UpdateResult>
  /** Forgets the data and that there were any; nothing looks at the server by itself any more. */
  clear(): Promise<void>
}

export interface DeviceDataTools {
  readonly data: DataLife
  readonly update: UpdateTools
  readonly tombstone: OwnTombstone
  /** Answers from files that are kept for starts without a network; null where there are none. */
  readonly openKept: () => Promise<FetchLike | null>
}

type Source = Pick<UpdateTools, 'fetch' | 'manifestUrl'>

function pick({ fetch, manifestUrl }: Source): Source {
  return { fetch, manifestUrl }
}

async function writeFrom(
  source: Source,
  manifestSha256: string,
  tools: UpdateTools & Pick<GatherTools, 'onProgress' | 'signal'>,
): Promise<PackWriting> {
  const from = { ...tools, ...source }
  const found = await takeManifest(from)
  if (found.kind !== 'taken') return found
  const { manifest, manifestSha256: sha256 } = found.value
  if (sha256 !== manifestSha256) return { kind: 'other', seq: manifest.seq }
  const written = await writePack(from)
  return written.kind === 'taken' ? { kind: 'written', pack: written.value } : written
}

async function takeEverything(data: DataLife, tools: UpdateTools): Promise<UpdateResult> {
  const taken = await takeAnew(tools)
  if (tools.signal?.aborted) return { kind: 'cancelled' }
  if (taken.kind === 'unreachable') return { kind: 'offline' }
  if (taken.kind === 'refused') return taken
  return data.take(async (store) => {
    const outcome = await commitChange(store, taken.value)
    // Another tab has brought something newer, which is just as sound.
    return outcome === 'stale' ? { kind: 'unchanged' } : { kind: 'updated', isFromCache: true }
  })
}

export function createDeviceData({
  data,
  update,
  tombstone,
  openKept,
}: DeviceDataTools): DeviceData {
  /** A server may have less than it. */
  let last: Pack | null = null
  return {
    propose: (pack) => data.alone((store) => proposePack(store, pack, update)),
    async takePack(pack) {
      const result = await data.take((store) => takePack(store, pack, update))
      if (result.kind === 'updated') last = pack
      return result
    },
    async writePack(manifestSha256, watch) {
      const isLast = last?.found.manifestSha256 === manifestSha256
      const first = (isLast && last) || update
      const tools = { ...update, ...watch }
      const answer = await writeFrom(pick(first), manifestSha256, tools)
      const kept = answer.kind === 'written' ? null : await openKept()
      if (!kept) return answer
      const { manifestUrl } = update
      const copy = await writeFrom({ fetch: kept, manifestUrl }, manifestSha256, tools)
      return copy.kind === 'written' ? copy : answer
    },
    recount: (watch) => data.alone((store) => recountStore(store, watch)),
    repair: (watch, pack) => {
      const { fetch, manifestUrl } = pack ?? update
      return takeEverything(data, { ...update, ...watch, fetch, manifestUrl })
    },
    async clear() {
      data.rest()
      await data.alone((store) => store.clear())
      tombstone.forget()
    },
  }
}
