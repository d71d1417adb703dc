/** What is published already, read from its files and believed only after every check. */
import type { Catalog } from '../contract/catalog.ts'
import { issue, type Checked, type Issue } from '../contract/issue.ts'
import {
  MANIFEST_MAX_BYTES,
  type FileEntry,
  type Manifest,
  type SnapshotFile,
} from '../contract/manifest.ts'
import { parseCatalog, parseManifest, parseSnapshot } from '../contract/parse.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { checkGeneration } from './check-generation.ts'
import { hash8, sha256Hex } from './sha256.ts'

/** Bytes of a data folder. */
export interface PublishedFiles {
  readonly manifest: Uint8Array
  /** Path below the manifest's folder → bytes; whatever could be read of what the manifest names. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface Published {
  readonly manifest: Manifest
  readonly catalog: Catalog
  /** In the manifest's order: by day, id, revision. */
  readonly snapshots: readonly Snapshot[]
}

function decodeStrictly(path: string, bytes: Uint8Array): Checked<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, issues: [issue(path, 'encoding', '不是 UTF-8', 'not UTF-8')] }
  }
}

/** The manifest of a folder, not more of it than a reader would accept. */
export function readManifest(bytes: Uint8Array): Checked<Manifest> {
  const path = 'manifest.json'
  if (bytes.length > MANIFEST_MAX_BYTES) {
    const zh = `${bytes.length} 字节，应不超过 ${MANIFEST_MAX_BYTES}`
    const en = `${bytes.length} bytes, expected at most ${MANIFEST_MAX_BYTES}`
    return { ok: false, issues: [issue(path, 'size', zh, en)] }
  }
  const text = decodeStrictly(path, bytes)
  return text.ok ? within(path, parseManifest(text.value)) : text
}

/** The same findings, with the file before their path. */
function within<T>(file: string, checked: Checked<T>): Checked<T> {
  if (checked.ok) return checked
  return {
    ok: false,
    issues: checked.issues.map((found) => ({
      ...found,
      path: found.path === '' ? file : `${file}:${found.path}`,
    })),
  }
}

/** Size and hash first; only then is a byte of it parsed. */
function readListed<T>(
  { path, bytes, sha256 }: FileEntry,
  files: PublishedFiles['files'],
  parse: (text: string) => Checked<T>,
): Checked<T> {
  const fail = (code: string, zh: string, en: string): Checked<T> => ({
    ok: false,
    issues: [issue(path, code, zh, en)],
  })
  const content = files.get(path)
  if (!content) return fail('no-file', '没有这个文件，应与清单一致', 'no such file, though listed')
  if (content.length !== bytes) {
    return fail(
      'size',
      `${content.length} 字节，应为 ${bytes}`,
      `${content.length} bytes, expected ${bytes}`,
    )
  }
  const found = sha256Hex(content)
  if (found !== sha256) {
    return fail('sha256', `sha256 ${found}，应为 ${sha256}`, `sha256 ${found}, expected ${sha256}`)
  }
  if (!path.endsWith(`.${hash8(sha256)}.json`)) {
    return fail('name', `文件名应含 ${hash8(sha256)}`, `the name should carry ${hash8(sha256)}`)
  }
  const text = decodeStrictly(path, content)
  return text.ok ? within(path, parse(text.value)) : text
}

function checkEntry(entry: SnapshotFile, snapshot: Snapshot): Issue[] {
  return (['id', 'revision', 'published'] as const)
    .filter((field) => snapshot[field] !== entry[field])
    .map((field) =>
      issue(
        `${entry.path}:${field}`,
        'entry',
        `${snapshot[field]}，应与清单的 ${entry[field]} 相同`,
        `${snapshot[field]}, expected ${entry[field]} as in the manifest`,
      ),
    )
}

/** Verifies a whole data folder: sizes, hashes, schemas, references. */
export function readPublished({ manifest: bytes, files }: PublishedFiles): Checked<Published> {
  const manifest = readManifest(bytes)
  if (!manifest.ok) return manifest
  const issues: Issue[] = []
  const catalog = readListed(manifest.value.catalog, files, parseCatalog)
  if (!catalog.ok) issues.push(...catalog.issues)
  const snapshots = manifest.value.snapshots.flatMap((entry) => {
    const snapshot = readListed(entry, files, parseSnapshot)
    if (!snapshot.ok) {
      issues.push(...snapshot.issues)
      return []
    }
    issues.push(...checkEntry(entry, snapshot.value))
    return [{ path: entry.path, snapshot: snapshot.value }]
  })
  if (!catalog.ok || issues.length > 0) return { ok: false, issues }
  const findings = checkGeneration(catalog.value, snapshots)
  if (findings.length > 0) return { ok: false, issues: findings }
  const value = {
    manifest: manifest.value,
    catalog: catalog.value,
    snapshots: snapshots.map(({ snapshot }) => snapshot),
  }
  return { ok: true, value }
}
