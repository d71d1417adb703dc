/** Of what and where a publication speaks, known before any of its figures is read. */
import type { Publication } from '../contract/statement.ts'

export function isSpokenOf({ spoken }: Publication, indicator: string, region: string): boolean {
  return spoken.some(
    ({ indicators, regions }) => regions.includes(region) && indicators.includes(indicator),
  )
}

/** Codes of the regions of its figures. */
export function regionsSpokenOf({ spoken }: Publication): ReadonlySet<string> {
  return new Set(spoken.flatMap(({ regions }) => regions))
}
