/** Which publications exist as of a day, and which transcription stands in for each. */
import type { Publication, Statement } from '../contract/statement.ts'

/** As of a day (YYYY-MM-DD), or everything that is known. */
export type AsOf = string | 'latest'

export function isKnown(published: string, asOf: AsOf): boolean {
  return asOf === 'latest' || published <= asOf
}

/**
 * Publications known on a day, by id. The highest revision stands in for the publication on every
 * day: a slip of ours was never part of what was known.
 */
export function standingPublications(
  publications: Iterable<Publication>,
  asOf: AsOf,
): ReadonlyMap<string, Publication> {
  const standing = new Map<string, Publication>()
  for (const publication of publications) {
    const rival = standing.get(publication.id)
    if (!rival || rival.revision < publication.revision) standing.set(publication.id, publication)
  }
  for (const [id, publication] of standing) {
    if (!isKnown(publication.published, asOf)) standing.delete(id)
  }
  return standing
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
