/** Finding a point: the nearest to a pointer, and the next one in time for the keyboard. */
import type { Spot } from './box.ts'
import type { ChartPoint } from './drawing.ts'

/** Further away than this, a pointer means nothing. */
const REACH_PX = 56

/** Index of the point nearest to the spot; null where none is within reach. */
export function nearestPoint(points: readonly ChartPoint[], { x, y }: Spot): number | null {
  let best: number | null = null
  let least = REACH_PX ** 2
  points.forEach((point, index) => {
    const distance = (point.xPx - x) ** 2 + (point.yPx - y) ** 2
    if (distance > least) return
    least = distance
    best = index
  })
  return best
}

/** The first key opens the point that the panel leads with; from there, in the order of time. */
export function pointForKey(
  key: string,
  current: number | null,
  count: number,
  lead: number,
): number | null {
  const last = count - 1
  if (count === 0 || key === 'Escape') return null
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return current === null ? lead : Math.min(last, current + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return current === null ? lead : Math.max(0, current - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return current
  }
}

const KEYS: ReadonlySet<string> = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'Escape',
])

export function isPointKey(key: string): boolean {
  return KEYS.has(key)
}
