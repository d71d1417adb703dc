/** The files of a generation, as its manifest lists them. */
import type { FileEntry, Manifest } from '../contract/manifest.ts'

function filesOf({ catalog, snapshots }: Manifest): readonly FileEntry[] {
  return [catalog, ...snapshots]
}

/** Of all of them, without the manifest itself. */
export function bytesOf(manifest: Manifest): number {
  return filesOf(manifest).reduce((sum, { bytes }) => sum + bytes, 0)
}

/** With the manifest itself. */
export function countFiles(manifest: Manifest): number {
  return filesOf(manifest).length + 1
}
