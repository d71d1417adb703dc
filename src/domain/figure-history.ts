/** What stood before each day of publication, and what the day did to it: told alike everywhere. */
import type { Point, Vintage } from './point.ts'
import { daysOf, type PublicationDay } from './publication-day.ts'
import { compareReadings } from './vintage-change.ts'

/**
 * `added`: nothing was known; `revised`: another figure; `status`: the same quantity with another
 * status; `rounded`: the same quantity with other precision; `repeated`: the same again.
 */
export type FigureChange = 'added' | 'revised' | 'status' | 'rounded' | 'repeated'

/** What stands now beside what stood before. */
export function changeTo(now: Vintage, before?: Vintage): FigureChange {
  if (!before) return 'added'
  const change = compareReadings(before.reading, now.reading)
  if (change === 'other') return 'revised'
  if (before.statement.status !== now.statement.status) return 'status'
  return change === 'rounded' ? 'rounded' : 'repeated'
}

export interface DayOfFigure extends PublicationDay<Vintage> {
  readonly change: FigureChange
}

/** The days on which the period was spoken of, first to last. */
export function historyOf(point: Point): readonly DayOfFigure[] {
  if (point.earlier.length === 0) return [{ now: point, beside: [], change: 'added' }]
  return daysOf<Vintage>([point, ...point.earlier]).map((day) => ({
    ...day,
    change: changeTo(day.now, day.before),
  }))
}

/**
 * The gravest that a day did to what stood: `revised`, or `status` where the figure itself held;
 * null where it was only repeated, or printed with other precision.
 */
export function revisionOf(point: Point): 'revised' | 'status' | null {
  if (point.earlier.length === 0) return null
  const changes = historyOf(point).map(({ change }) => change)
  if (changes.includes('revised')) return 'revised'
  return changes.includes('status') ? 'status' : null
}

/** How the figure came to be what it is, first to last; days that repeated what stood are left out. */
export function revisionChain(point: Point): readonly Vintage[] {
  return historyOf(point)
    .filter(({ change }) => change !== 'repeated')
    .map(({ now }) => now)
}
