/** What an earlier vintage had in the place of a figure. */
import type { EarlierVintage } from '../domain/earlier-vintage.ts'
import { periodKey, type Point } from '../domain/point.ts'

export interface FormerFigure {
  readonly day: string
  readonly point: Point
}

/** Undefined where no vintage was chosen, and where it had the same figure. */
export function formerOf(
  ghost: EarlierVintage | undefined,
  shown: Point,
): FormerFigure | undefined {
  const key = periodKey(shown.period)
  const point = ghost?.differing.find(({ period }) => periodKey(period) === key)
  return ghost && point && { day: ghost.day, point }
}
