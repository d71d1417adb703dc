/** Until when knowledge reaches: the latest publication of all, and the latest about one region. */
import type { Publication } from '../contract/statement.ts'
import { latestDay, standingPublications, type AsOf } from './standing.ts'

export interface KnownUntil {
  /** Day of the latest publication known. */
  readonly day: string | null
  readonly publications: number
  readonly observations: number
  /** Publications of later days. */
  readonly later: number
  /** All days on which something was published, latest first. */
  readonly days: readonly string[]
}

export function knownUntil(publications: readonly Publication[], asOf: AsOf): KnownUntil {
  const all = [...standingPublications(publications, 'latest').values()]
  const known = [...standingPublications(publications, asOf).values()]
  const days = new Set(all.map((publication) => publication.published))
  return {
    day: latestDay(known),
    publications: known.length,
    observations: known.reduce((sum, publication) => sum + publication.observationCount, 0),
    later: all.length - known.length,
    days: [...days].sort().reverse(),
  }
}

/** The day itself, or that of the latest publication; empty where nothing is known. */
export function knownDayOf(publications: readonly Publication[], asOf: AsOf): string {
  if (asOf !== 'latest') return asOf
  return latestDay(standingPublications(publications, asOf).values()) ?? ''
}

/** Day of the latest publication that states a figure of the region; null where there is none. */
export function latestOfRegion(
  publications: readonly Publication[],
  region: string,
  asOf: AsOf,
): string | null {
  const known = [...standingPublications(publications, asOf).values()]
  return latestDay(
    known.filter(({ spoken }) => spoken.some(({ regions }) => regions.includes(region))),
  )
}

/**
 * The day that stands for the data of a region: of the latest publication that states a figure of it,
 * else of the latest of all, and then the data are not its own. Null where nothing was known.
 */
export function dayOfData(
  publications: readonly Publication[],
  region: string,
  asOf: AsOf,
): { readonly day: string; readonly isOwn: boolean } | null {
  const own = latestOfRegion(publications, region, asOf)
  if (own !== null) return { day: own, isOwn: true }
  const day = latestDay(standingPublications(publications, asOf).values())
  return day === null ? null : { day, isOwn: false }
}
