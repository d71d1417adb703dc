/** The contract as JSON Schema, published beside the data for readers who use other tools. */
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema'
import { CatalogSchema } from '../contract/catalog.ts'
import { ManifestSchema } from '../contract/manifest.ts'
import { SnapshotSchema } from '../contract/snapshot.ts'
import type { FileToWrite } from './plan-generation.ts'
import { encodeText } from './sha256.ts'

const SCHEMAS = { manifest: ManifestSchema, catalog: CatalogSchema, snapshot: SnapshotSchema }

const DATE = '\\d{4}-\\d{2}-\\d{2}'

/**
 * What the contract's own checks (by the name that each carries as its message) say of a text's
 * form. That a date exists on the calendar, no JSON Schema can say; the app checks it too.
 */
const CHECKS: ReadonlyMap<string, JsonSchema> = new Map<string, JsonSchema>([
  ['id', { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 }],
  ['date', { format: 'date' }],
  ['url', { pattern: '^https?://' }],
  [
    'period',
    {
      pattern: `^(\\d{4}|\\d{4}-Q[1-4]|\\d{4}-\\d{2}(/\\d{4}-\\d{2})?|${DATE}(/${DATE})?)$`,
    },
  ],
  ['reason', { if: { properties: { value: { type: 'null' } } }, then: { required: ['reason'] } }],
])

function convert(schema: (typeof SCHEMAS)[keyof typeof SCHEMAS]): JsonSchema {
  return toJsonSchema(schema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) => {
      if (valibotAction.type !== 'check' || !('message' in valibotAction)) return undefined
      const said = CHECKS.get(String(valibotAction.message))
      return said && { ...jsonSchema, ...said }
    },
  })
}

export function buildJsonSchemas(): FileToWrite[] {
  return Object.entries(SCHEMAS).map(([name, schema]) => {
    const { $schema, ...rest } = convert(schema)
    const text = JSON.stringify({ $schema, title: `qinglan-${name}`, ...rest }, null, 2)
    return { path: `schema/${name}.schema.json`, bytes: encodeText(`${text}\n`) }
  })
}
