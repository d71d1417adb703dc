/** Manifest and files as a server, or this browser's kept copy, has them now: bytes, verified by name. */
import type { Manifest } from '../contract/manifest.ts'
import { takeBytes, type FileTools, type Taken } from './take-file.ts'
import { takeManifest } from './take-manifest.ts'

export interface Gathered {
  readonly manifest: Manifest
  readonly manifestBytes: Uint8Array<ArrayBuffer>
  readonly manifestSha256: string
  /** By path below the manifest's folder. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

export interface GatherTools extends FileTools {
  /** Files gathered so far, of how many. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

/** As `AbortSignal.throwIfAborted`, which came with Chromium 100. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('cancelled', 'AbortError')
}

/** Rejects with an AbortError when it is cancelled. */
export async function gatherFiles(tools: GatherTools): Promise<Taken<Gathered>> {
  const found = await takeManifest(tools)
  if (found.kind !== 'taken') return found
  const { manifest, bytes: manifestBytes, manifestSha256 } = found.value
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
  return { kind: 'taken', value: { manifest, manifestBytes, manifestSha256, files } }
}
