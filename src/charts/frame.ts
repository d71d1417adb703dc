/** The frame that a picture has to fill, and how its reader wants it. */
import type { EarlierVintage } from '../domain/earlier-vintage.ts'
import type { PeriodKind } from '../domain/period.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'
import type { Theme } from './palette.ts'

/** What a reader can switch off. */
export type Layer = PeriodKind | 'peers' | 'targets'

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
  /** 1 on a laptop; type, lines and marks grow with it, the frame does not. */
  readonly scale?: number
}

/** Below this width, at scale 1, months and brackets would be noise. */
const NARROW_BELOW_PX = 400

/** Below this, type is a step smaller. */
const SMALL_TYPE_BELOW_PX = 340

function plainWidthPx(frame: Frame): number {
  return frame.widthPx / (frame.scale ?? 1)
}

export function isNarrow(frame: Frame): boolean {
  return plainWidthPx(frame) < NARROW_BELOW_PX
}

export function hasSmallType(frame: Frame): boolean {
  return plainWidthPx(frame) < SMALL_TYPE_BELOW_PX
}
