/** A change between two figures that compare, or none: what may be claimed of them, and how exactly. */
import { disputedPoints } from './disputed.ts'
import { dateOfDay, type Period } from './period.ts'
import { isObservedAlike, type Point, type ValuedPoint } from './point.ts'
import { difference, isSameAfterRounding, roundingOf, type ValueReading } from './reading.ts'
import { isEndLevel, runOf, type Series } from './series.ts'

export interface Change {
  readonly earlier: Point
  /** Later minus earlier in the unit of the indicator; 0 where both are equal as printed. */
  readonly amount: number
  /** Digits after the point that both figures print. */
  readonly decimals: number
  /** True where one of the two is printed more coarsely, so that the amount is no more exact than that. */
  readonly isRounded: boolean
}

/** Observed, of the series' own definition, exact, and nobody says otherwise. */
function isSure(point: Point, disputed: ReadonlySet<Point>): point is ValuedPoint {
  if (!isObservedAlike(point) || point.reading.qualifier) return false
  return !disputed.has(point) && point.rivals.length === 0
}

function isSameDate(a: number, b: number): boolean {
  const [, monthA, dateA] = dateOfDay(a)
  const [, monthB, dateB] = dateOfDay(b)
  return monthA === monthB && dateA === dateB
}

function yearsPassed({ start, end }: Period): number {
  return dateOfDay(end)[0] - dateOfDay(start)[0]
}

/**
 * Parts of a year compare with the same part of another year only: a January is no worse than the
 * June before because it is winter, and eleven months of work are no year's. Nor are 41 months 17,
 * though both run from a January to a May.
 */
function isSamePart(a: Period, b: Period): boolean {
  return (
    isSameDate(a.start, b.start) && isSameDate(a.end, b.end) && yearsPassed(a) === yearsPassed(b)
  )
}

function isSameSeason(earlier: Point, later: Point, series: Series): boolean {
  if (isEndLevel(series.indicator) || later.period.kind === 'year') return true
  return isSamePart(earlier.period, later.period)
}

/** The last digit that a printed precision vouches for: 1 for 45, 0.1 for 18.15 that was printed as 1.21 万公顷. */
function lastDigitOf(reading: ValueReading): number {
  // A ten-thousandth keeps 0.1, which is a little less in binary, from falling to 0.01.
  return Math.floor(Math.log10(2 * roundingOf(reading)) + 1e-4)
}

/** At the coarser of the two printed precisions; null where nothing is left of it there. */
function measure(now: ValueReading, before: ValueReading): Omit<Change, 'earlier'> | null {
  const exact = difference(now, before)
  const [a, b] = [lastDigitOf(now), lastDigitOf(before)]
  if (a === b || exact.value === 0) {
    return { amount: exact.value, decimals: exact.decimals, isRounded: false }
  }
  const exponent = Math.max(a, b)
  const steps = Math.round(Math.abs(exact.value) / 10 ** exponent)
  if (steps === 0) return null
  const decimals = Math.max(0, -exponent)
  const amount = Number((Math.sign(exact.value) * steps * 10 ** exponent).toFixed(decimals))
  return { amount, decimals, isRounded: true }
}

/**
 * The change to the nearest comparable figure before. Null for ranks, whose number of competitors is
 * rarely known; across a break; where either is of another definition, forecast, qualified, disputed
 * or missing; and where both may be one quantity printed with different precision.
 */
export function changeTo(later: Point, series: Series): Change | null {
  if (series.indicator.accumulation === 'rank') return null
  const points = runOf(series, later)?.points ?? []
  const earlier = points
    .slice(0, points.indexOf(later))
    .reverse()
    .find((point) => isSameSeason(point, later, series))
  const disputed = disputedPoints(series)
  if (!earlier || !isSure(later, disputed) || !isSure(earlier, disputed)) return null
  const [now, before] = [later.reading, earlier.reading]
  if (now.value !== before.value && isSameAfterRounding(now, before)) return null
  const measured = measure(now, before)
  return measured && { earlier, ...measured }
}
