/** Records as they lie in the store: what the port hands out, and what tells later whether it is whole. */
import type { Publication } from '../contract/statement.ts'
import { digestOf, extendByteDigest, extendSetDigest } from './digest.ts'
import {
  appendBytes,
  readStatements,
  seriesOf,
  writeStatements,
  type SeriesOf,
  type Stated,
} from './statement-rows.ts'
import { StoreError } from './store-error.ts'
import type { Generation, Head, Known, SeriesRecord, StoreCounts } from './store-port.ts'

export const HEAD_ID = 'head'

export type StoredSeries = SeriesOf & {
  readonly key: string
  /** Its statements, see statement-rows.ts, in order of arrival. */
  readonly rows: Uint8Array
  readonly count: number
  /** Of the key and the rows. */
  readonly digest: number
}

/** What a change adds to one series. */
export interface Added {
  readonly key: string
  readonly of: SeriesOf
  readonly stated: readonly Stated[]
}

export interface StoredPublication {
  readonly key: string
  readonly publication: Publication
  readonly digest: number
}

export type StoredHead = Omit<Head, 'publications'> & {
  readonly id: typeof HEAD_ID
  /** Set digest of the keys of all publications and series. */
  readonly keysDigest: number
  readonly digest: number
}

export function toStoredPublication(key: string, publication: Publication): StoredPublication {
  return { key, publication, digest: digestOf(publication) }
}

export function toStoredHead(facts: Omit<StoredHead, 'id' | 'digest'>): StoredHead {
  return { id: HEAD_ID, ...facts, digest: digestOf(facts) }
}

function refuseUnless(isWhole: boolean, what: string): void {
  if (!isWhole) throw new StoreError('corrupt', what)
}

/** The head alone; whether its figures are there is not looked at. */
export function readableKnown(stored: StoredHead): Known {
  const { id: _id, digest, ...facts } = stored
  refuseUnless(digestOf(facts) === digest, 'head')
  const { manifest, manifestSha256, catalog, fetchedAtMs } = facts
  return { manifest, manifestSha256, catalog, fetchedAtMs }
}

/** The head with its publications, or a StoreError naming what does not agree. */
export function readableHead(stored: StoredHead, publications: readonly StoredPublication[]): Head {
  const { id: _id, digest, ...facts } = stored
  refuseUnless(digestOf(facts) === digest, 'head')
  const { keysDigest: _keysDigest, ...head } = facts
  refuseUnless(publications.length === head.counts.publications, 'number of publications')
  for (const each of publications) {
    refuseUnless(digestOf(each.publication) === each.digest, `publication ${each.key}`)
  }
  return Object.freeze({
    ...head,
    publications: Object.freeze(publications.map((each) => each.publication)),
  })
}

/** A StoreError where a record is gone, or has another name. */
export function refuseOtherKeys(
  { counts, keysDigest }: StoredHead,
  publications: readonly StoredPublication[],
  seriesKeys: readonly string[],
): void {
  refuseUnless(seriesKeys.length === counts.series, 'number of series')
  const keys = [...publications.map((stored) => stored.key), ...seriesKeys]
  refuseUnless(extendSetDigest(0, keys) === keysDigest, 'keys')
}

/** What the record states, frozen so that nobody can wrap it into a proxy. */
export function readableSeries(stored: StoredSeries): SeriesRecord {
  const { key, rows, count, digest } = stored
  refuseUnless(extendByteDigest(digestOf(key), rows) === digest, `series ${key}`)
  const statements = Object.freeze(readStatements(stored, rows))
  refuseUnless(statements.length === count, `series ${key}`)
  return Object.freeze({ key, ...seriesOf(stored), statements })
}

export function readableGeneration(head: Head, stored: readonly StoredSeries[]): Generation {
  const observations = stored.reduce((sum, record) => sum + record.count, 0)
  refuseUnless(observations === head.counts.observations, 'number of observations')
  return Object.freeze({ head, series: Object.freeze(stored.map(readableSeries)) })
}

/** The record with more statements; those that are there are not read. */
export function extendSeries(
  record: StoredSeries | undefined,
  { key, of, stated }: Added,
): StoredSeries {
  const added = writeStatements(stated)
  return {
    key,
    ...of,
    rows: appendBytes(record?.rows, added),
    count: (record?.count ?? 0) + stated.length,
    digest: extendByteDigest(record?.digest ?? digestOf(key), added),
  }
}

export const NO_COUNTS: StoreCounts = { publications: 0, series: 0, observations: 0 }
