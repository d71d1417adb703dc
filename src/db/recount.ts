/** Looks at every record of a store once more: what does not agree with its own counts and digests is found. */
import type { Publication } from '../contract/statement.ts'
import { StoreError, toStoreError } from './store-error.ts'
import type { GenerationStore, Head, Place, StoreCounts } from './store-port.ts'

export interface RecountWatch {
  /** Comes between two steps, so that the page can breathe. */
  readonly pause: () => Promise<void>
  /** Places looked at so far, of how many. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

export type Recount =
  | { readonly kind: 'sound'; readonly seq: number; readonly counts: StoreCounts }
  | { readonly kind: 'empty' }
  /** What it is that does not agree, in the words of the store. */
  | { readonly kind: 'corrupt'; readonly detail: string }
  | { readonly kind: 'cancelled' }

/** Read in one transaction: few enough for one step. */
const PLACES_AT_ONCE = 50

function placesOf(publications: readonly Publication[]): readonly Place[] {
  const places = new Map<string, Place>()
  for (const { spoken } of publications) {
    for (const { indicators, regions } of spoken) {
      for (const region of regions) {
        for (const indicator of indicators) {
          places.set(`${indicator}|${region}`, { indicator, region })
        }
      }
    }
  }
  return [...places.values()]
}

/** Null where it was cancelled. */
async function countObservations(
  store: GenerationStore,
  head: Head,
  { pause, onProgress, signal }: RecountWatch,
): Promise<number | null> {
  const places = placesOf(head.publications)
  let observations = 0
  for (let at = 0; at < places.length; at += PLACES_AT_ONCE) {
    if (signal?.aborted) return null
    onProgress?.(at, places.length)
    const read = await store.readPlaces(places.slice(at, at + PLACES_AT_ONCE))
    for (const { statements } of read.flat()) observations += statements.length
    await pause()
  }
  onProgress?.(places.length, places.length)
  return observations
}

/** Rejects with a StoreError when the store itself fails; nothing is changed. */
export async function recountStore(store: GenerationStore, watch: RecountWatch): Promise<Recount> {
  try {
    const head = await store.readHead()
    if (!head) return { kind: 'empty' }
    const found = await countObservations(store, head, watch)
    if (found === null) return { kind: 'cancelled' }
    const now = await store.readKnown()
    // Another tab has brought more meanwhile.
    if (now?.manifestSha256 !== head.manifestSha256) return await recountStore(store, watch)
    if (found === head.counts.observations) {
      return { kind: 'sound', seq: head.seq, counts: head.counts }
    }
    throw new StoreError('corrupt', `${found} observations of ${head.counts.observations}`)
  } catch (error) {
    const { code, detail } = toStoreError(error)
    if (code !== 'corrupt') throw error
    return { kind: 'corrupt', detail }
  }
}
