/**
 * A data pack: the manifest and every file that it lists, in one archive that travels by stick. It is
 * verified name by name before anything is proposed, and then answers as a server would.
 */
import type { Checked, Issue } from '../contract/issue.ts'
import { MANIFEST_MAX_BYTES, type FileEntry, type Manifest } from '../contract/manifest.ts'
import { parseManifest } from '../contract/parse.ts'
import { stopIfCancelled } from './cancellation.ts'
import type { FetchLike } from './fetch-bounded.ts'
import { packFaults } from './pack-faults.ts'
import { refusals } from './refusals.ts'
import type { Sha256 } from './sha256.ts'
import { MANIFEST_PATH, type FoundManifest } from './take-manifest.ts'
import { unpackEntry } from './unpack-entry.ts'
import { findByteIssue, parseBytes } from './verify.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** No such host can be (RFC 6761): what is asked for there can only come from a pack. */
const PACK_URL = 'https://pack.invalid/'

export interface Pack {
  /** The archive's own name. */
  readonly name: string
  /** As it came. */
  readonly zip: Uint8Array
  /** All in it, once unpacked. */
  readonly unpackedBytes: number
  /** As a copy that no server has confirmed. */
  readonly found: FoundManifest
  /** Paths in the manifest are relative to it. */
  readonly manifestUrl: string
  /** Answers from the archive. */
  readonly fetch: FetchLike
}

export interface PackTools {
  readonly sha256: Sha256
  /** Comes between two files, so that the page can breathe. */
  readonly pause: () => Promise<void>
  /** Files verified so far, of how many. */
  readonly onProgress?: (done: number, all: number) => void
  readonly signal?: AbortSignal
}

function bad<T>(...issues: readonly Issue[]): Checked<T> {
  return { ok: false, issues }
}

function listedFiles({ catalog, snapshots }: Manifest): readonly FileEntry[] {
  return [catalog, ...snapshots]
}

/** Missing and unlisted files, by name. */
function findStrays(manifest: Manifest, entries: ReadonlyMap<string, ZipEntry>): readonly Issue[] {
  const listed = new Set([MANIFEST_PATH, ...listedFiles(manifest).map(({ path }) => path)])
  const missing = [...listed].filter((path) => !entries.has(path)).map(packFaults.missing)
  const unlisted = [...entries.keys()].filter((path) => !listed.has(path))
  return [...missing, ...unlisted.map(packFaults.unlisted)]
}

async function findFileIssue(
  file: FileEntry,
  zip: Uint8Array,
  entry: ZipEntry,
  sha256: Sha256,
): Promise<Issue | null> {
  // Said before it is unpacked: it would only be longer.
  if (entry.bytes !== file.bytes) return refusals.size(file.path, entry.bytes, file.bytes)
  const unpacked = unpackEntry(zip, entry)
  if (!unpacked.ok) return unpacked.issues[0] ?? null
  return findByteIssue(file, unpacked.value, sha256)
}

async function verifyFiles(
  manifest: Manifest,
  zip: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  { sha256, pause, onProgress, signal }: PackTools,
): Promise<readonly Issue[]> {
  const files = listedFiles(manifest)
  const issues: Issue[] = []
  for (const [done, file] of files.entries()) {
    stopIfCancelled(signal)
    onProgress?.(done, files.length)
    const entry = entries.get(file.path)
    const found = entry && (await findFileIssue(file, zip, entry, sha256))
    if (found) issues.push(found)
    await pause()
  }
  stopIfCancelled(signal)
  onProgress?.(files.length, files.length)
  return issues
}

function answerFrom(zip: Uint8Array, entries: ReadonlyMap<string, ZipEntry>): FetchLike {
  return async (url) => {
    const entry = entries.get(url.startsWith(PACK_URL) ? url.slice(PACK_URL.length) : '')
    const unpacked = entry && unpackEntry(zip, entry)
    if (!unpacked?.ok) return new Response(null, { status: 404 })
    return new Response(unpacked.value, { headers: { 'content-type': 'application/json' } })
  }
}

/**
 * `name` is the archive's, for messages. Everything that is wrong with it is told, each thing by the
 * name of its file. Rejects with an AbortError when it is cancelled.
 */
export async function readPack(
  name: string,
  zip: Uint8Array,
  tools: PackTools,
): Promise<Checked<Pack>> {
  const directory = readZipDirectory(name, zip)
  if (!directory.ok) return directory
  const entries = new Map(directory.value.map((entry) => [entry.name, entry]))
  const listing = entries.get(MANIFEST_PATH)
  if (!listing) return bad(packFaults.noManifest(name))
  if (listing.bytes > MANIFEST_MAX_BYTES) return bad(refusals.manifestTooLong(MANIFEST_PATH))
  const unpacked = unpackEntry(zip, listing)
  if (!unpacked.ok) return unpacked
  const parsed = parseBytes(MANIFEST_PATH, unpacked.value, parseManifest)
  if (!parsed.ok) return parsed
  const manifest = parsed.value
  const strays = findStrays(manifest, entries)
  const issues = [...strays, ...(await verifyFiles(manifest, zip, entries, tools))]
  if (issues.length > 0) return bad(...issues)
  const bytes = unpacked.value
  const manifestSha256 = await tools.sha256(bytes)
  const pack: Pack = {
    name,
    zip,
    unpackedBytes: directory.value.reduce((sum, each) => sum + each.bytes, 0),
    found: { path: MANIFEST_PATH, manifest, manifestSha256, bytes, isFromCache: true },
    manifestUrl: `${PACK_URL}${MANIFEST_PATH}`,
    fetch: answerFrom(zip, entries),
  }
  return { ok: true, value: pack }
}
