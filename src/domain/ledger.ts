/** The ledger: what each publication did to the figures that were known when it came. */
import { historyOf, type DayOfFigure, type FigureChange } from './figure-history.ts'
import type { Period } from './period.ts'
import type { Point, Vintage } from './point.ts'
import { saidOn, type SaidOfDay } from './publication-day.ts'
import type { Series } from './series.ts'
import { compareReadings } from './vintage-change.ts'

/**
 * What was done to what stood; `conflict`: another publication of the same day says otherwise, so
 * that neither revises the other.
 */
export type LedgerChange = FigureChange | 'conflict'

export interface LedgerEntry {
  readonly change: LedgerChange
  readonly series: Series
  readonly period: Period
  /** What the publication said. */
  readonly now: Vintage
  /** What stood before its day; of a repetition within one day, what it repeats. */
  readonly before?: Vintage
  /** What other publications of the same day said otherwise. */
  readonly rivals: readonly Vintage[]
}

function isOther(a: Vintage, b: Vintage): boolean {
  return compareReadings(a.reading, b.reading) === 'other'
}

function changeOf({ now, rivals, isDeed }: SaidOfDay<Vintage>, day: DayOfFigure): LedgerChange {
  if (rivals.length > 0) return 'conflict'
  if (isDeed) return day.change
  // It never stood, so its own status changes nothing.
  return compareReadings(day.now.reading, now.reading) === 'same' ? 'repeated' : 'rounded'
}

function entriesOfPoint(point: Point, series: Series): LedgerEntry[] {
  const { period } = point
  return historyOf(point).flatMap((day) =>
    saidOn(day, isOther).map(({ isDeed, ...said }) => ({
      ...said,
      change: changeOf({ ...said, isDeed }, day),
      series,
      period,
    })),
  )
}

/** What every publication did to a series, in the order of time, of one period the first day first. */
export function ledgerOf(series: Series): readonly LedgerEntry[] {
  return series.points.flatMap((point) => entriesOfPoint(point, series))
}

/** What one of them did. */
export function ledgerBy(id: string, series: Series): readonly LedgerEntry[] {
  const isOwn = ({ source }: Vintage) => source.id === id
  return series.points
    .filter((point) => isOwn(point) || point.earlier.some(isOwn))
    .flatMap((point) => entriesOfPoint(point, series).filter(({ now }) => isOwn(now)))
}
