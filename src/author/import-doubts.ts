/** What an import would be asked about or told, beside what is published. */
import type { Catalog } from '../contract/catalog.ts'
import type { Issue } from '../contract/issue.ts'
import type { Observation, Snapshot } from '../contract/snapshot.ts'
import { findCumulativeFalls } from './cumulative-fall.ts'
import { findDifferingFigures } from './differing-figure.ts'
import type { Draft } from './group-figures.ts'
import type { Placement } from './place-revision.ts'
import { observationKey } from './record-key.ts'
import { findRevisionLosses } from './revision-loss.ts'
import { standingFigures } from './standing-figures.ts'
import { findSuddenChanges } from './sudden-change.ts'
import { findUnknownRounds } from './unknown-round.ts'

export interface ImportDoubts {
  /** To be confirmed. */
  readonly warnings: readonly Issue[]
  /** Only told. */
  readonly notes: readonly Issue[]
}

function contentOf(publication: string, observation: Observation): string {
  return `${publication}|${observationKey(observation)}|${JSON.stringify(observation)}`
}

/** Drafts with those rows alone that their publication does not state already: others are no news. */
function selectNews(drafts: readonly Draft[], published: readonly Snapshot[]): readonly Draft[] {
  const stated = new Set(
    standingFigures(published).map(({ publication, observation }) =>
      contentOf(publication, observation),
    ),
  )
  return drafts.map((draft) => ({
    ...draft,
    observations: draft.observations.filter(
      ({ figure }) => !stated.has(contentOf(draft.row.facts.id, figure)),
    ),
  }))
}

export function findDoubts(
  placements: readonly Placement[],
  catalog: Catalog,
  published: readonly Snapshot[],
): ImportDoubts {
  const changes = placements.flatMap((placement) => ('draft' in placement ? [placement] : []))
  const added = changes.map(({ snapshot }) => snapshot)
  const news = selectNews(
    changes.map(({ draft }) => draft),
    published,
  )
  const rows = news.flatMap(({ observations }) => observations)
  const sudden = findSuddenChanges(rows, catalog, published)
  const asked = new Set(sudden.map(({ path }) => path))
  const falls = findCumulativeFalls(rows, catalog, published, added)
  return {
    warnings: [
      ...findRevisionLosses(placements, published),
      ...sudden,
      // One question for one figure.
      ...falls.filter(({ path }) => !asked.has(path)),
      ...findUnknownRounds(
        changes.map(({ draft }) => draft),
        published,
        added,
      ),
    ],
    notes: findDifferingFigures(news, catalog, published),
  }
}
