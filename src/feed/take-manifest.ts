/** The manifest as the server has it now. */
import { MANIFEST_MAX_BYTES } from '../contract/manifest.ts'
import { parseManifest } from '../contract/parse.ts'
import { fetchBounded } from './fetch-bounded.ts'
import type { Found } from './plan-update.ts'
import { refusals } from './refusals.ts'
import type { FileTools, Taken } from './take-file.ts'
import { parseBytes } from './verify.ts'

/** How messages name it; the paths in it are relative to it. */
export const MANIFEST_PATH = 'manifest.json'
const MANIFEST_LIMITS = { maxBytes: MANIFEST_MAX_BYTES, stallMs: 10_000, totalMs: 20_000 }

export type FoundManifest = Found & {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** A kept copy, not the server's word of today. */
  readonly isFromCache: boolean
}

/** `no-cache` asks the server; `force-cache` is content with a copy that was kept on the way. */
export type ManifestCacheMode = 'no-cache' | 'force-cache'

export async function takeManifest(
  tools: FileTools,
  cache: ManifestCacheMode = 'no-cache',
): Promise<Taken<FoundManifest>> {
  const { manifestUrl: url, sha256 } = tools
  const fetched = await fetchBounded(url, MANIFEST_PATH, { cache }, MANIFEST_LIMITS, tools)
  if (fetched.kind === 'unreachable') return fetched
  if (fetched.kind === 'refused') {
    const { issue } = fetched
    const isTooLong = issue.code === 'too-long'
    const told = isTooLong ? refusals.manifestTooLong(MANIFEST_PATH) : issue
    return { kind: 'refused', issues: [told] }
  }
  const { bytes } = fetched
  const isFromCache = fetched.isFromCache || cache === 'force-cache'
  const parsed = parseBytes(MANIFEST_PATH, bytes, parseManifest)
  if (!parsed.ok) return { kind: 'refused', issues: parsed.issues }
  const manifestSha256 = await sha256(bytes)
  const manifest = parsed.value
  return {
    kind: 'taken',
    value: { path: MANIFEST_PATH, manifest, manifestSha256, bytes, isFromCache },
  }
}
