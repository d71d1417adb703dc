/** What a change writes, decided without a database; both back ends carry it out. */
import { publicationKey, seriesKey, takeApart, type Statement } from '../contract/statement.ts'
import { extendSetDigest } from './digest.ts'
import { StoreError } from './store-error.ts'
import type { GenerationChange } from './store-port.ts'
import {
  extendSeries,
  NO_COUNTS,
  toStoredHead,
  toStoredPublication,
  type StoredHead,
  type StoredPublication,
  type StoredSeries,
} from './stored-records.ts'

/** The part of a change that is not in the store yet. */
export interface NewContent {
  readonly publications: readonly StoredPublication[]
  readonly statementsByKey: ReadonlyMap<string, readonly Statement[]>
}

export interface CommitPlan {
  readonly series: readonly StoredSeries[]
  readonly publications: readonly StoredPublication[]
  readonly head: StoredHead
}

/** 'done' when this very generation is stored; refuses when another one came between. */
export function checkBase(
  stored: Pick<StoredHead, 'manifestSha256' | 'seq'> | null,
  change: GenerationChange,
): 'done' | 'proceed' {
  if (stored?.manifestSha256 === change.manifestSha256) return 'done'
  if ((stored?.manifestSha256 ?? null) === change.base) return 'proceed'
  throw new StoreError(
    'stale',
    `planned on ${change.base ?? 'nothing'}, stored ${stored?.seq ?? 'nothing'}`,
  )
}

/** Takes the snapshots apart and leaves out those already stored: merging is set union. */
export function selectNewContent(
  change: GenerationChange,
  storedKeys: ReadonlySet<string>,
): NewContent {
  const publications = new Map<string, StoredPublication>()
  const statementsByKey = new Map<string, Statement[]>()
  for (const snapshot of change.snapshots) {
    const key = publicationKey(snapshot)
    if (storedKeys.has(key) || publications.has(key)) continue
    const { publication, statements } = takeApart(snapshot)
    publications.set(key, toStoredPublication(key, publication))
    for (const statement of statements) {
      const of = seriesKey(statement)
      const known = statementsByKey.get(of)
      if (known) known.push(statement)
      else statementsByKey.set(of, [statement])
    }
  }
  return { publications: [...publications.values()], statementsByKey }
}

function countStatements(content: NewContent): number {
  let count = 0
  for (const statements of content.statementsByKey.values()) count += statements.length
  return count
}

/** `touched` holds the stored records of the keys in `content`, as far as there are any. */
export function planCommit(
  stored: StoredHead | null,
  content: NewContent,
  touched: ReadonlyMap<string, StoredSeries>,
  change: GenerationChange,
): CommitPlan {
  const counts = stored?.counts ?? NO_COUNTS
  const { manifest, manifestSha256, catalog, fetchedAtMs } = change
  const publicationCount = counts.publications + content.publications.length
  if (publicationCount !== manifest.snapshots.length) {
    const listed = manifest.snapshots.length
    throw new StoreError('incomplete', `${publicationCount} publications, manifest lists ${listed}`)
  }
  const series = [...content.statementsByKey].map(([key, statements]) =>
    extendSeries(touched.get(key), key, statements),
  )
  const newSeriesKeys = series.map((record) => record.key).filter((key) => !touched.has(key))
  const newPublicationKeys = content.publications.map((publication) => publication.key)
  const head = toStoredHead({
    seq: manifest.seq,
    manifestSha256,
    manifest,
    catalog,
    fetchedAtMs,
    counts: {
      publications: publicationCount,
      series: counts.series + newSeriesKeys.length,
      observations: counts.observations + countStatements(content),
    },
    keysDigest: extendSetDigest(stored?.keysDigest ?? 0, [...newPublicationKeys, ...newSeriesKeys]),
  })
  return { series, publications: content.publications, head }
}
