/** Visits of one device: what it showed, and with which earlier visit the present one is compared. */
import { publicationKey, type Publication } from '../contract/statement.ts'
import { latestDay, standingPublications } from './standing.ts'

export interface Shown {
  /** Day of the latest publication that was known, YYYY-MM-DD. */
  readonly knownDay: string
  /** Number of the generation. */
  readonly seq: number
  /** Day of the visit by the reader's clock. */
  readonly visitedOn: string
  /**
   * Transcriptions of ours that were mended by then, as id@revision. A mended figure holds on every
   * day, so no day of knowledge tells when the mending came.
   */
  readonly mended: readonly string[]
  /**
   * Publications that were known, as id@revision: a day does not tell what was taken in late. Absent
   * in memories of before there were any, and where there are more than {@link MOST_KEYS}.
   */
  readonly known?: readonly string[]
}

/** Some ten kilobytes of the device's storage; beyond them the day of knowledge has to do. */
export const MOST_KEYS = 300

export interface Visits {
  /** What the visit of `last` was compared with; the first visit with itself. */
  readonly before: Shown
  readonly last: Shown
}

/** What is shown now; null where nothing is known. */
export function shownNow(
  publications: readonly Publication[],
  { seq, today }: { readonly seq: number; readonly today: string },
): Shown | null {
  const standing = [...standingPublications(publications, 'latest').values()]
  const knownDay = latestDay(standing)
  if (knownDay === null) return null
  const mended = standing.filter(({ revision }) => revision > 1).map(publicationKey)
  const known = standing.map(publicationKey).sort()
  const isFew = known.length <= MOST_KEYS
  return {
    knownDay,
    seq,
    visitedOn: today,
    mended: mended.sort(),
    ...(isFew ? { known } : {}),
  }
}

/** Whether a publication was known then, in whatever transcription of ours. */
export function knewPublication({
  knownDay,
  known,
}: Shown): (publication: Pick<Publication, 'id' | 'published'>) => boolean {
  if (!known) return ({ published }) => published <= knownDay
  const ids = new Set(known.map((key) => key.slice(0, key.lastIndexOf('@'))))
  return ({ id }) => ids.has(id)
}

/**
 * A visit lasts a calendar day: whoever comes back on the same day, or reloads, is still told what
 * the day began with. On another day it is what was shown last.
 */
export function compareWith(visits: Visits | null, today: string): Shown | null {
  if (!visits) return null
  return visits.last.visitedOn < today ? visits.last : visits.before
}

/** The visits with one more showing; data older than those seen before leave no trace. */
export function withShown(visits: Visits | null, base: Shown | null, shown: Shown): Visits {
  if (visits && shown.seq < visits.last.seq) return visits
  return { before: base ?? shown, last: shown }
}
