/** What a reader may have done with the data of this device: packs, looking again, repairing, clearing. */
import { recountStore, type Recount, type RecountWatch } from '../db/recount.ts'
import type { GenerationStore } from '../db/store-port.ts'
import type { PackShelf } from '../db/page-shelf.ts'
import type { OwnTombstone } from '../db/tombstone.ts'
import type { GatherTools } from '../feed/gather-files.ts'
import { gatherGeneration, type FileSource, type Gathering } from '../feed/gather-generation.ts'
import { readPack, type Pack } from '../feed/read-pack.ts'
import { takeAnew } from '../feed/take-anew.ts'
import {
  commitChange,
  type TakeInWatch,
  type UpdateResult,
  type UpdateTools,
} from '../feed/take-in.ts'
import { proposePack, takePack, type PackProposal } from '../feed/take-pack.ts'

/** The life of the data, as far as it is needed here: the data store, or a session. */
export interface DataLife {
  alone<T>(work: (store: GenerationStore) => Promise<T>): Promise<T>
  take(work: (store: GenerationStore) => Promise<UpdateResult>): Promise<UpdateResult>
  rest(): void
}

export interface DeviceData {
  /** Once nothing is on its way any more; nothing is changed. */
  propose(pack: Pack): Promise<PackProposal>
  /** Whole or not at all; shown at once, and told to other tabs. */
  takePack(pack: Pack): Promise<UpdateResult>
  /**
   * The files of the generation that is on screen: of the pack that brought it, of the server, or of
   * the files kept here, whichever has it. Rejects with an AbortError when cancelled.
   */
  gather(
    manifestSha256: string,
    watch: Pick<GatherTools, 'onProgress' | 'signal'>,
  ): Promise<Gathering>
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
  readonly openKept: () => Promise<FileSource | null>
  /** What was taken last rests there: a server may have less. */
  readonly shelf: PackShelf
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

/** The pack that brought this generation; one that brought an earlier one is of no more use. */
async function findShelved(
  shelf: PackShelf,
  manifestSha256: string,
  { sha256 }: UpdateTools,
): Promise<Pack | null> {
  const shelved = await shelf.read()
  if (!shelved) return null
  const { name, zip } = shelved
  const read = await readPack(name, zip, { sha256, pause: async () => undefined })
  if (read.ok && read.value.found.manifestSha256 === manifestSha256) return read.value
  await shelf.clear()
  return null
}

export function createDeviceData({
  data,
  update,
  tombstone,
  openKept,
  shelf,
}: DeviceDataTools): DeviceData {
  return {
    propose: (pack) => data.alone((store) => proposePack(store, pack, update)),
    async takePack(pack) {
      const result = await data.take((store) => takePack(store, pack, update))
      if (result.kind === 'updated') await shelf.put(pack)
      return result
    },
    gather(manifestSha256, watch) {
      const server = { fetch: update.fetch, manifestUrl: update.manifestUrl }
      const fromShelf = () => findShelved(shelf, manifestSha256, update)
      const places = [fromShelf, async () => server, openKept]
      return gatherGeneration(places, manifestSha256, { ...update, ...watch })
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
      await shelf.clear()
    },
  }
}
