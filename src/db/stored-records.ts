/** Records as they lie in the store: what the port hands out, and what tells later whether it is whole. */
import type { Publication, Statement } from '../contract/statement.ts'
import { digestOf, extendSetDigest } from './digest.ts'
import type { Generation, Head, SeriesRecord, StoreCounts } from './store-port.ts'
import { StoreError } from './store-error.ts'

export const HEAD_ID = 'head'

export type StoredSeries = SeriesRecord & {
  /** Set digest of the statements. */
  readonly digest: number
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

/** The head with its publications, or a StoreError naming what does not agree. */
export function readableHead(
  stored: StoredHead,
  publications: readonly StoredPublication[],
  seriesKeys: readonly string[],
): Head {
  const { id: _id, digest, ...facts } = stored
  refuseUnless(digestOf(facts) === digest, 'head')
  const { keysDigest, ...head } = facts
  refuseUnless(publications.length === head.counts.publications, 'number of publications')
  refuseUnless(seriesKeys.length === head.counts.series, 'number of series')
  const keys = [...publications.map((stored) => stored.key), ...seriesKeys]
  refuseUnless(extendSetDigest(0, keys) === keysDigest, 'keys')
  for (const stored of publications) {
    refuseUnless(digestOf(stored.publication) === stored.digest, `publication ${stored.key}`)
  }
  return Object.freeze({
    ...head,
    publications: Object.freeze(publications.map((stored) => stored.publication)),
  })
}

/** The record without its digest, frozen so that nobody can wrap it into a proxy. */
export function readableSeries({ digest, ...series }: StoredSeries): SeriesRecord {
  refuseUnless(extendSetDigest(0, series.statements) === digest, `series ${series.key}`)
  Object.freeze(series.statements)
  return Object.freeze(series)
}

export function readableGeneration(head: Head, stored: readonly StoredSeries[]): Generation {
  const series = stored.map(readableSeries)
  const observations = series.reduce((sum, record) => sum + record.statements.length, 0)
  refuseUnless(observations === head.counts.observations, 'number of observations')
  return Object.freeze({ head, series: Object.freeze(series) })
}

/** The record with more statements; only the new ones cost. */
export function extendSeries(
  record: StoredSeries | undefined,
  key: string,
  added: readonly Statement[],
): StoredSeries {
  const first = added[0]
  if (!first) throw new RangeError(`no statement for ${key}`)
  const { indicator, region, breakdown } = first
  return {
    key,
    indicator,
    region,
    ...(breakdown === undefined ? {} : { breakdown }),
    statements: [...(record?.statements ?? []), ...added],
    digest: extendSetDigest(record?.digest ?? 0, added),
  }
}

export const NO_COUNTS: StoreCounts = { publications: 0, series: 0, observations: 0 }
