/** A page of store and feed alone, so that bench/storage.mjs can time what the app does in a worker. */
import { openDexieStore } from '../src/db/dexie-store.ts'
import type { GenerationChange, GenerationStore, Place } from '../src/db/store-port.ts'
import { createTombstone } from '../src/db/tombstone.ts'
import { createSha256 } from '../src/feed/sha256.ts'
import { runUpdate } from '../src/feed/update.ts'

function startTimer(run: () => void, delayMs: number): () => void {
  const id = setTimeout(run, delayMs)
  return () => clearTimeout(id)
}

function open(dataset: string): Promise<GenerationStore> {
  return openDexieStore(dataset, { indexedDB, IDBKeyRange, startTimer })
}

/** Takes in what a manifest lists, and says how long the store itself took for it. */
async function takeIn(dataset: string, manifestUrl: string): Promise<number> {
  const store = await open(dataset)
  let storeMs = 0
  async function timed<T>(work: () => Promise<T>): Promise<T> {
    const from = performance.now()
    const result = await work()
    storeMs += performance.now() - from
    return result
  }
  const watched: GenerationStore = {
    kind: store.kind,
    probe: () => store.probe(),
    readHead: () => store.readHead(),
    readKnown: () => timed(() => store.readKnown()),
    readPlaces: (places) => store.readPlaces(places),
    readStated: (publication) => store.readStated(publication),
    readGeneration: () => store.readGeneration(),
    commit: (change: GenerationChange) => timed(() => store.commit(change)),
    clear: () => store.clear(),
    close: () => store.close(),
  }
  const result = await runUpdate(watched, {
    fetch: (url, init) => fetch(url, init),
    sha256: createSha256(crypto.subtle),
    startTimer,
    nowMs: () => Date.now(),
    dataset,
    manifestUrl,
    tombstone: createTombstone(dataset, () => undefined),
    buildFloor: null,
  })
  store.close()
  if (result.kind !== 'updated') throw new Error(JSON.stringify(result))
  return storeMs
}

/** Reads each of the places by itself, as opening a page does; milliseconds for each. */
async function readPlaces(dataset: string, places: readonly Place[]): Promise<readonly number[]> {
  const store = await open(dataset)
  const times: number[] = []
  for (const place of places) {
    const from = performance.now()
    const [records] = await store.readPlaces([place])
    times.push(performance.now() - from)
    if (records?.length === 0) throw new Error(`no figures of ${place.indicator}`)
  }
  store.close()
  return times
}

Object.assign(globalThis, { storageBench: { takeIn, readPlaces } })
