/** Which publications speak of an indicator, and how much each of them says. */
import type { Publication, Statement } from '../contract/statement.ts'
import {
  comparePrecedence,
  isKnown,
  standingPublications,
  standingStatements,
  type AsOf,
} from './standing.ts'

export interface SourceUse {
  readonly publication: Publication
  /** Figures of the indicator in the regions shown. */
  readonly figures: number
  readonly targets: number
  /** False for what was published after the day as of which the page is shown. */
  readonly isKnown: boolean
}

/** How many figures of the regions each standing publication gives. */
function countFigures(
  regions: ReadonlySet<string>,
  statements: readonly Statement[],
  standing: ReadonlyMap<string, Publication>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { publication, region } of standingStatements(statements, standing)) {
    if (regions.has(region)) counts.set(publication, (counts.get(publication) ?? 0) + 1)
  }
  return counts
}

/** Latest first; publications of later days are listed too, so that a reader sees when knowledge changed. */
export function findSources(
  indicator: string,
  regions: ReadonlySet<string>,
  statements: readonly Statement[],
  publications: readonly Publication[],
  asOf: AsOf,
): readonly SourceUse[] {
  const standing = standingPublications(publications, 'latest')
  const counts = countFigures(regions, statements, standing)
  const uses: SourceUse[] = []
  for (const publication of standing.values()) {
    const figures = counts.get(publication.id) ?? 0
    const targets = publication.targets.filter(
      (target) => target.indicator === indicator && regions.has(target.region),
    ).length
    if (figures + targets === 0) continue
    uses.push({ publication, figures, targets, isKnown: isKnown(publication.published, asOf) })
  }
  return uses.sort((a, b) => comparePrecedence(a.publication, b.publication))
}
