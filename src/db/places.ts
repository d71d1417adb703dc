/** Which records hold what is asked for. */
import { seriesKey, type Publication, type Statement } from '../contract/statement.ts'
import type { Place } from './store-port.ts'

/** What the keys of all series of the place begin with. */
export function placeKey({ indicator, region }: Place): string {
  return seriesKey({ indicator, region })
}

/** True for the places that a publication speaks of. */
export function spokenOf({ spoken }: Publication): (place: Place) => boolean {
  const blocks = spoken.map(({ indicators, regions }) => ({
    indicators: new Set(indicators),
    regions: new Set(regions),
  }))
  return ({ indicator, region }) =>
    blocks.some((block) => block.indicators.has(indicator) && block.regions.has(region))
}

export function isStatedBy({ id, revision }: Publication): (statement: Statement) => boolean {
  return (statement) => statement.publication === id && statement.revision === revision
}
