/** What a change writes, decided without a database; both back ends carry it out. */
import type { Observation, Snapshot } from '../contract/snapshot.ts'
import { publicationKey, publicationOf, seriesKey } from '../contract/statement.ts'
import { extendSetDigest } from './digest.ts'
import { seriesOf, type SeriesOf, type Stated } from './statement-rows.ts'
import { StoreError } from './store-error.ts'
import type { GenerationChange } from './store-port.ts'
import {
  NO_COUNTS,
  toStoredHead,
  toStoredPublication,
  type Added,
  type StoredHead,
  type StoredPublication,
} from './stored-records.ts'

/** The part of a change that is not in the store yet. */
export interface NewContent {
  readonly publications: readonly StoredPublication[]
  readonly series: readonly Added[]
  readonly observations: number
}

/** 'done' when this very generation is stored; refuses when another one came between. */
export function checkBase(
  stored: Pick<StoredHead, 'manifestSha256' | 'seq'> | null,
  change: GenerationChange,
): 'done' | 'proceed' {
  if (change.isAnew) {
    if (!stored || stored.seq <= change.manifest.seq) return 'proceed'
    throw new StoreError('stale', `seq ${change.manifest.seq} anew, stored ${stored.seq}`)
  }
  if (stored?.manifestSha256 === change.manifestSha256) return 'done'
  if ((stored?.manifestSha256 ?? null) === change.base) return 'proceed'
  throw new StoreError(
    'stale',
    `planned on ${change.base ?? 'nothing'}, stored ${stored?.seq ?? 'nothing'}`,
  )
}

/** The snapshots of a change that are not stored, each once: merging is set union. */
export function selectNew(
  change: GenerationChange,
  storedKeys: ReadonlySet<string>,
): readonly Snapshot[] {
  const fresh = new Map<string, Snapshot>()
  for (const snapshot of change.snapshots) {
    const key = publicationKey(snapshot)
    if (!storedKeys.has(key) && !fresh.has(key)) fresh.set(key, snapshot)
  }
  return [...fresh.values()]
}

type Group = SeriesOf & { readonly stated: Stated[] }

/** Two steps to a group: finding a million observations by one joined key takes five times as long. */
class Groups {
  readonly #byIndicator = new Map<string, Map<string, Group>>()

  add(observation: Observation, by: Stated['by']): void {
    const { indicator, region, breakdown } = observation
    const where = breakdown === undefined ? region : `${region}|${breakdown}`
    let groups = this.#byIndicator.get(indicator)
    if (!groups) this.#byIndicator.set(indicator, (groups = new Map()))
    const group = groups.get(where)
    if (group) group.stated.push({ by, observation })
    else groups.set(where, { ...seriesOf(observation), stated: [{ by, observation }] })
  }

  list(): Added[] {
    return [...this.#byIndicator.values()].flatMap((groups) =>
      [...groups.values()].map(({ stated, ...of }) => ({ key: seriesKey(of), of, stated })),
    )
  }
}

/** Takes snapshots apart, one at a time; `pause` comes between two, so that a page can breathe. */
export async function takeApartAll(
  snapshots: readonly Snapshot[],
  pause: () => Promise<void>,
): Promise<NewContent> {
  const publications: StoredPublication[] = []
  const groups = new Groups()
  let observations = 0
  for (const snapshot of snapshots) {
    if (publications.length > 0) await pause()
    const by = { id: snapshot.id, revision: snapshot.revision }
    publications.push(toStoredPublication(publicationKey(snapshot), publicationOf(snapshot)))
    for (const observation of snapshot.observations) groups.add(observation, by)
    observations += snapshot.observations.length
  }
  return { publications, series: groups.list(), observations }
}

/** The head after a change; \`newSeries\` are the keys of \`content\` that were not stored before. */
export function planHead(
  stored: StoredHead | null,
  content: NewContent,
  newSeries: readonly string[],
  { manifest, manifestSha256, catalog, fetchedAtMs }: GenerationChange,
): StoredHead {
  const counts = stored?.counts ?? NO_COUNTS
  const newPublications = content.publications.map((publication) => publication.key)
  return toStoredHead({
    seq: manifest.seq,
    manifestSha256,
    manifest,
    catalog,
    fetchedAtMs,
    counts: {
      publications: counts.publications + newPublications.length,
      series: counts.series + newSeries.length,
      observations: counts.observations + content.observations,
    },
    keysDigest: extendSetDigest(stored?.keysDigest ?? 0, [...newPublications, ...newSeries]),
  })
}

/** Refuses a change that does not bring all that its manifest lists. */
export function refuseIncomplete(
  stored: Pick<StoredHead, 'counts'> | null,
  fresh: readonly Snapshot[],
  { manifest }: GenerationChange,
): void {
  const publications = (stored?.counts.publications ?? 0) + fresh.length
  const listed = manifest.snapshots.length
  if (publications === listed) return
  throw new StoreError('incomplete', `${publications} publications, manifest lists ${listed}`)
}

/** In pieces of at most \`size\`. */
export function* inBatches<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}
