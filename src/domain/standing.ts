/** Which publications exist as of a day, and which transcription stands in for each. */
import type { Grade } from '../contract/snapshot.ts'
import type { Publication, Statement } from '../contract/statement.ts'

/** As of a day (YYYY-MM-DD), or everything that is known. */
export type AsOf = string | 'latest'

export function isKnown(published: string, asOf: AsOf): boolean {
  return asOf === 'latest' || published <= asOf
}

const GRADE_ORDER: Readonly<Record<Grade, number>> = { official: 0, monitoring: 1, press: 2 }

/** By code points, the same on every machine. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Latest publication first; on one day official before monitoring before press, then by id. */
export function comparePrecedence(a: Publication, b: Publication): number {
  return (
    compareTexts(b.published, a.published) ||
    GRADE_ORDER[a.grade] - GRADE_ORDER[b.grade] ||
    compareTexts(a.id, b.id)
  )
}

/** Order of two things of one source, where any order does as long as it is always the same. */
export function compareContents(a: unknown, b: unknown): number {
  return compareTexts(JSON.stringify(a), JSON.stringify(b))
}

/** Two transcriptions with one number should not be; if they are, one stands in on every machine. */
function isHigher(a: Publication, b: Publication): boolean {
  if (a.revision !== b.revision) return a.revision > b.revision
  return (comparePrecedence(a, b) || compareContents(a, b)) < 0
}

/**
 * Publications known on a day, by id. The highest revision stands in for the publication on every
 * day: a slip of ours was never part of what was known.
 */
export function standingPublications(
  publications: Iterable<Publication>,
  asOf: AsOf,
): ReadonlyMap<string, Publication> {
  const highest = new Map<string, Publication>()
  for (const publication of publications) {
    const rival = highest.get(publication.id)
    if (!rival || isHigher(publication, rival)) highest.set(publication.id, publication)
  }
  return new Map([...highest].filter(([, { published }]) => isKnown(published, asOf)))
}

/** Day of the latest of them; null where there is none. */
export function latestDay(publications: Iterable<Publication>): string | null {
  let latest: string | null = null
  for (const { published } of publications) {
    if (latest === null || published > latest) latest = published
  }
  return latest
}

/** The statements that the standing publications make; superseded transcriptions drop out. */
export function standingStatements(
  statements: readonly Statement[],
  standing: ReadonlyMap<string, Publication>,
): readonly Statement[] {
  return statements.filter(
    (statement) => standing.get(statement.publication)?.revision === statement.revision,
  )
}
