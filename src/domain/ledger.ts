/** The ledger: what each publication did to the figures that were known when it came. */
import type { Period } from './period.ts'
import type { Point, Vintage } from './point.ts'
import type { Series } from './series.ts'
import { compareReadings } from './vintage-change.ts'

/**
 * `added`: nothing was known of the period; `revised`: another figure or status than what stood;
 * `rounded`: the same quantity with other precision; `repeated`: the same again; `conflict`: another
 * publication of the same day says otherwise, so that neither revises the other.
 */
export type LedgerChange = 'added' | 'revised' | 'rounded' | 'repeated' | 'conflict'

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

function changeTo(now: Vintage, before: Vintage): LedgerChange {
  const change = compareReadings(before.reading, now.reading)
  if (change === 'other' || before.statement.status !== now.statement.status) return 'revised'
  return change === 'rounded' ? 'rounded' : 'repeated'
}

/** `all` is what was said of one period, in the order of precedence: latest first. */
function entryOf(at: number, all: readonly Vintage[]): Omit<LedgerEntry, 'series' | 'period'> {
  const now = all[at] as Vintage
  const { published } = now.source
  const ofDay = all.filter((each) => each.source.published === published && each !== now)
  const rivals = ofDay.filter((each) => compareReadings(each.reading, now.reading) === 'other')
  const before =
    all.find((each) => each.source.published < published) ??
    // Of two that say the same on one day the first by precedence adds, the other repeats.
    all.slice(0, at).find((each) => ofDay.includes(each) && !rivals.includes(each))
  const change = rivals.length > 0 ? 'conflict' : before ? changeTo(now, before) : 'added'
  return { change, now, ...(before ? { before } : {}), rivals }
}

function entriesOfPoint(point: Point, series: Series): LedgerEntry[] {
  if (point.earlier.length === 0) {
    return [{ change: 'added', series, period: point.period, now: point, rivals: [] }]
  }
  const all = [point, ...point.earlier]
  return all.map((_, at) => ({ ...entryOf(at, all), series, period: point.period }))
}

/** What every publication did to a series, in the order of time, of one period the latest first. */
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
