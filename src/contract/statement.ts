/** Snapshots taken apart for storage: what a publication is, and what it states of each series. */
import type { Observation, Snapshot } from './snapshot.ts'

/** Every indicator of the one list in every region of the other. */
export interface Spoken {
  readonly indicators: readonly string[]
  readonly regions: readonly string[]
}

/** A publication without its observations: what every screen needs to name a source. */
export type Publication = Omit<Snapshot, 'format' | 'observations'> & {
  /** How many observations it gave. */
  readonly observationCount: number
  /**
   * Of what, and where: exactly, and each pair once. As blocks, because a bulletin gives the same
   * indicators for hundreds of places, and all publications are known before any figure is read.
   */
  readonly spoken: readonly Spoken[]
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

/** Regions with the same indicators stand together; indicators, regions and blocks are sorted. */
function spokenIn(observations: readonly Observation[]): readonly Spoken[] {
  const byRegion = new Map<string, Set<string>>()
  for (const { region, indicator } of observations) {
    const indicators = byRegion.get(region)
    if (indicators) indicators.add(indicator)
    else byRegion.set(region, new Set([indicator]))
  }
  const blocks = new Map<string, { indicators: readonly string[]; regions: string[] }>()
  for (const region of [...byRegion.keys()].sort()) {
    const indicators = [...(byRegion.get(region) ?? [])].sort()
    const name = indicators.join('|')
    const block = blocks.get(name)
    if (block) block.regions.push(region)
    else blocks.set(name, { indicators, regions: [region] })
  }
  return [...blocks.values()]
}

/** What is known of a snapshot without its figures. */
export function publicationOf(snapshot: Snapshot): Publication {
  const { format: _format, observations, ...facts } = snapshot
  return { ...facts, observationCount: observations.length, spoken: spokenIn(observations) }
}

/** Takes a snapshot apart; nothing is lost, {@link Statement} and {@link Publication} together hold all of it. */
export function takeApart(snapshot: Snapshot): {
  publication: Publication
  statements: readonly Statement[]
} {
  const statements = snapshot.observations.map((observation) => ({
    ...observation,
    publication: snapshot.id,
    revision: snapshot.revision,
  }))
  return { publication: publicationOf(snapshot), statements }
}
