/** A shelf that outlasts the page: a database of its own, because a pack is no part of a generation. */
import { Dexie, type Table } from 'dexie'
import { createPageShelf, type PackShelf, type ShelvedPack } from './page-shelf.ts'
import type { StartTimer } from './timer.ts'
import { withinTime } from './within-time.ts'

export interface ShelfEnvironment {
  /** May throw: in a sandboxed frame the getter itself does. */
  readonly getIndexedDB: () => IDBFactory | undefined
  readonly getIDBKeyRange: () => typeof IDBKeyRange | undefined
  readonly startTimer: StartTimer
}

type StoredPack = ShelvedPack & { readonly id: string }

const SHELF_VERSION = 1
const LAST_ID = 'last'

function shelfName(dataset: string): string {
  return `qinglan-${dataset}-pack-${SHELF_VERSION}`
}

/** Opened for every step: packs are rare. */
async function atShelf<T>(
  dataset: string,
  { getIndexedDB, getIDBKeyRange, startTimer }: ShelfEnvironment,
  act: (packs: Table<StoredPack, string>) => PromiseLike<T>,
): Promise<T> {
  const [indexedDB, keyRange] = [getIndexedDB(), getIDBKeyRange()]
  if (!indexedDB || !keyRange) throw new Error('no IndexedDB')
  const database = new Dexie(shelfName(dataset), { indexedDB, IDBKeyRange: keyRange })
  database.version(1).stores({ packs: 'id' })
  try {
    const work = act(database.table('packs'))
    return await withinTime(work, startTimer, () => undefined)
  } finally {
    database.close()
  }
}

export function createPackShelf(dataset: string, environment: ShelfEnvironment): PackShelf {
  const page = createPageShelf()
  return {
    async put({ name, zip }) {
      await page.clear()
      try {
        await atShelf(dataset, environment, (packs) => packs.put({ id: LAST_ID, name, zip }))
      } catch {
        await page.put({ name, zip })
      }
    },
    async read() {
      const unkept = await page.read()
      if (unkept) return unkept
      try {
        return (await atShelf(dataset, environment, (packs) => packs.get(LAST_ID))) ?? null
      } catch {
        return null
      }
    },
    async clear() {
      await page.clear()
      try {
        await atShelf(dataset, environment, (packs) => packs.clear())
      } catch {
        // Where nothing can be kept, nothing is.
      }
    },
  }
}
