/** Snapshots at rest in this page's memory: where nothing else may be kept, and in tests. */
import type { Publication, Statement } from '../contract/statement.ts'
import {
  checkBase,
  inBatches,
  planHead,
  refuseIncomplete,
  selectNew,
  takeApartAll,
} from './plan-commit.ts'
import { isStatedBy, placeKey, spokenOf } from './places.ts'
import { StoreError } from './store-error.ts'
import type {
  Generation,
  GenerationChange,
  GenerationStore,
  Head,
  Known,
  Place,
  SeriesRecord,
  StoreKind,
} from './store-port.ts'
import {
  extendSeries,
  readableGeneration,
  readableHead,
  readableKnown,
  readableSeries,
  refuseOtherKeys,
  type StoredHead,
  type StoredPublication,
  type StoredSeries,
} from './stored-records.ts'

const SERIES_AT_ONCE = 500

type MemoryKind = Exclude<StoreKind, 'dexie'>

class MemoryStore implements GenerationStore {
  readonly kind: MemoryKind
  readonly #series = new Map<string, StoredSeries>()
  readonly #publications = new Map<string, StoredPublication>()
  #head: StoredHead | null = null
  readonly #pause: () => Promise<void>
  #isClosed = false

  constructor(pause: () => Promise<void>, kind: MemoryKind) {
    this.#pause = pause
    this.kind = kind
  }

  async probe(): Promise<void> {
    this.#refuseWhenClosed()
  }

  async readHead(): Promise<Head | null> {
    this.#refuseWhenClosed()
    if (!this.#head) return null
    const publications = [...this.#publications.values()]
    refuseOtherKeys(this.#head, publications, [...this.#series.keys()])
    return readableHead(this.#head, publications)
  }

  async readKnown(): Promise<Known | null> {
    this.#refuseWhenClosed()
    return this.#head && readableKnown(this.#head)
  }

  async readPlaces(places: readonly Place[]): Promise<readonly (readonly SeriesRecord[])[]> {
    this.#refuseWhenClosed()
    const found = new Map(places.map((place) => [placeKey(place), [] as SeriesRecord[]]))
    for (const record of this.#series.values()) {
      found.get(placeKey(record))?.push(readableSeries(record))
    }
    return places.map((place) => found.get(placeKey(place)) ?? [])
  }

  async readStated(publication: Publication): Promise<readonly Statement[]> {
    this.#refuseWhenClosed()
    const isSpokenOf = spokenOf(publication)
    return [...this.#series.values()]
      .filter(isSpokenOf)
      .flatMap((record) => readableSeries(record).statements.filter(isStatedBy(publication)))
  }

  async readGeneration(): Promise<Generation | null> {
    const head = await this.readHead()
    return head && readableGeneration(head, [...this.#series.values()])
  }

  /** Planned in steps, and then written without a pause, so that nobody sees half of it. */
  async commit(change: GenerationChange): Promise<void> {
    this.#refuseWhenClosed()
    if (checkBase(this.#head, change) === 'done') return
    const base = change.isAnew ? null : this.#head
    const fresh = selectNew(change, new Set(base ? this.#publications.keys() : []))
    refuseIncomplete(base, fresh, change)
    const content = await takeApartAll(fresh, this.#pause)
    const series: StoredSeries[] = []
    const known = base ? this.#series : new Map<string, StoredSeries>()
    for (const batch of inBatches(content.series, SERIES_AT_ONCE)) {
      if (series.length > 0) await this.#pause()
      series.push(...batch.map((added) => extendSeries(known.get(added.key), added)))
    }
    const newKeys = series.map(({ key }) => key).filter((key) => !known.has(key))
    const head = planHead(base, content, newKeys, change)
    if (checkBase(this.#head, change) === 'done') return
    if (change.isAnew) {
      this.#series.clear()
      this.#publications.clear()
    }
    for (const record of series) this.#series.set(record.key, record)
    for (const record of content.publications) this.#publications.set(record.key, record)
    this.#head = head
  }

  async clear(): Promise<void> {
    this.#refuseWhenClosed()
    this.#series.clear()
    this.#publications.clear()
    this.#head = null
  }

  close(): void {
    this.#isClosed = true
  }

  #refuseWhenClosed(): void {
    if (this.#isClosed) throw new StoreError('closed', 'memory store')
  }
}

/** `pause` comes between the steps of a large commit. */
export function openMemoryStore(
  pause: () => Promise<void> = async () => undefined,
  kind: MemoryKind = 'memory',
): GenerationStore {
  return new MemoryStore(pause, kind)
}
