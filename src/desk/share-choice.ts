/** What somebody wants to put into another page, and what each way of doing so can give. */
import { THEMES, type Theme } from '../charts/theme.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'
import { PICTURE_THEMES } from './picture-file.ts'

/** From the richest to the plainest. */
export const RUNGS = ['element', 'frame', 'picture', 'table'] as const
export type Rung = (typeof RUNGS)[number]

/** px; `full`: as wide as the place is. */
export const SHARE_WIDTHS = [280, 360, 640, 'full'] as const
export type ShareWidth = (typeof SHARE_WIDTHS)[number]

export interface ShareChoice {
  readonly rung: Rung
  readonly lang: Lang
  readonly theme: Theme
  /** Code; null: the city of the data. */
  readonly region: string | null
  /** `latest`: it follows the data. */
  readonly asOf: AsOf
  /** A frame as an `object`, which shows what stands inside it where the frame is refused. */
  readonly isObject: boolean
  /** With the script that gives the frame the panel's height. */
  readonly tellsHeight: boolean
  /** The table with its months, where there are other figures too. */
  readonly hasMonths: boolean
  readonly width: ShareWidth
}

export interface RungLimits {
  readonly isLive: boolean
  readonly isPinned: boolean
  readonly hasRegions: boolean
  /** None: it looks as the page around does. */
  readonly themes: readonly Theme[]
}

const LIMITS: Readonly<Record<Rung, RungLimits>> = {
  element: { isLive: true, isPinned: true, hasRegions: true, themes: THEMES },
  frame: { isLive: true, isPinned: true, hasRegions: true, themes: THEMES },
  // One file for each indicator, written anew with the data.
  picture: { isLive: true, isPinned: false, hasRegions: false, themes: PICTURE_THEMES },
  table: { isLive: false, isPinned: true, hasRegions: true, themes: [] },
}

export function limitsOf(rung: Rung): RungLimits {
  return LIMITS[rung]
}

/** What comes of a choice on its rung; `pinDay` is the day that one is pinned to which cannot live. */
export function withinLimits(choice: ShareChoice, pinDay: string): ShareChoice {
  const { isLive, isPinned, hasRegions, themes } = limitsOf(choice.rung)
  const wanted = isLive || choice.asOf !== 'latest' ? choice.asOf : pinDay
  return {
    ...choice,
    asOf: isPinned ? wanted : 'latest',
    region: hasRegions ? choice.region : null,
    theme: themes.includes(choice.theme) ? choice.theme : 'light',
  }
}

/** The view to which links lead: from a table that had to stop, on to what is known by then. */
export function linkedView(wanted: ShareChoice, choice: ShareChoice): ShareChoice {
  return wanted.asOf === 'latest' ? { ...choice, asOf: 'latest' } : choice
}
