/** The frame that a picture has to fill, and how its reader wants it. */
import type { EarlierVintage } from '../domain/earlier-vintage.ts'
import type { PeriodKind } from '../domain/period.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'
import type { Theme } from './theme.ts'

/** What a reader can switch off. */
export type Layer = PeriodKind | 'peers' | 'targets'

/** A desk is read at arm's length, a wall from six metres: it has fewer words, and larger ones. */
export type Venue = 'desk' | 'wall'

export interface Frame {
  readonly widthPx: number
  readonly heightPx: number
  readonly theme: Theme
  /** True for a picture that is a file of its own: it brings its colours along. */
  readonly standsAlone?: boolean
  readonly lang: Lang
  readonly asOf: AsOf
  readonly hidden?: ReadonlySet<Layer>
  /** An earlier vintage of the series that leads, to be drawn as a ghost. */
  readonly ghost?: EarlierVintage
  /** 1 on a laptop; type, lines and marks grow with it, the frame does not. On a wall `wallScale`. */
  readonly scale?: number
  /** The desk, where nothing is said. */
  readonly venue?: Venue
}

/** Axis text: the smallest type of a picture, in px of the laptop and of the wall's canvas. */
export const DESK_AXIS_PX = 12
export const WALL_AXIS_PX = 28

/** The scale of a wall's frame, from the CSS px that one px of its canvas takes. */
export function wallScale(unitPx: number): number {
  return (unitPx * WALL_AXIS_PX) / DESK_AXIS_PX
}

/** Below this width, at scale 1, months and brackets would be noise. */
const NARROW_BELOW_PX = 400

/** Below this, type is a step smaller. */
const SMALL_TYPE_BELOW_PX = 340

/** Below this width of a wall's picture, in px of its canvas, years without a figure stay empty. */
const WALL_BRACKETS_FROM_PX = 1400

export function isWall(frame: Frame): boolean {
  return frame.venue === 'wall'
}

/** CSS px that one px of a wall's canvas takes. */
export function wallUnit(frame: Frame): number {
  return ((frame.scale ?? 1) * DESK_AXIS_PX) / WALL_AXIS_PX
}

function plainWidthPx(frame: Frame): number {
  return frame.widthPx / (frame.scale ?? 1)
}

export function isNarrow(frame: Frame): boolean {
  return plainWidthPx(frame) < NARROW_BELOW_PX
}

/** Never on a wall: nothing there may be smaller than its smallest type. */
export function hasSmallType(frame: Frame): boolean {
  return !isWall(frame) && plainWidthPx(frame) < SMALL_TYPE_BELOW_PX
}

/** Whether a mean is named with its last value; elsewhere the name looks for a place of its own. */
export function hasNamedValue(frame: Frame): boolean {
  return isWall(frame) && isNarrow(frame)
}

/** Whether years without a figure are bracketed and named; else they are labelled, and empty. */
export function hasBrackets(frame: Frame): boolean {
  if (!isWall(frame)) return !isNarrow(frame)
  return frame.widthPx / wallUnit(frame) >= WALL_BRACKETS_FROM_PX
}
