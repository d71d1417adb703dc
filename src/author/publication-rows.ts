/** Rows of publications.csv → publications, not yet numbered as revisions. */
import { GRADES, type Snapshot } from '../contract/snapshot.ts'
import { formatGrade } from '../text/status-text.ts'
import { readAudience } from './audience-column.ts'
import type { ColumnName } from './column-names.ts'
import type { RowReader } from './row-reader.ts'
import { badRevision } from './value-messages.ts'

export type PublicationFacts = Pick<
  Snapshot,
  'id' | 'published' | 'title' | 'publisher' | 'grade' | 'url' | 'audience'
>

export interface PublicationRow {
  readonly facts: PublicationFacts
  /** Undefined: the next one that is needed. */
  readonly revision: number | undefined
  readonly revisionReason: string | undefined
  /** Where a finding about it belongs. */
  readonly path: (column: ColumnName) => string
}

/** The optional column revision, as exports have it; undefined where it is empty. */
export function readRevision(reader: RowReader): number | undefined {
  const found = reader.code('revision')
  if (found === '') return undefined
  return /^[1-9]\d{0,5}$/.test(found)
    ? Number(found)
    : reader.refuse('revision', badRevision(found))
}

export function readPublication(reader: RowReader): PublicationRow | undefined {
  const id = reader.id('id')
  const title = reader.requiredText('title')
  const publisher = reader.requiredText('publisher')
  const published = reader.date('published')
  const grade = reader.choice('grade', GRADES, 'unknown-grade', formatGrade)
  const url = reader.optionalUrl('url')
  const audience = readAudience(reader)
  const revision = readRevision(reader)
  const revisionReason = reader.text('revision_reason')
  if (!id || !title || !publisher || !published || !grade) return undefined
  return {
    facts: {
      id,
      published,
      title,
      publisher,
      grade,
      ...(url !== undefined && { url }),
      ...(audience !== undefined && { audience }),
    },
    revision,
    revisionReason,
    path: reader.row.path,
  }
}
