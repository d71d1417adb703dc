/** Chooses the back end by trying, and says what it found and why it fell back. */
import {
  deleteDexieStore,
  findOlderDatabases,
  openDexieStore,
  type DexieEnvironment,
} from './dexie-store.ts'
import { openMemoryStore } from './memory-store.ts'
import { StoreError, toStoreError, type StoreErrorCode } from './store-error.ts'
import type { GenerationStore } from './store-port.ts'
import type { StartTimer } from './timer.ts'
import type { TombstonePort } from './tombstone.ts'

/** `lost`: data were accepted before, and the store is empty; `corrupt`: they disagreed with themselves. */
export type StoreLoss = 'lost' | 'corrupt'

export interface StoreEnvironment {
  readonly dataset: string
  /** May throw: in a sandboxed frame the getter itself does. */
  readonly getIndexedDB: () => IDBFactory | undefined
  readonly getIDBKeyRange: () => typeof IDBKeyRange | undefined
  readonly startTimer: StartTimer
  /** Comes between the steps of a large commit, so that the page can breathe. */
  readonly pause?: () => Promise<void>
  readonly tombstone: TombstonePort
}

export interface OpenedStore {
  readonly store: GenerationStore
  /** Why it is only the memory; null when data are kept. */
  readonly why: StoreErrorCode | null
  readonly loss: StoreLoss | null
}

function dexieEnvironment(environment: StoreEnvironment): DexieEnvironment {
  try {
    const indexedDB = environment.getIndexedDB()
    const IDBKeyRange = environment.getIDBKeyRange()
    if (!indexedDB || !IDBKeyRange) throw new StoreError('missing', 'no IndexedDB')
    const { startTimer, pause } = environment
    return { indexedDB, IDBKeyRange, startTimer, ...(pause ? { pause } : {}) }
  } catch (error) {
    throw toStoreError(error)
  }
}

/** One attempt to heal, never a loop: a backing store that cannot be opened is deleted once. */
async function openOrHeal(dataset: string, dexie: DexieEnvironment): Promise<GenerationStore> {
  try {
    return await openDexieStore(dataset, dexie)
  } catch (error) {
    if (toStoreError(error).code !== 'failed') throw error
    await deleteDexieStore(dataset, dexie)
    return openDexieStore(dataset, dexie)
  }
}

/** What an earlier release kept in another form is no loss; it goes once the new form is filled. */
async function findLoss(
  store: GenerationStore,
  { dataset, tombstone }: StoreEnvironment,
  { indexedDB }: DexieEnvironment,
): Promise<StoreLoss | null> {
  try {
    const older = await findOlderDatabases(dataset, indexedDB)
    if ((await store.readHead()) === null) {
      return tombstone.read() !== null && older.length === 0 ? 'lost' : null
    }
    for (const name of older) indexedDB.deleteDatabase(name)
    return null
  } catch (error) {
    if (toStoreError(error).code !== 'corrupt') throw error
    await store.clear()
    return 'corrupt'
  }
}

async function openKept(environment: StoreEnvironment): Promise<OpenedStore> {
  const dexie = dexieEnvironment(environment)
  const store = await openOrHeal(environment.dataset, dexie)
  try {
    await store.probe()
    return { store, why: null, loss: await findLoss(store, environment, dexie) }
  } catch (error) {
    store.close()
    throw error
  }
}

/** `avoid` names what went wrong with a store that opened: the memory is taken then. */
export async function openStore(
  environment: StoreEnvironment,
  avoid: StoreErrorCode | null = null,
): Promise<OpenedStore> {
  if (avoid !== null) return { store: openMemoryStore(environment.pause), why: avoid, loss: null }
  try {
    return await openKept(environment)
  } catch (error) {
    return { store: openMemoryStore(environment.pause), why: toStoreError(error).code, loss: null }
  }
}
