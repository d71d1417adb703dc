/** One listed file: fetched within its size, verified, parsed. */
import type { Checked, Issue } from '../contract/issue.ts'
import type { FileEntry } from '../contract/manifest.ts'
import { fetchBounded, type Fetched, type FetchTools } from './fetch-bounded.ts'
import type { Sha256 } from './sha256.ts'
import { findByteIssue } from './verify.ts'

const FILE_STALL_MS = 10_000
const FILE_TOTAL_MS = 120_000

/** What a copy in between may have spoiled for good: files are immutable, and cached for a year. */
const SPOILED_CODES: ReadonlySet<string> = new Set(['size', 'too-long', 'hash', 'html'])

export interface FileTools extends FetchTools {
  readonly sha256: Sha256
  /** Paths in the manifest are relative to its address. */
  readonly manifestUrl: string
}

export type Taken<T> =
  | { readonly kind: 'taken'; readonly value: T }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

async function fetchVerified(
  entry: FileEntry,
  cache: RequestCache,
  tools: FileTools,
): Promise<Fetched> {
  const limits = { maxBytes: entry.bytes, stallMs: FILE_STALL_MS, totalMs: FILE_TOTAL_MS }
  const url = new URL(entry.path, tools.manifestUrl).href
  const fetched = await fetchBounded(url, entry.path, { cache }, limits, tools)
  if (fetched.kind !== 'read') return fetched
  const issue = await findByteIssue(entry, fetched.bytes, tools.sha256)
  return issue ? { kind: 'refused', issue } : fetched
}

/** The bytes that the manifest promised; a spoiled copy is passed by once. */
export async function takeBytes(entry: FileEntry, tools: FileTools): Promise<Fetched> {
  const fetched = await fetchVerified(entry, 'default', tools)
  if (fetched.kind !== 'refused' || !SPOILED_CODES.has(fetched.issue.code)) return fetched
  return fetchVerified(entry, 'reload', tools)
}

export async function takeFile<E extends FileEntry, T>(
  entry: E,
  read: (entry: E, bytes: Uint8Array) => Checked<T>,
  tools: FileTools,
): Promise<Taken<T>> {
  const fetched = await takeBytes(entry, tools)
  if (fetched.kind === 'unreachable') return fetched
  if (fetched.kind === 'refused') return { kind: 'refused', issues: [fetched.issue] }
  const checked = read(entry, fetched.bytes)
  return checked.ok
    ? { kind: 'taken', value: checked.value }
    : { kind: 'refused', issues: checked.issues }
}
