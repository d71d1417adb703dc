/** Figures that stand as published, to compare new ones with. */
import type { Observation, Snapshot } from '../contract/snapshot.ts'
import { publicationOf } from '../contract/statement.ts'
import { standingPublications } from '../domain/standing.ts'

export interface PublishedFigure {
  readonly observation: Observation
  readonly publication: string
  /** Its day. */
  readonly published: string
}

/** Of each publication the transcription that stands in for it. */
export function standingFigures(published: readonly Snapshot[]): readonly PublishedFigure[] {
  const snapshots = new Map(published.map((snapshot) => [publicationOf(snapshot), snapshot]))
  const standing = [...standingPublications(snapshots.keys(), 'latest').values()]
  return standing
    .flatMap((publication) => snapshots.get(publication) ?? [])
    .flatMap((snapshot) =>
      snapshot.observations.map((observation) => ({
        observation,
        publication: snapshot.id,
        published: snapshot.published,
      })),
    )
}
