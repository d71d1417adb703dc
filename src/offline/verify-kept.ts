/** The files that the worker keeps for starts without a network, looked at once more. */
import { parseManifest } from '../contract/parse.ts'
import type { Sha256 } from '../feed/sha256.ts'
import { MANIFEST_PATH } from '../feed/take-manifest.ts'
import { findByteIssue, parseBytes } from '../feed/verify.ts'
import type { DataCache } from './keep-data.ts'
import type { Manifest } from '../contract/manifest.ts'

export type KeptFiles =
  | { readonly kind: 'none' }
  /** As listed: what is missing or has other bytes is in `spoiled`, by its path. */
  | {
      readonly kind: 'kept'
      readonly seq: number
      readonly files: number
      readonly spoiled: readonly string[]
    }

export interface VerifyKeptTools {
  readonly cache: Pick<DataCache, 'read'>
  readonly manifestUrl: string
  readonly sha256: Sha256
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

/** Null where none is kept, or none that can be read. */
export async function readKeptManifest({
  cache,
  manifestUrl,
}: Pick<VerifyKeptTools, 'cache' | 'manifestUrl'>): Promise<Manifest | null> {
  const bytes = await cache.read(manifestUrl)
  if (!bytes) return null
  const parsed = parseBytes(MANIFEST_PATH, bytes, parseManifest)
  return parsed.ok ? parsed.value : null
}

/** Every file by size and SHA-256; stops early where it is cancelled. Rejects when the cache itself fails. */
export async function verifyKept(tools: VerifyKeptTools): Promise<KeptFiles> {
  const { cache, manifestUrl, sha256, onProgress, signal } = tools
  const manifest = await readKeptManifest(tools)
  if (!manifest) return { kind: 'none' }
  const listed = [manifest.catalog, ...manifest.snapshots]
  const spoiled: string[] = []
  for (const [done, file] of listed.entries()) {
    if (signal?.aborted) break
    onProgress?.(done, listed.length)
    const bytes = await cache.read(new URL(file.path, manifestUrl).href)
    if (!bytes || (await findByteIssue(file, bytes, sha256))) spoiled.push(file.path)
  }
  return { kind: 'kept', seq: manifest.seq, files: listed.length, spoiled }
}
