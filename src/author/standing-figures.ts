/** Figures that stand as published, to compare new ones with. */
import type { Observation, Snapshot } from '../contract/snapshot.ts'

export interface PublishedFigure {
  readonly observation: Observation
  readonly publication: string
  /** Its day. */
  readonly published: string
}

/** Of each publication its highest revision. */
export function standingFigures(published: readonly Snapshot[]): readonly PublishedFigure[] {
  const latest = new Map<string, Snapshot>()
  for (const snapshot of published) {
    const known = latest.get(snapshot.id)
    if (!known || known.revision < snapshot.revision) latest.set(snapshot.id, snapshot)
  }
  return [...latest.values()].flatMap((snapshot) =>
    snapshot.observations.map((observation) => ({
      observation,
      publication: snapshot.id,
      published: snapshot.published,
    })),
  )
}
