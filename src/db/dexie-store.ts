/** Snapshots at rest in IndexedDB: one record per series, one per publication, one head. */
import { Dexie, type Table } from 'dexie'
import type { Snapshot } from '../contract/snapshot.ts'
import { publicationKey, type Publication, type Statement } from '../contract/statement.ts'
import { isStatedBy, placeKey, spokenOf } from './places.ts'
import {
  checkBase,
  inBatches,
  planHead,
  refuseIncomplete,
  selectNew,
  takeApartAll,
  type NewContent,
} from './plan-commit.ts'
import { StoreError, toStoreError } from './store-error.ts'
import type {
  Generation,
  GenerationChange,
  GenerationStore,
  Head,
  Known,
  Place,
  SeriesRecord,
} from './store-port.ts'
import {
  extendSeries,
  HEAD_ID,
  readableGeneration,
  readableHead,
  readableKnown,
  readableSeries,
  refuseOtherKeys,
  type Added,
  type StoredHead,
  type StoredPublication,
  type StoredSeries,
} from './stored-records.ts'
import type { StartTimer } from './timer.ts'
import { withinTime } from './within-time.ts'

/**
 * Part of the database's name: Dexie lets old code write into a newer schema, so a new schema is a
 * new database, never an upgrade in place.
 */
const SCHEMA_VERSION = 2
const PROBE_ID = 'probe'
/** Encoded and handed over at once: few enough for one step, many enough for few round trips. */
const SERIES_AT_ONCE = 500
/** After every key that begins with what stands before it. */
const LAST = '\uffff'

export interface DexieEnvironment {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
  readonly startTimer: StartTimer
  /** Comes between the steps of a large commit; none where nobody waits for the thread. */
  readonly pause?: () => Promise<void>
}

export function databaseName(dataset: string): string {
  return `qinglan-${dataset}-${SCHEMA_VERSION}`
}

/** Databases of earlier schemas; none where the browser does not tell. */
export async function findOlderDatabases(
  dataset: string,
  indexedDB: IDBFactory,
): Promise<readonly string[]> {
  const older = Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => `qinglan-${dataset}-${i + 1}`)
  try {
    const names = new Set((await indexedDB.databases()).map(({ name }) => name))
    return older.filter((name) => names.has(name))
  } catch {
    return []
  }
}

function createDatabase(dataset: string, { indexedDB, IDBKeyRange }: DexieEnvironment): Dexie {
  // Without autoOpen a database that the browser closed says so, instead of coming back empty.
  const options = { indexedDB, IDBKeyRange, autoOpen: false, cache: 'disabled' as const }
  const database = new Dexie(databaseName(dataset), options)
  database.version(1).stores({ series: 'key', publications: 'key', heads: 'id', probes: 'id' })
  return database
}

class DexieStore implements GenerationStore {
  readonly kind = 'dexie'
  readonly #database: Dexie
  readonly #series: Table<StoredSeries, string>
  readonly #publications: Table<StoredPublication, string>
  readonly #heads: Table<StoredHead, string>
  readonly #probes: Table<{ readonly id: string }, string>

  readonly #pause: () => Promise<void>

  constructor(database: Dexie, pause: () => Promise<void> = async () => undefined) {
    this.#database = database
    this.#pause = pause
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

  readKnown(): Promise<Known | null> {
    return this.#run('r', [this.#heads], async () => {
      const stored = await this.#heads.get(HEAD_ID)
      return stored ? readableKnown(stored) : null
    })
  }

  readPlaces(places: readonly Place[]): Promise<readonly (readonly SeriesRecord[])[]> {
    return this.#run('r', [this.#series], async () => {
      const found = await Promise.all(places.map((place) => this.#startingWith(placeKey(place))))
      return found.map((records) => records.map(readableSeries))
    })
  }

  /** Indicator by indicator: what a bulletin speaks of may be most of what is stored. */
  readStated(publication: Publication): Promise<readonly Statement[]> {
    const indicators = new Set(publication.spoken.flatMap((block) => block.indicators))
    const isSpokenOf = spokenOf(publication)
    return this.#run('r', [this.#series], async () => {
      const stated: Statement[] = []
      for (const indicator of indicators) {
        const records = await this.#startingWith(`${indicator}|`)
        for (const record of records.filter(isSpokenOf)) {
          stated.push(...readableSeries(record).statements.filter(isStatedBy(publication)))
        }
      }
      return stated
    })
  }

  readGeneration(): Promise<Generation | null> {
    return this.#run('r', this.#contentTables(), async () => {
      const head = await this.#head()
      return head && readableGeneration(head, await this.#series.toArray())
    })
  }

  /**
   * Figures are taken apart before the transaction, which would end during a pause; it looks again
   * whether the base is still the one that was planned on, so nothing can come between.
   */
  async commit(change: GenerationChange): Promise<void> {
    const fresh = await this.#run('r', this.#contentTables(), () => this.#select(change))
    if (fresh === null) return
    const content = await takeApartAll(fresh, this.#pause)
    return this.#run('rw', this.#contentTables(), () => this.#write(change, content))
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

  /** One thing after the other, so that no step is long. */
  async #head(): Promise<Head | null> {
    const stored = await this.#heads.get(HEAD_ID)
    const publications = await this.#publications.toArray()
    const head = stored ? readableHead(stored, publications) : null
    const seriesKeys = await this.#series.toCollection().primaryKeys()
    if (stored) refuseOtherKeys(stored, publications, seriesKeys)
    else if (publications.length > 0 || seriesKeys.length > 0) {
      throw new StoreError('corrupt', 'figures without a head')
    }
    return head
  }

  #startingWith(key: string): Promise<StoredSeries[]> {
    return this.#series.where('key').between(key, `${key}${LAST}`).toArray()
  }

  /** What is new in a change; null where it is stored already. */
  async #select(change: GenerationChange): Promise<readonly Snapshot[] | null> {
    const found = (await this.#heads.get(HEAD_ID)) ?? null
    if (checkBase(found, change) === 'done') return null
    const stored = change.isAnew ? null : found
    const wanted = stored ? change.snapshots.map(publicationKey) : []
    const known = await this.#publications.where('key').anyOf(wanted).primaryKeys()
    const fresh = selectNew(change, new Set(known))
    refuseIncomplete(stored, fresh, change)
    return fresh
  }

  /** Adds to `newKeys` what was not there; an empty store, most of all a large first one, is not asked. */
  async #extend(
    batch: readonly Added[],
    isEmpty: boolean,
    newKeys: string[],
  ): Promise<readonly StoredSeries[]> {
    const stored = isEmpty ? [] : await this.#series.bulkGet(batch.map(({ key }) => key))
    newKeys.push(...batch.flatMap(({ key }, index) => (stored[index] ? [] : [key])))
    return batch.map((added, index) => extendSeries(stored[index], added))
  }

  /** The head is the last write. */
  async #write(change: GenerationChange, content: NewContent): Promise<void> {
    const found = (await this.#heads.get(HEAD_ID)) ?? null
    if (checkBase(found, change) === 'done') return
    if (change.isAnew) for (const table of this.#contentTables()) await table.clear()
    const stored = change.isAnew ? null : found
    const newKeys: string[] = []
    let ready: readonly StoredSeries[] = []
    for (const batch of inBatches(content.series, SERIES_AT_ONCE)) {
      // The browser writes one batch while the next is made ready.
      const [, next] = await Promise.all([
        this.#series.bulkPut([...ready]),
        this.#extend(batch, stored === null, newKeys),
      ])
      ready = next
    }
    await this.#series.bulkPut([...ready])
    await this.#publications.bulkPut([...content.publications])
    await this.#heads.put(planHead(stored, content, newKeys, change))
  }
}

export async function openDexieStore(
  dataset: string,
  environment: DexieEnvironment,
): Promise<GenerationStore> {
  const database = createDatabase(dataset, environment)
  await withinTime(database.open(), environment.startTimer, () => database.close())
  return new DexieStore(database, environment.pause)
}

/** Removes the whole database: the cure when its backing store does not open. */
export function deleteDexieStore(dataset: string, environment: DexieEnvironment): Promise<void> {
  const database = createDatabase(dataset, environment)
  return withinTime(database.delete(), environment.startTimer, () => undefined)
}
