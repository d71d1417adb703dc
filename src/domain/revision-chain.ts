/** How a figure came to be what it is, one publication after the other. */
import type { Point, Vintage } from './point.ts'
import { compareReadings } from './vintage-change.ts'

/** First to last; who only said again what stood is left out, and so is the other of one day. */
export function revisionChain(point: Point): readonly Vintage[] {
  const chain: Vintage[] = []
  const all = [point, ...point.earlier].filter((each) => !point.rivals.includes(each)).reverse()
  for (const vintage of all) {
    const last = chain[chain.length - 1]
    if (!last || compareReadings(last.reading, vintage.reading) !== 'same') chain.push(vintage)
  }
  return chain
}
