/** The whole of the published data as a Frictionless Data Package v2 (datapackage.org/standard). */
import type { Snapshot } from '../contract/snapshot.ts'
import type { ColumnName, TableName } from './column-names.ts'
import { columnsOf, requiredColumnsOf, TABLE_NAMES } from './column-names.ts'
import { BYTE_ORDER_MARK } from './format-csv.ts'
import type { FileToWrite } from './plan-generation.ts'
import type { Published } from './published.ts'
import { encodeText, sha256Hex } from './sha256.ts'
import { writeTables } from './write-csv.ts'

const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json'

interface Reference {
  readonly fields: readonly ColumnName[]
  readonly reference: { readonly resource: TableName; readonly fields: readonly ColumnName[] }
}

function refer(
  fields: readonly ColumnName[],
  resource: TableName,
  named: readonly ColumnName[],
): Reference {
  return { fields, reference: { resource, fields: named } }
}

const PUBLICATION_REFERENCE = refer(['publication', 'revision'], 'publications', ['id', 'revision'])

const FIGURE_REFERENCES = [
  PUBLICATION_REFERENCE,
  refer(['indicator'], 'indicators', ['id']),
  refer(['region'], 'regions', ['code']),
]

const KEYS: Readonly<Record<TableName, readonly ColumnName[]>> = {
  publications: ['id', 'revision'],
  themes: ['id'],
  regions: ['code'],
  indicators: ['id'],
  // Their keys may hold an empty cell (every region, no breakdown), which a primary key must not.
  breaks: [],
  observations: [],
  targets: ['publication', 'revision', 'indicator', 'region', 'period', 'type', 'basis'],
  // Nor may a round be empty there.
  tasks: [],
}

const REFERENCES: Readonly<Record<TableName, readonly Reference[]>> = {
  publications: [],
  themes: [],
  regions: [refer(['parent'], 'regions', ['code'])],
  indicators: [refer(['theme'], 'themes', ['id'])],
  breaks: [refer(['indicator'], 'indicators', ['id']), refer(['region'], 'regions', ['code'])],
  observations: FIGURE_REFERENCES,
  targets: FIGURE_REFERENCES,
  tasks: [PUBLICATION_REFERENCE],
}

const TYPES: ReadonlyMap<ColumnName, string> = new Map<ColumnName, string>([
  ['value', 'number'],
  ['baseline_value', 'number'],
  ['revision', 'integer'],
  ['published', 'date'],
  ['from', 'date'],
  ['deadline', 'date'],
])

function buildSchema(table: TableName) {
  const required = requiredColumnsOf(table)
  const [primaryKey, foreignKeys] = [KEYS[table], REFERENCES[table]]
  return {
    fields: columnsOf(table).map((name) => {
      // A value may be missing, with its reason in a column of its own.
      const isRequired = required.includes(name) && !(table === 'observations' && name === 'value')
      const field = { name, type: TYPES.get(name) ?? 'string' }
      return isRequired ? { ...field, constraints: { required: true } } : field
    }),
    missingValues: [''],
    ...(primaryKey.length > 0 && { primaryKey }),
    ...(foreignKeys.length > 0 && { foreignKeys }),
  }
}

function buildResource(table: TableName, { path, bytes }: FileToWrite) {
  return {
    name: table,
    path,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${sha256Hex(bytes)}`,
    schema: buildSchema(table),
  }
}

/** Every publication once, as its highest revision names it; in the order of the manifest. */
function sourcesOf(snapshots: readonly Snapshot[]) {
  const latest = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]))
  return [...latest.values()].map(({ title, url }) => ({ title, ...(url && { path: url }) }))
}

/**
 * The package's files: one CSV a table, in `folder` where one is named ("tables/"), and the
 * descriptor last.
 */
export function buildDataPackage(
  { manifest, catalog, snapshots }: Published,
  folder = '',
): FileToWrite[] {
  const texts = writeTables(catalog, snapshots)
  const tables = TABLE_NAMES.map((table) => ({
    table,
    file: {
      path: `${folder}${table}.csv`,
      bytes: encodeText(BYTE_ORDER_MARK + (texts.get(table) ?? '')),
    },
  }))
  const sources = sourcesOf(snapshots)
  const descriptor = {
    $schema: PROFILE,
    name: manifest.dataset,
    version: String(manifest.seq),
    created: manifest.written,
    // The standard wants none rather than an empty list.
    ...(sources.length > 0 && { sources }),
    resources: tables.map(({ table, file }) => buildResource(table, file)),
  }
  return [
    ...tables.map(({ file }) => file),
    { path: 'datapackage.json', bytes: encodeText(`${JSON.stringify(descriptor, null, 2)}\n`) },
  ]
}
