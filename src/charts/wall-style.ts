/** Sizes of type, lines and marks on the wall, in px of its canvas times what one of them takes. */
import type { ChartStyle } from './chart-style.ts'
import { isNarrow, WALL_AXIS_PX, wallUnit, type Frame } from './frame.ts'
import type { Palette } from './palette.ts'

/** As the mock-ups have it; in `contrast` every line is heavier. */
const WALL = {
  name: 30,
  value: 34,
  last: 52,
  halo: 5,
  beside: 6,
  apart: 6,
  otherApart: 18,
  crossing: 1.5,
  plain: {
    city: 7,
    peer: 5,
    month: 3,
    hair: 1.5,
    breakDot: 4,
    stroke: 5,
    radius: 13,
    hollow: 10.5,
    column: 4,
  },
  contrast: {
    city: 11,
    peer: 7,
    month: 4,
    hair: 2,
    breakDot: 6,
    stroke: 7,
    radius: 14,
    hollow: 11.5,
    column: 6,
  },
}

/**
 * Browsers take the middle of a line from the first Chinese font, and its letters stand below that:
 * by 0.07 em in Noto Sans CJK (measured in Chromium). On a laptop that is one px, at 52 px it shows.
 */
const LIFT_EM = 0.06

export function wallStyleOf(frame: Frame, palette: Palette): ChartStyle {
  const scale = frame.scale ?? 1
  const unit = wallUnit(frame)
  const lines = frame.theme === 'contrast' ? WALL.contrast : WALL.plain
  return {
    palette,
    scale,
    axisPx: WALL_AXIS_PX * unit,
    namePx: WALL.name * unit,
    valuePx: (isNarrow(frame) ? WALL.name : WALL.value) * unit,
    lastPx: WALL.last * unit,
    cityLinePx: lines.city * unit,
    peerLinePx: lines.peer * unit,
    monthLinePx: lines.month * unit,
    targetLinePx: 0.85 * lines.city * unit,
    hairPx: lines.hair * unit,
    breakDotPx: lines.breakDot * unit,
    radiusPx: lines.radius * unit,
    hollowRadiusPx: lines.hollow * unit,
    markStrokePx: lines.stroke * unit,
    columnStrokePx: lines.column * unit,
    haloPx: WALL.halo * unit,
    besidePx: WALL.beside * unit,
    spacing: {
      pacePx: scale,
      apartPx: WALL.apart * unit,
      otherApartPx: WALL.otherApart * unit,
      crossing: WALL.crossing,
    },
    liftEm: LIFT_EM,
  }
}
