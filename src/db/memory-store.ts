/** Snapshots at rest in this page's memory: where nothing else may be kept, and in tests. */
import { checkBase, planCommit, selectNewContent } from './plan-commit.ts'
import { StoreError } from './store-error.ts'
import type {
  Generation,
  GenerationChange,
  GenerationStore,
  Head,
  SeriesRecord,
} from './store-port.ts'
import {
  readableGeneration,
  readableHead,
  readableSeries,
  type StoredHead,
  type StoredPublication,
  type StoredSeries,
} from './stored-records.ts'

class MemoryStore implements GenerationStore {
  readonly kind = 'memory'
  readonly #series = new Map<string, StoredSeries>()
  readonly #publications = new Map<string, StoredPublication>()
  #head: StoredHead | null = null
  #isClosed = false

  async probe(): Promise<void> {
    this.#refuseWhenClosed()
  }

  async readHead(): Promise<Head | null> {
    this.#refuseWhenClosed()
    if (!this.#head) return null
    return readableHead(this.#head, [...this.#publications.values()], [...this.#series.keys()])
  }

  async readSeries(indicatorId: string): Promise<readonly SeriesRecord[]> {
    this.#refuseWhenClosed()
    return [...this.#series.values()].filter((s) => s.indicator === indicatorId).map(readableSeries)
  }

  async readGeneration(): Promise<Generation | null> {
    const head = await this.readHead()
    return head && readableGeneration(head, [...this.#series.values()])
  }

  /** Planned first and then written without a pause, so that nobody sees half of it. */
  async commit(change: GenerationChange): Promise<void> {
    this.#refuseWhenClosed()
    if (checkBase(this.#head, change) === 'done') return
    const content = selectNewContent(change, new Set(this.#publications.keys()))
    const plan = planCommit(this.#head, content, this.#series, change)
    for (const record of plan.series) this.#series.set(record.key, record)
    for (const record of plan.publications) this.#publications.set(record.key, record)
    this.#head = plan.head
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

export function openMemoryStore(): GenerationStore {
  return new MemoryStore()
}
