/** What of the data a reader wants in the one file. */
import type { FilePart } from '../contract/file-block.ts'

export interface OfflineFileChoice {
  /** As typed; null where all days are wanted. */
  readonly day: string | null
  /** The day after which nothing was published. */
  readonly latest: string
  /** Ids of those that are ticked. */
  readonly themes: readonly string[]
  /** How many there are. */
  readonly all: number
}

/** Null: all of the data. */
export function partOf({ day, latest, themes, all }: OfflineFileChoice): FilePart | null {
  const asOf = day !== null && day < latest ? day : null
  if (asOf === null && themes.length === all) return null
  return { asOf, themes: themes.length === all ? null : [...themes] }
}

/** Why nothing can be made of it; null where it can. */
export function wishFault(
  { day, themes }: OfflineFileChoice,
  isDay: (text: string) => boolean,
): 'noDay' | 'noTheme' | null {
  if (day !== null && !isDay(day)) return 'noDay'
  return themes.length === 0 ? 'noTheme' : null
}

/** What a file holds that was cut out of a part: never more than that. */
export function narrowPart(within: FilePart | null, part: FilePart | null): FilePart | null {
  if (!within || !part) return part ?? within
  const days = [within.asOf, part.asOf].filter((day) => day !== null)
  return { asOf: days.sort()[0] ?? null, themes: part.themes ?? within.themes }
}
