/**
 * Canonical text of the published files: keys in the schema's order, one record a line (so that a
 * change of one figure is a change of one line), a newline at the end.
 */
import * as v from 'valibot'
import { CatalogSchema, type Catalog } from '../contract/catalog.ts'
import { ManifestSchema, type Manifest } from '../contract/manifest.ts'
import { SnapshotSchema, type Snapshot } from '../contract/snapshot.ts'

function writeEntry(key: string, value: unknown): string {
  const name = JSON.stringify(key)
  if (!Array.isArray(value)) return `  ${name}: ${JSON.stringify(value)}`
  if (value.length === 0) return `  ${name}: []`
  const lines = value.map((record) => `    ${JSON.stringify(record)}`).join(',\n')
  return `  ${name}: [\n${lines}\n  ]`
}

function writeRecord(record: object): string {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined)
  return `{\n${entries.map(([key, value]) => writeEntry(key, value)).join(',\n')}\n}\n`
}

// Parsing puts the keys in the order of the schema; a throw would be a fault of ours.

export function writeSnapshot(snapshot: Snapshot): string {
  return writeRecord(v.parse(SnapshotSchema, snapshot))
}

export function writeCatalog(catalog: Catalog): string {
  return writeRecord(v.parse(CatalogSchema, catalog))
}

export function writeManifest(manifest: Manifest): string {
  return writeRecord(v.parse(ManifestSchema, manifest))
}
