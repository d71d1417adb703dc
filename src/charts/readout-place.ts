/**
 * Where the readout stands: beside its point, always inside the box, and not over the labels around
 * the point, which a reader wants to read together with it.
 */
import type { Box, Spot } from './box.ts'
import type { Shape } from './shape.ts'
import { textWidthPx } from './text-width.ts'

const GAP_PX = 12
/** As far from the point as a large label reaches, so that the readout clears it. */
const CLEAR_PX = 44
/** Labels further away belong to other points and may be covered for a moment. */
const NEAR_PX = 40

export interface Size {
  readonly widthPx: number
  readonly heightPx: number
}

/** The boxes of the words that stand in a picture beside its points. */
export function labelBoxes(shapes: readonly Shape[]): readonly Box[] {
  return shapes.flatMap((shape): Box[] => {
    if (shape.role !== 'label' || shape.kind !== 'text') return []
    const width = textWidthPx(shape.text, shape.sizePx, shape.weight)
    const share = { left: 0, center: 0.5, right: 1 }[shape.align]
    const { x, y } = shape.at
    return [{ x: x - share * width, y: y - shape.sizePx / 2, width, height: shape.sizePx }]
  })
}

function isNear({ x, y }: Spot, box: Box): boolean {
  const dx = Math.max(box.x - x, 0, x - (box.x + box.width))
  const dy = Math.max(box.y - y, 0, y - (box.y + box.height))
  return dx <= NEAR_PX && dy <= NEAR_PX
}

function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** Above, below, beside; then further above and below. Moved into the bounds. */
function placesOf(at: Spot, { widthPx, heightPx }: Size, bounds: Size): readonly Spot[] {
  const within = (spot: Spot): Spot => ({
    x: Math.min(Math.max(0, bounds.widthPx - widthPx), Math.max(0, spot.x)),
    y: Math.min(Math.max(0, bounds.heightPx - heightPx), Math.max(0, spot.y)),
  })
  const [middleX, middleY] = [at.x - widthPx / 2, at.y - heightPx / 2]
  return [
    { x: middleX, y: at.y - GAP_PX - heightPx },
    { x: middleX, y: at.y + GAP_PX },
    { x: at.x + GAP_PX, y: middleY },
    { x: at.x - GAP_PX - widthPx, y: middleY },
    { x: middleX, y: at.y - CLEAR_PX - heightPx },
    { x: middleX, y: at.y + CLEAR_PX },
    { x: at.x + CLEAR_PX, y: middleY },
    { x: at.x - CLEAR_PX - widthPx, y: middleY },
  ].map(within)
}

/** The upper left corner of the readout: the first place that covers least. */
export function placeReadout(
  at: Spot,
  readout: Size,
  bounds: Size,
  labels: readonly Box[] = [],
): Spot {
  const ring = { x: at.x - GAP_PX / 2, y: at.y - GAP_PX / 2, width: GAP_PX, height: GAP_PX }
  const kept = [ring, ...labels.filter((box) => isNear(at, box))]
  const coverOf = (spot: Spot) => {
    const card = { ...spot, width: readout.widthPx, height: readout.heightPx }
    return kept.reduce((sum, box) => sum + overlapOf(card, box), 0)
  }
  const [first = at, ...others] = placesOf(at, readout, bounds)
  return others.reduce((best, spot) => (coverOf(spot) < coverOf(best) ? spot : best), first)
}
