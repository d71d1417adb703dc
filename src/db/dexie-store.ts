/** Snapshots at rest in IndexedDB: one record per series, one per publication, one head. */
import { Dexie, type Table } from 'dexie'
import { publicationKey } from '../contract/statement.ts'
import { checkBase, planCommit, selectNewContent } from './plan-commit.ts'
import { StoreError, toStoreError } from './store-error.ts'
import type {
  Generation,
  GenerationChange,
  GenerationStore,
  Head,
  SeriesRecord,
} from './store-port.ts'
import {
  HEAD_ID,
  readableGeneration,
  readableHead,
  readableSeries,
  type StoredHead,
  type StoredPublication,
  type StoredSeries,
} from './stored-records.ts'
import type { StartTimer } from './timer.ts'

/**
 * Part of the database's name: Dexie lets old code write into a newer schema, so a new schema is a
 * new database, never an upgrade in place.
 */
const SCHEMA_VERSION = 1
/** An upgrade blocked by another tab never answers. */
const OPEN_TIMEOUT_MS = 5_000
const PROBE_ID = 'probe'

export interface DexieEnvironment {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
  readonly startTimer: StartTimer
}

export function databaseName(dataset: string): string {
  return `qinglan-${dataset}-${SCHEMA_VERSION}`
}

function createDatabase(dataset: string, { indexedDB, IDBKeyRange }: DexieEnvironment): Dexie {
  // Without autoOpen a database that the browser closed says so, instead of coming back empty.
  const options = { indexedDB, IDBKeyRange, autoOpen: false, cache: 'disabled' as const }
  const database = new Dexie(databaseName(dataset), options)
  database
    .version(1)
    .stores({ series: 'key, indicator', publications: 'key', heads: 'id', probes: 'id' })
  return database
}

/** Rejects when nothing answers in time; whatever comes later goes to `tooLate`. */
function withinTime<T>(
  work: PromiseLike<T>,
  startTimer: StartTimer,
  tooLate: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false
    const cancel = startTimer(() => {
      isOver = true
      reject(new StoreError('timeout', `no answer within ${OPEN_TIMEOUT_MS} ms`))
    }, OPEN_TIMEOUT_MS)
    work.then(
      (value) => {
        cancel()
        if (isOver) tooLate()
        else resolve(value)
      },
      (error: unknown) => {
        cancel()
        reject(toStoreError(error))
      },
    )
  })
}

class DexieStore implements GenerationStore {
  readonly kind = 'dexie'
  readonly #database: Dexie
  readonly #series: Table<StoredSeries, string>
  readonly #publications: Table<StoredPublication, string>
  readonly #heads: Table<StoredHead, string>
  readonly #probes: Table<{ readonly id: string }, string>

  constructor(database: Dexie) {
    this.#database = database
    this.#series = database.table('series')
    this.#publications = database.table('publications')
    this.#heads = database.table('heads')
    this.#probes = database.table('probes')
  }

  probe(): Promise<void> {
    return this.#run('rw', [this.#probes], async () => {
      await this.#probes.put({ id: PROBE_ID })
      const found = await this.#probes.get(PROBE_ID)
      await this.#probes.delete(PROBE_ID)
      if (found?.id !== PROBE_ID) throw new StoreError('failed', 'the probe did not come back')
    })
  }

  readHead(): Promise<Head | null> {
    return this.#run('r', this.#contentTables(), () => this.#head())
  }

  readSeries(indicatorId: string): Promise<readonly SeriesRecord[]> {
    return this.#run('r', [this.#series], async () => {
      const found = await this.#series.where('indicator').equals(indicatorId).toArray()
      return found.map(readableSeries)
    })
  }

  readGeneration(): Promise<Generation | null> {
    return this.#run('r', this.#contentTables(), async () => {
      const head = await this.#head()
      return head && readableGeneration(head, await this.#series.toArray())
    })
  }

  commit(change: GenerationChange): Promise<void> {
    return this.#run('rw', this.#contentTables(), () => this.#write(change))
  }

  clear(): Promise<void> {
    return this.#run('rw', this.#contentTables(), async () => {
      for (const table of this.#contentTables()) await table.clear()
    })
  }

  close(): void {
    this.#database.close()
  }

  #contentTables(): Table[] {
    return [this.#series, this.#publications, this.#heads]
  }

  async #run<T>(mode: 'r' | 'rw', tables: Table[], work: () => Promise<T>): Promise<T> {
    try {
      return await this.#database.transaction(mode, tables, work)
    } catch (error) {
      throw toStoreError(error)
    }
  }

  async #head(): Promise<Head | null> {
    const stored = await this.#heads.get(HEAD_ID)
    const publications = await this.#publications.toArray()
    const seriesKeys = await this.#series.toCollection().primaryKeys()
    if (stored) return readableHead(stored, publications, seriesKeys)
    if (publications.length === 0 && seriesKeys.length === 0) return null
    throw new StoreError('corrupt', 'figures without a head')
  }

  /** The head is the last write. */
  async #write(change: GenerationChange): Promise<void> {
    const stored = (await this.#heads.get(HEAD_ID)) ?? null
    if (checkBase(stored, change) === 'done') return
    const wanted = change.snapshots.map(publicationKey)
    const known = await this.#publications.where('key').anyOf(wanted).primaryKeys()
    const content = selectNewContent(change, new Set(known))
    const records = await this.#series.bulkGet([...content.statementsByKey.keys()])
    const touched = new Map<string, StoredSeries>()
    for (const record of records) if (record) touched.set(record.key, record)
    const plan = planCommit(stored, content, touched, change)
    await this.#series.bulkPut([...plan.series])
    await this.#publications.bulkPut([...plan.publications])
    await this.#heads.put(plan.head)
  }
}

export async function openDexieStore(
  dataset: string,
  environment: DexieEnvironment,
): Promise<GenerationStore> {
  const database = createDatabase(dataset, environment)
  await withinTime(database.open(), environment.startTimer, () => database.close())
  return new DexieStore(database)
}

/** Removes the whole database: the cure when its backing store does not open. */
export function deleteDexieStore(dataset: string, environment: DexieEnvironment): Promise<void> {
  const database = createDatabase(dataset, environment)
  return withinTime(database.delete(), environment.startTimer, () => undefined)
}
