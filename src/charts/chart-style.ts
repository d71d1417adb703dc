/** Sizes of type, lines and marks for a frame, in px. */
import { DESK_AXIS_PX, hasSmallType, isWall, type Frame } from './frame.ts'
import type { Spacing } from './label-place.ts'
import { PAGE_PALETTE, PALETTES, type Palette } from './palette.ts'
import { wallStyleOf } from './wall-style.ts'

export interface ChartStyle {
  readonly palette: Palette
  readonly scale: number
  /** Axis text, brackets, notes. */
  readonly axisPx: number
  /** Names of regions, values of the province. */
  readonly namePx: number
  /** Values of the city. */
  readonly valuePx: number
  /** The last value. */
  readonly lastPx: number
  readonly cityLinePx: number
  readonly peerLinePx: number
  readonly monthLinePx: number
  readonly targetLinePx: number
  readonly hairPx: number
  readonly breakDotPx: number
  readonly radiusPx: number
  readonly hollowRadiusPx: number
  readonly markStrokePx: number
  readonly columnStrokePx: number
  readonly haloPx: number
  /** What a label keeps from its mark on the left and right, beyond its gap. */
  readonly besidePx: number
  readonly spacing: Spacing
  /** How much higher than its middle a text is set, as a share of its size. */
  readonly liftEm: number
}

/** In `contrast` every line is heavier, because no tint can help it. */
const LINES = {
  plain: {
    city: 2.5,
    peer: 1.75,
    month: 1.25,
    hair: 1,
    breakDot: 1.5,
    stroke: 2,
    radius: 5.5,
    column: 1.5,
  },
  contrast: {
    city: 4,
    peer: 2.5,
    month: 1.75,
    hair: 1,
    breakDot: 2.5,
    stroke: 3,
    radius: 6,
    column: 2.5,
  },
}

function paletteOf(frame: Frame): Palette {
  return frame.standsAlone ? PALETTES[frame.theme] : PAGE_PALETTE
}

function deskStyleOf(frame: Frame): ChartStyle {
  const scale = frame.scale ?? 1
  const lines = frame.theme === 'contrast' ? LINES.contrast : LINES.plain
  const small = hasSmallType(frame)
  return {
    palette: paletteOf(frame),
    scale,
    axisPx: DESK_AXIS_PX * scale,
    namePx: (small ? 12 : 13) * scale,
    valuePx: (small ? 13 : 15) * scale,
    lastPx: (small ? 15 : 17) * scale,
    cityLinePx: lines.city * scale,
    peerLinePx: lines.peer * scale,
    monthLinePx: lines.month * scale,
    targetLinePx: 0.85 * lines.city * scale,
    hairPx: lines.hair * Math.max(1, scale / 1.5),
    breakDotPx: lines.breakDot * scale,
    radiusPx: lines.radius * (small ? 0.85 : 1) * scale,
    hollowRadiusPx: (lines.radius - 1) * (small ? 0.85 : 1) * scale,
    markStrokePx: lines.stroke * scale,
    columnStrokePx: lines.column * scale,
    haloPx: 4 * scale,
    besidePx: 0,
    spacing: { pacePx: 1, apartPx: 1, otherApartPx: 1, crossing: 1 },
    liftEm: 0,
  }
}

export function styleOf(frame: Frame): ChartStyle {
  return isWall(frame) ? wallStyleOf(frame, paletteOf(frame)) : deskStyleOf(frame)
}
