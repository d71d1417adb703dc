/** The canvas of a wall: how large everything is set, and which way it flows, on a screen of any shape. */

export type CanvasShape = 'wide' | 'ultra' | 'portrait'

export interface ScreenSize {
  readonly widthPx: number
  readonly heightPx: number
}

/** Who looks, and from where; without it the screen is taken for one of two metres seen from six. */
export interface Viewing {
  /** Breadth of the whole screen in metres. */
  readonly screenMetres?: number | undefined
  /** From the screen to the last reader, in metres. */
  readonly distanceMetres?: number | undefined
}

export interface Canvas {
  /** CSS px of one canvas px. All measures of slides are canvas px. */
  readonly unitPx: number
  readonly width: number
  readonly height: number
  readonly shape: CanvasShape
}

/** The short side of a screen at its ordinary size of type. */
const SHORT_SIDE = 1080
/** Nothing on a slide is set smaller. */
export const SMALLEST_TYPE = 28
/** A wall that stands on a desk or a phone is still to be read. */
const LEAST_TYPE_PX = 12

/** look.md: 28 px of 1920 on a screen of two metres can be read from six. */
const USUAL = { screenMetres: 2, distanceMetres: 6 }
const TYPE_PER_METRE = (SMALLEST_TYPE * USUAL.screenMetres) / 1920 / USUAL.distanceMetres

/** Smaller, and slides look empty; larger, and one message does not fit any more. */
const REACH = { least: 0.8, most: 1.3 }

const ULTRA_FROM = 2.4

function usualUnit({ widthPx, heightPx }: ScreenSize): number {
  return Math.min(widthPx, heightPx) / SHORT_SIDE
}

/** CSS px of one canvas px at which the smallest type is as large to the eye as look.md asks. */
function unitForEye(widthPx: number, viewing: Viewing): number {
  const screenMetres = viewing.screenMetres ?? USUAL.screenMetres
  const distanceMetres = viewing.distanceMetres ?? USUAL.distanceMetres
  const typeMetres = TYPE_PER_METRE * distanceMetres
  return (typeMetres / screenMetres) * (widthPx / SMALLEST_TYPE)
}

function unitOf(screen: ScreenSize, viewing: Viewing): number {
  const usual = usualUnit(screen)
  const isTold = viewing.screenMetres !== undefined || viewing.distanceMetres !== undefined
  const wanted = isTold ? unitForEye(screen.widthPx, viewing) : usual
  const within = Math.min(REACH.most * usual, Math.max(REACH.least * usual, wanted))
  return Math.max(within, LEAST_TYPE_PX / SMALLEST_TYPE)
}

function shapeOf({ widthPx, heightPx }: ScreenSize): CanvasShape {
  if (widthPx < heightPx) return 'portrait'
  return widthPx / heightPx >= ULTRA_FROM ? 'ultra' : 'wide'
}

/** A window without a size (hidden, between two monitors) is taken for one of 1920 × 1080. */
export function canvasOf(screen: ScreenSize, viewing: Viewing = {}): Canvas {
  const isThere = screen.widthPx > 0 && screen.heightPx > 0
  const size = isThere ? screen : { widthPx: 1920, heightPx: SHORT_SIDE }
  const unitPx = unitOf(size, viewing)
  return {
    unitPx,
    width: size.widthPx / unitPx,
    height: size.heightPx / unitPx,
    shape: shapeOf(size),
  }
}
