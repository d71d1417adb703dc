/** The manifest: the one file whose content changes, naming every other file by path, size and hash. */
import * as v from 'valibot'
import { isCalendarDate } from './calendar.ts'
import { CountSchema, DateSchema, IdSchema, OrdinalSchema, Sha256Schema } from './fields.ts'

export const MANIFEST_FORMAT = 'qinglan-manifest/1'
/** A manifest larger than this is not read to its end. */
export const MANIFEST_MAX_BYTES = 64 * 1024
/** Counters from here on, or jumps larger than the step, are an attack or a fault, not publishing. */
export const SEQ_LIMIT = 2 ** 31
export const SEQ_MAX_STEP = 1000

const HOURS_AND_MINUTES = '(?:[01]\\d|2[0-3]):[0-5]\\d'
const TIME_PATTERN = new RegExp(
  `^\\d{4}-\\d{2}-\\d{2}T${HOURS_AND_MINUTES}:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-]${HOURS_AND_MINUTES})$`,
)

function isTime(text: string): boolean {
  return TIME_PATTERN.test(text) && isCalendarDate(text.slice(0, 10))
}

/** Below the manifest's own folder, no way out of it. */
const FilePathSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*\.json$/),
)

const FileSchema = v.strictObject({
  path: FilePathSchema,
  bytes: CountSchema,
  sha256: Sha256Schema,
})

const SnapshotFileSchema = v.strictObject({
  id: IdSchema,
  revision: OrdinalSchema,
  published: DateSchema,
  ...FileSchema.entries,
})

export const ManifestSchema = v.strictObject({
  format: v.literal(MANIFEST_FORMAT),
  dataset: IdSchema,
  /** Rises by at least one with every change; a lower one is a rollback. */
  seq: v.pipe(OrdinalSchema, v.maxValue(SEQ_LIMIT - 1)),
  /** When it was written, ISO 8601 with offset. */
  written: v.pipe(v.string(), v.check(isTime, 'time')),
  /** After this day the data count as out of date, and are shown all the same. */
  expires: v.optional(DateSchema),
  catalog: FileSchema,
  snapshots: v.array(SnapshotFileSchema),
})

export type Manifest = v.InferOutput<typeof ManifestSchema>
export type FileEntry = v.InferOutput<typeof FileSchema>
export type SnapshotFile = v.InferOutput<typeof SnapshotFileSchema>
