/** Bytes → a file of the contract, believed only if size, hash, schema and identity agree. */
import type { Catalog } from '../contract/catalog.ts'
import type { Checked, Issue } from '../contract/issue.ts'
import type { FileEntry, SnapshotFile } from '../contract/manifest.ts'
import { parseCatalog, parseSnapshot } from '../contract/parse.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { freezeDeep } from './freeze-deep.ts'
import { refusals } from './refusals.ts'
import type { Sha256 } from './sha256.ts'

function bad<T>(...issues: readonly Issue[]): Checked<T> {
  return { ok: false, issues }
}

/** A finding inside a file, told with the file's path before its own. */
function within(path: string, { path: inner, code, message }: Issue): Issue {
  return { path: inner === '' ? path : `${path}#${inner}`, code, message }
}

function decodeText(path: string, bytes: Uint8Array): Checked<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return bad(refusals.encoding(path))
  }
}

/** Size first, then the hash. */
export async function findByteIssue(
  entry: FileEntry,
  bytes: Uint8Array<ArrayBuffer>,
  sha256: Sha256,
): Promise<Issue | null> {
  if (bytes.length !== entry.bytes) return refusals.size(entry.path, bytes.length, entry.bytes)
  const found = await sha256(bytes)
  return found === entry.sha256 ? null : refusals.hash(entry.path, found, entry.sha256)
}

/** Parses with a parser of the contract; what comes out is frozen and stays as it was verified. */
export function parseBytes<T>(
  path: string,
  bytes: Uint8Array,
  parse: (text: string) => Checked<T>,
): Checked<T> {
  const text = decodeText(path, bytes)
  if (!text.ok) return text
  const parsed = parse(text.value)
  if (!parsed.ok) return bad(...parsed.issues.map((found) => within(path, found)))
  return { ok: true, value: freezeDeep(parsed.value) }
}

export function readCatalog(entry: FileEntry, bytes: Uint8Array): Checked<Catalog> {
  return parseBytes(entry.path, bytes, parseCatalog)
}

function describe(of: Pick<SnapshotFile, 'id' | 'revision' | 'published'>): string {
  return `${of.id}@${of.revision} ${of.published}`
}

export function readSnapshot(entry: SnapshotFile, bytes: Uint8Array): Checked<Snapshot> {
  const parsed = parseBytes(entry.path, bytes, parseSnapshot)
  if (!parsed.ok || describe(parsed.value) === describe(entry)) return parsed
  return bad(refusals.identity(entry.path, describe(parsed.value), describe(entry)))
}
