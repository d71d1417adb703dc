/** Where breaks lie: within a period, or between two figures. */
import type { Break } from '../contract/catalog.ts'
import { containsBreak, parseDay, type Period } from './period.ts'
import type { Point } from './point.ts'

/** The break with days of the period on both its sides: such a figure belongs to neither. */
export function breakWithin(period: Period, breaks: readonly Break[]): Break | undefined {
  return breaks.find(({ from }) => containsBreak(period, from))
}

export type Parted =
  | { readonly kind: 'point'; readonly point: Point }
  | { readonly kind: 'break'; readonly cut: Break }

/**
 * Points in the order of time, with each break between the last before it and the first after it.
 * Before all or after all of them it parts nothing, and is left out.
 */
export function partAtBreaks(
  points: readonly Point[],
  breaks: readonly Break[],
): readonly Parted[] {
  const parted: Parted[] = points.map((point) => ({ kind: 'point', point }))
  for (const cut of breaks) {
    const day = parseDay(cut.from)
    const at = parted.findIndex((each) => each.kind === 'point' && each.point.period.end > day)
    if (at > 0) parted.splice(at, 0, { kind: 'break', cut })
  }
  return parted
}
