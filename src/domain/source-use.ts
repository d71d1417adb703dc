/** Which publications speak of an indicator, and how much each of them says. */
import type { Publication, Statement } from '../contract/statement.ts'
import { isKnown, standingPublications, type AsOf } from './standing.ts'

export interface SourceUse {
  readonly publication: Publication
  /** Figures of the indicator in the regions shown. */
  readonly figures: number
  readonly targets: number
  /** False for what was published after the day as of which the page is shown. */
  readonly isKnown: boolean
}

/** Latest first; publications of later days are listed too, so that a reader sees when knowledge changed. */
export function findSources(
  indicator: string,
  regions: ReadonlySet<string>,
  statements: readonly Statement[],
  publications: readonly Publication[],
  asOf: AsOf,
): readonly SourceUse[] {
  const uses: SourceUse[] = []
  for (const publication of standingPublications(publications, 'latest').values()) {
    const figures = statements.filter(
      (statement) =>
        statement.publication === publication.id &&
        statement.revision === publication.revision &&
        regions.has(statement.region),
    ).length
    const targets = publication.targets.filter(
      (target) => target.indicator === indicator && regions.has(target.region),
    ).length
    if (figures + targets === 0) continue
    uses.push({ publication, figures, targets, isKnown: isKnown(publication.published, asOf) })
  }
  return uses.sort((a, b) => {
    if (a.publication.published === b.publication.published) {
      return a.publication.id < b.publication.id ? -1 : 1
    }
    return a.publication.published < b.publication.published ? 1 : -1
  })
}
