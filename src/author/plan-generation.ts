/** Catalog and new snapshots → the files of the next generation and its manifest. Pure. */
import type { Catalog } from '../contract/catalog.ts'
import type { Checked, Issue } from '../contract/issue.ts'
import {
  MANIFEST_FORMAT,
  MANIFEST_MAX_BYTES,
  SEQ_LIMIT,
  type FileEntry,
  type Manifest,
  type SnapshotFile,
} from '../contract/manifest.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { isSafeId } from '../contract/fields.ts'
import { checkGeneration } from './check-generation.ts'
import type { Published } from './published.ts'
import { manifestTooLarge, otherDataset, seqExhausted } from './publishing-messages.ts'
import { toIssue, type Refusal } from './refusal.ts'
import { encodeText, hash8, sha256Hex } from './sha256.ts'
import { badId } from './value-messages.ts'
import { writeCatalog, writeManifest, writeSnapshot } from './write-json.ts'

export interface FileToWrite {
  /** Below the data folder. */
  readonly path: string
  readonly bytes: Uint8Array
}

export interface GenerationPlan {
  readonly manifest: Manifest
  /** Null where nothing changes: then no byte is written. */
  readonly manifestFile: FileToWrite | null
  /** Written before the manifest. */
  readonly files: readonly FileToWrite[]
}

export interface NamedFile {
  readonly entry: FileEntry
  readonly file: FileToWrite
}

/** A file whose name carries the beginning of its hash. */
export function nameByContent(stem: string, text: string): NamedFile {
  const bytes = encodeText(text)
  const sha256 = sha256Hex(bytes)
  const path = `${stem}.${hash8(sha256)}.json`
  return { entry: { path, bytes: bytes.length, sha256 }, file: { path, bytes } }
}

function compareEntries(a: SnapshotFile, b: SnapshotFile): number {
  const byText = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)
  return byText(a.published, b.published) || byText(a.id, b.id) || a.revision - b.revision
}

function fail(path: string, found: Refusal): { ok: false; issues: Issue[] } {
  return { ok: false, issues: [toIssue(path, found)] }
}

export interface GenerationOptions {
  /** Asked for by name; must be the published one's where there is one. */
  readonly dataset: string | undefined
  /** The name of a new data folder where none was asked for. */
  readonly fallbackDataset: string
  /** ISO 8601 with offset. */
  readonly written: string
}

function chooseDataset(
  published: Published | null,
  { dataset: asked, fallbackDataset }: GenerationOptions,
): Checked<string> {
  if (asked !== undefined && !isSafeId(asked)) return fail('--dataset', badId(asked))
  const known = published?.manifest.dataset
  if (asked !== undefined && known !== undefined && asked !== known) {
    return fail('--dataset', otherDataset(asked, known))
  }
  return { ok: true, value: known ?? asked ?? fallbackDataset }
}

export function planGeneration(
  published: Published | null,
  catalog: Catalog,
  added: readonly Snapshot[],
  options: GenerationOptions,
): Checked<GenerationPlan> {
  const dataset = chooseDataset(published, options)
  if (!dataset.ok) return dataset
  const catalogFile = nameByContent('catalog', writeCatalog(catalog))
  const newFiles = added.map((snapshot) => {
    const { id, revision, published: day } = snapshot
    const named = nameByContent(`snapshots/${id}`, writeSnapshot(snapshot))
    return { ...named, entry: { id, revision, published: day, ...named.entry } }
  })
  const isSameCatalog = published?.manifest.catalog.sha256 === catalogFile.entry.sha256
  if (published && isSameCatalog && newFiles.length === 0) {
    return { ok: true, value: { manifest: published.manifest, manifestFile: null, files: [] } }
  }
  // Rows were checked one by one; this is the whole as a reader will judge it.
  const all = [...(published?.snapshots ?? []), ...added]
  const findings = checkGeneration(
    catalog,
    all.map((snapshot) => ({ path: `snapshots/${snapshot.id}`, snapshot })),
  )
  if (findings.length > 0) return { ok: false, issues: findings }
  const seq = published ? published.manifest.seq + 1 : 1
  if (seq >= SEQ_LIMIT) return fail('manifest.json', seqExhausted(seq - 1))
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    dataset: dataset.value,
    seq,
    written: options.written,
    ...(published?.manifest.expires !== undefined && { expires: published.manifest.expires }),
    catalog: catalogFile.entry,
    snapshots: [
      ...(published?.manifest.snapshots ?? []),
      ...newFiles.map(({ entry }) => entry),
    ].sort(compareEntries),
  }
  const bytes = encodeText(writeManifest(manifest))
  if (bytes.length > MANIFEST_MAX_BYTES) {
    return fail('manifest.json', manifestTooLarge(bytes.length, MANIFEST_MAX_BYTES))
  }
  const files = [...(isSameCatalog ? [] : [catalogFile.file]), ...newFiles.map(({ file }) => file)]
  return { ok: true, value: { manifest, manifestFile: { path: 'manifest.json', bytes }, files } }
}
