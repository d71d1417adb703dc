/** All files that a manifest lists, where a server, a pack or this browser's kept copy has them: verified by name. */
import type { Manifest } from '../contract/manifest.ts'
import { stopIfCancelled } from './cancellation.ts'
import { takeBytes, type FileTools, type Taken } from './take-file.ts'
import type { FoundManifest } from './take-manifest.ts'

export interface Gathered {
  readonly manifest: Manifest
  readonly manifestBytes: Uint8Array<ArrayBuffer>
  /** By path below the manifest's folder. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

export interface GatherTools extends FileTools {
  /** Files gathered so far, of how many. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

/** Rejects with an AbortError when it is cancelled. */
export async function gatherFiles(
  { manifest, bytes: manifestBytes }: Pick<FoundManifest, 'manifest' | 'bytes'>,
  tools: GatherTools,
): Promise<Taken<Gathered>> {
  const listed = [manifest.catalog, ...manifest.snapshots]
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const [done, entry] of listed.entries()) {
    stopIfCancelled(tools.signal)
    tools.onProgress?.(done, listed.length)
    const taken = await takeBytes(entry, tools)
    if (taken.kind === 'unreachable') return taken
    if (taken.kind === 'refused') return { kind: 'refused', issues: [taken.issue] }
    files.set(entry.path, taken.bytes)
  }
  stopIfCancelled(tools.signal)
  tools.onProgress?.(listed.length, listed.length)
  return { kind: 'taken', value: { manifest, manifestBytes, files } }
}
