/** Boxes in px, x and y being the upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Spot {
  readonly x: number
  readonly y: number
}

export function isOverlapping(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

export function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

export function grow(box: Box, byPx: number): Box {
  return {
    x: box.x - byPx,
    y: box.y - byPx,
    width: box.width + 2 * byPx,
    height: box.height + 2 * byPx,
  }
}

/** The smallest box around both. */
export function hull(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.min(a.y, b.y)
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** The square around a spot. */
export function around({ x, y }: Spot, radiusPx: number): Box {
  return { x: x - radiusPx, y: y - radiusPx, width: 2 * radiusPx, height: 2 * radiusPx }
}

/** True where the segment has a part inside the box (Liang and Barsky's clipping). */
export function isCrossing(from: Spot, to: Spot, box: Box): boolean {
  const dx = to.x - from.x
  const dy = to.y - from.y
  let enter = 0
  let leave = 1
  const sides: readonly (readonly [number, number])[] = [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ]
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room <= 0) return false
      continue
    }
    const t = room / step
    if (step < 0) enter = Math.max(enter, t)
    else leave = Math.min(leave, t)
  }
  return enter < leave
}
