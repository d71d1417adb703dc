/** Where the readout stands: above its point, below where there is no room, always inside the box. */
import type { Box, Spot } from './box.ts'

const GAP_PX = 12

export interface Size {
  readonly widthPx: number
  readonly heightPx: number
}

/** The upper left corner of the readout. */
export function placeReadout(at: Spot, readout: Size, bounds: Size): Pick<Box, 'x' | 'y'> {
  const most = Math.max(0, bounds.widthPx - readout.widthPx)
  const x = Math.min(most, Math.max(0, at.x - readout.widthPx / 2))
  const above = at.y - GAP_PX - readout.heightPx
  const below = at.y + GAP_PX
  const isBelowFree = below + readout.heightPx <= bounds.heightPx
  return { x, y: above >= 0 || !isBelowFree ? Math.max(0, above) : below }
}
