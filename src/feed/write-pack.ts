/** The data pack of what a server, or this browser's kept copy, has now: the same data, the same bytes. */
import { zipSync } from 'fflate'
import type { Issue } from '../contract/issue.ts'
import type { Manifest } from '../contract/manifest.ts'
import { takeBytes, type FileTools, type Taken } from './take-file.ts'
import { MANIFEST_PATH, takeManifest } from './take-manifest.ts'

export interface WrittenPack {
  readonly manifest: Manifest
  readonly zip: Uint8Array<ArrayBuffer>
}

export interface WriteTools extends FileTools {
  /** Files gathered so far, of how many. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

/** Zip writes local times since 1980; when a pack was made does not change its bytes. */
const SAME_TIME = '1980-06-01T00:00'

function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(zipSync(Object.fromEntries(files), { mtime: SAME_TIME, level: 6 }))
}

function refused<T>(issues: readonly Issue[]): Taken<T> {
  return { kind: 'refused', issues }
}

/** Rejects with an AbortError when it is cancelled. */
export async function writePack(tools: WriteTools): Promise<Taken<WrittenPack>> {
  const found = await takeManifest(tools)
  if (found.kind !== 'taken') return found
  const { manifest, bytes } = found.value
  const listed = [manifest.catalog, ...manifest.snapshots]
  const files = new Map<string, Uint8Array>([[MANIFEST_PATH, bytes]])
  for (const [done, entry] of listed.entries()) {
    if (tools.signal?.aborted) throw new DOMException('cancelled', 'AbortError')
    tools.onProgress?.(done, listed.length)
    const taken = await takeBytes(entry, tools)
    if (taken.kind === 'unreachable') return taken
    if (taken.kind === 'refused') return refused([taken.issue])
    files.set(entry.path, taken.bytes)
  }
  tools.onProgress?.(listed.length, listed.length)
  return { kind: 'taken', value: { manifest, zip: zipFiles(files) } }
}
