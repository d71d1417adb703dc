/** Snapshots taken apart for storage: what a publication is, and what it states of each series. */
import type { Observation, Snapshot } from './snapshot.ts'

/** A publication without its observations: what every screen needs to name a source. */
export type Publication = Omit<Snapshot, 'format' | 'observations'> & {
  /** How many observations it gave. */
  readonly observationCount: number
  /** Keys of the series that it speaks of, so that its own page can be read back. */
  readonly seriesKeys: readonly string[]
}

/** One observation together with who stated it. */
export type Statement = Observation & {
  /** Id of the publication. */
  readonly publication: string
  readonly revision: number
}

/** Identity of a series: indicator, region and breakdown. `|` occurs in no id and no region code. */
export function seriesKey(of: Pick<Observation, 'indicator' | 'region' | 'breakdown'>): string {
  return `${of.indicator}|${of.region}|${of.breakdown ?? ''}`
}

/** Identity of one transcription of a publication. */
export function publicationKey(of: { readonly id: string; readonly revision: number }): string {
  return `${of.id}@${of.revision}`
}

/** Takes a snapshot apart; nothing is lost, {@link Statement} and {@link Publication} together hold all of it. */
export function takeApart(snapshot: Snapshot): {
  publication: Publication
  statements: readonly Statement[]
} {
  const { format: _format, observations, ...facts } = snapshot
  const statements = observations.map((observation) => ({
    ...observation,
    publication: snapshot.id,
    revision: snapshot.revision,
  }))
  const seriesKeys = [...new Set(observations.map(seriesKey))].sort()
  return {
    publication: { ...facts, observationCount: observations.length, seriesKeys },
    statements,
  }
}
