/** State is a set of snapshots; taking in more of them is set union. */
import type { Snapshot } from '../contract/snapshot.ts'

/** A snapshot together with the hash of the bytes that it came from. */
export interface HashedSnapshot {
  readonly sha256: string
  readonly snapshot: Snapshot
}

export type SnapshotSet = ReadonlyMap<string, HashedSnapshot>

function identity({ sha256, snapshot }: HashedSnapshot): string {
  return `${snapshot.published} ${snapshot.id}@${snapshot.revision}#${sha256}`
}

/** Union by id, revision and hash, in one order whatever order they came in. */
export function mergeSnapshots(...parts: readonly Iterable<HashedSnapshot>[]): SnapshotSet {
  const all = new Map<string, HashedSnapshot>()
  for (const part of parts) for (const hashed of part) all.set(identity(hashed), hashed)
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
