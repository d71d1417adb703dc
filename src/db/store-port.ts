/** The port behind which snapshots rest, whatever the runtime offers to keep them in. */
import type { Catalog } from '../contract/catalog.ts'
import type { Manifest } from '../contract/manifest.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import type { Publication, Statement } from '../contract/statement.ts'

/** `embedded`: in memory, filled from the document itself, which holds it again when it is opened again. */
export type StoreKind = 'dexie' | 'memory' | 'embedded'

export interface StoreCounts {
  readonly publications: number
  readonly series: number
  readonly observations: number
}

/** What is known of one generation without its figures. */
export interface Head {
  readonly seq: number
  readonly manifestSha256: string
  readonly manifest: Manifest
  readonly catalog: Catalog
  readonly publications: readonly Publication[]
  readonly fetchedAtMs: number
  readonly counts: StoreCounts
}

/** Just enough of a generation to plan the step to the next one, and to say since when it is here. */
export type Known = Pick<Head, 'manifest' | 'manifestSha256' | 'catalog' | 'fetchedAtMs'>

/** One indicator in one region, whatever the breakdown. */
export interface Place {
  readonly indicator: string
  readonly region: string
}

/** All that was ever stated of one indicator, region and breakdown, every revision included. */
export interface SeriesRecord {
  readonly key: string
  readonly indicator: string
  readonly region: string
  readonly breakdown?: string
  /** In order of arrival, which means nothing. */
  readonly statements: readonly Statement[]
}

/** Head and figures of the same moment. */
export interface Generation {
  readonly head: Head
  readonly series: readonly SeriesRecord[]
}

/** The step from one generation to the next: frozen, plain data only. */
export interface GenerationChange {
  /** Hash of the manifest on which this change was planned; null on nothing. */
  readonly base: string | null
  readonly manifest: Manifest
  readonly manifestSha256: string
  readonly catalog: Catalog
  /** Those that the base does not have. */
  readonly snapshots: readonly Snapshot[]
  readonly fetchedAtMs: number
  /**
   * The change is the whole generation, and whatever is stored gives way to it in the same step, sound
   * or not; only something newer does not.
   */
  readonly isAnew?: true
}

/** Every method rejects with a StoreError and nothing else. */
export interface GenerationStore {
  readonly kind: StoreKind
  /** Writes, reads and deletes a record of its own: the only proof that storage works. */
  probe(): Promise<void>
  /** Looks whether all publications and series are there: once when opened, not at every step. */
  readHead(): Promise<Head | null>
  /** Costs the same however much is stored. */
  readKnown(): Promise<Known | null>
  /** The series of one indicator in one region, for each of the places asked for, in their order. */
  readPlaces(places: readonly Place[]): Promise<readonly (readonly SeriesRecord[])[]>
  /** Everything that one publication states. */
  readStated(publication: Publication): Promise<readonly Statement[]>
  /** Head and all series in one transaction, so that no other tab's commit comes between. */
  readGeneration(): Promise<Generation | null>
  /** All or nothing; the same manifest again is a no-op, another base than the stored one is stale. */
  commit(change: GenerationChange): Promise<void>
  clear(): Promise<void>
  close(): void
}
