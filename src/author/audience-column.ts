/** For whom something is published: a column of several tables, by code or by word. */
import { AUDIENCES, type Audience } from '../contract/fields.ts'
import type { Language } from './report-text.ts'
import type { RowReader } from './row-reader.ts'

const AUDIENCE_WORDS = {
  public: { zh: '公开', en: 'public' },
  internal: { zh: '内部', en: 'internal' },
} as const satisfies Readonly<Record<Audience, unknown>>

function formatAudience(audience: Audience, language: Language): string {
  return AUDIENCE_WORDS[audience][language]
}

/** The optional column audience; undefined where it is empty, which is public. */
export function readAudience(reader: Pick<RowReader, 'optionalChoice'>): Audience | undefined {
  return reader.optionalChoice('audience', AUDIENCES, 'unknown-audience', formatAudience)
}
