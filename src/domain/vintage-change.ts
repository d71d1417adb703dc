/** What a later statement of the same period does to an earlier one. */
import { isSameAfterRounding, type Reading } from './reading.ts'

/**
 * `same`: the same figure again; `rounded`: one quantity printed with another precision, 37.9 and
 * 37.85; `other`: another figure, or a figure where there was none.
 */
export type ReadingChange = 'same' | 'rounded' | 'other'

export function compareReadings(a: Reading, b: Reading): ReadingChange {
  if (a.kind === 'missing' || b.kind === 'missing') return a.kind === b.kind ? 'same' : 'other'
  if (a.qualifier !== b.qualifier) return 'other'
  if (a.value === b.value) return 'same'
  return isSameAfterRounding(a, b) ? 'rounded' : 'other'
}
