/** What a newly found manifest asks for, decided without network or store (reliability rules M1–M6). */
import { type Issue } from '../contract/issue.ts'
import {
  SEQ_MAX_STEP,
  type FileEntry,
  type Manifest,
  type SnapshotFile,
} from '../contract/manifest.ts'
import { publicationKey } from '../contract/statement.ts'
import { refusals } from './refusals.ts'

/** The generation that stands in the store. */
export interface Known {
  readonly manifest: Manifest
  readonly manifestSha256: string
}

/** A manifest that was trusted before, whether or not its data are still here. */
export interface Floor {
  readonly seq: number
  readonly sha256: string
}

export interface Found {
  /** Names the manifest in messages. */
  readonly path: string
  readonly manifest: Manifest
  readonly manifestSha256: string
}

export interface GetPlan {
  readonly kind: 'get'
  /** Null when the catalog in the store is the one listed. */
  readonly catalog: FileEntry | null
  readonly snapshots: readonly SnapshotFile[]
}

export type UpdatePlan =
  { readonly kind: 'same' } | { readonly kind: 'refused'; readonly issue: Issue } | GetPlan

/**
 * More than this is taken in off the page's thread: a megabyte of snapshots is read, checked and
 * stored in about a tenth of a second, and a worker of its own costs a reader 40 KB more to fetch.
 */
const ON_PAGE_MAX_BYTES = 1024 * 1024

export function isForWorker({ snapshots }: GetPlan): boolean {
  return snapshots.reduce((sum, { bytes }) => sum + bytes, 0) > ON_PAGE_MAX_BYTES
}

function findSeqIssue({ path, manifest, manifestSha256 }: Found, floor: Floor): Issue | null {
  const { seq } = manifest
  if (seq < floor.seq) return refusals.rollback(path, seq, floor.seq)
  if (seq === floor.seq && manifestSha256 !== floor.sha256) return refusals.altered(path, seq)
  if (seq - floor.seq > SEQ_MAX_STEP) return refusals.jump(path, seq, floor.seq)
  return null
}

function findListIssue(found: Found, known: Known | null): Issue | null {
  const listed = new Map<string, SnapshotFile>()
  for (const file of found.manifest.snapshots) {
    const key = publicationKey(file)
    if (listed.has(key)) return refusals.listedTwice(found.path, file)
    listed.set(key, file)
  }
  for (const file of known?.manifest.snapshots ?? []) {
    const still = listed.get(publicationKey(file))
    if (!still) return refusals.vanished(found.path, file)
    if (still.sha256 !== file.sha256) return refusals.rewritten(found.path, file)
  }
  return null
}

/** The higher of all that was ever trusted; of two with the same seq, the one in the store. */
function highestFloor(known: Known | null, floors: readonly Floor[]): Floor | null {
  const stored = known && { seq: known.manifest.seq, sha256: known.manifestSha256 }
  return floors.reduce<Floor | null>(
    (highest, floor) => (highest && highest.seq >= floor.seq ? highest : floor),
    stored,
  )
}

export function planUpdate(
  dataset: string,
  known: Known | null,
  floors: readonly Floor[],
  found: Found,
): UpdatePlan {
  const { manifest, manifestSha256, path } = found
  if (manifest.dataset !== dataset) {
    return { kind: 'refused', issue: refusals.dataset(path, manifest.dataset, dataset) }
  }
  if (known?.manifestSha256 === manifestSha256) return { kind: 'same' }
  const floor = highestFloor(known, floors)
  const issue = (floor && findSeqIssue(found, floor)) ?? findListIssue(found, known)
  if (issue) return { kind: 'refused', issue }
  const stored = new Set(known?.manifest.snapshots.map(publicationKey))
  return {
    kind: 'get',
    catalog: known?.manifest.catalog.sha256 === manifest.catalog.sha256 ? null : manifest.catalog,
    snapshots: manifest.snapshots.filter((file) => !stored.has(publicationKey(file))),
  }
}
