/** A server that is where it was, while a data pack has brought this device further: no rollback. */
import type { Tombstone } from '../db/tombstone.ts'
import type { Floor, Found, Known } from './plan-update.ts'

/** What a server once confirmed here, or this build was made with, it must still have. */
function leastSeq(noted: Tombstone, buildFloor: Floor | null): number {
  return Math.max(noted.confirmedSeq ?? 0, buildFloor?.seq ?? 0)
}

/** `noted` is the note of what was accepted last. */
export function isServerBehind(
  { manifest }: Found,
  known: Known | null,
  noted: Tombstone | null,
  buildFloor: Floor | null,
): boolean {
  if (noted?.confirmedAtMs !== null || noted.sha256 !== known?.manifestSha256) return false
  const here = new Set(known.manifest.snapshots.map(({ sha256 }) => sha256))
  return (
    manifest.seq < known.manifest.seq &&
    manifest.seq >= leastSeq(noted, buildFloor) &&
    manifest.snapshots.every(({ sha256 }) => here.has(sha256))
  )
}
