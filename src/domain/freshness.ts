/** Four clocks of an indicator: the period of its figure, its publication, and when the next is due. */
import type { IndicatorView } from './indicator-view.ts'
import { dayText, parseDay } from './period.ts'
import type { Point } from './point.ts'
import { compareReadings } from './vintage-change.ts'
import { isEndLevel } from './series.ts'
import type { AsOf } from './standing.ts'
import { nextDueDay, shortestDays } from './update-rhythm.ts'

/** Days are written YYYY-MM-DD. When this device fetched it is no part of what is known. */
export interface Clocks {
  /** The figure that the next one follows: the headline, or one that reaches further. */
  readonly point: Point
  /** Last day of its period. */
  readonly periodEnd: string
  /** The first publication that gave the figure; saying it again, or with other digits, changes no date. */
  readonly published: string
  /** Last day on which the next figure is not late; null where the catalog has no update period. */
  readonly nextDue: string | null
}

export type Freshness =
  /** Nobody has said how often it comes out, or no day is there to judge on. */
  | { readonly kind: 'unjudged' }
  /** The day lies before the publication, which cannot be: the clock is wrong. */
  | { readonly kind: 'implausible' }
  | { readonly kind: 'in-time' }
  | { readonly kind: 'overdue'; readonly days: number }

function isObserved({ reading, status }: Point): boolean {
  return reading.kind === 'value' && status !== 'F'
}

/**
 * The latest figure that covers an update period at least: a month's mean is not the year's, while a
 * year's says all that twelve months would. A level counts whenever it was taken. Another definition
 * counts only where there is nothing else.
 */
function pointToFollow(view: IndicatorView): Point | undefined {
  const { indicator, headline } = view
  const { updatePeriod } = indicator
  if (!updatePeriod) return headline
  const points = view.series.flatMap((each) => each.points).filter(isObserved)
  const alike = points.filter(({ status }) => status !== 'D')
  const known = alike.length > 0 ? alike : points
  const shortest = shortestDays(updatePeriod)
  const whole = known.filter(({ period }) => period.end - period.start >= shortest)
  const counted = isEndLevel(indicator) || whole.length === 0 ? known : whole
  const latest = counted.reduce((end, { period }) => Math.max(end, period.end), -Infinity)
  const last = counted.filter(({ period }) => period.end === latest)
  return last.find((point) => point === headline) ?? last[0]
}

/** Day of the first of the publications that gave, one after the other, what stands now. */
function firstPublished(point: Point): string {
  let first = point.source.published
  for (const { source, reading, statement } of point.earlier) {
    // Of several on one day one alone has ever stood, and that one has been looked at.
    if (source.published === first) continue
    const isSame =
      compareReadings(reading, point.reading) !== 'other' &&
      (statement.status === 'D') === (point.status === 'D')
    if (!isSame) break
    first = source.published
  }
  return first
}

/** The clocks of the region shown; null where it has no figure. */
export function readClocks(view: IndicatorView): Clocks | null {
  const point = pointToFollow(view)
  if (!point) return null
  const { updatePeriod } = view.indicator
  const lastDay = point.period.end - 1
  return {
    point,
    periodEnd: dayText(lastDay),
    published: firstPublished(point),
    nextDue: updatePeriod ? dayText(nextDueDay(lastDay, updatePeriod)) : null,
  }
}

/**
 * The day on which lateness is judged: a chosen earlier day, or today. `today` is empty where there
 * is no clock, and then so is the answer, unless a day is chosen.
 */
export function judgedOn(asOf: AsOf, today: string): string {
  if (asOf === 'latest') return today
  return today === '' || asOf <= today ? asOf : today
}

/** `day` as of {@link judgedOn}. */
export function judgeFreshness({ point, nextDue }: Clocks, day: string): Freshness {
  if (day === '') return { kind: 'unjudged' }
  if (day < point.source.published) return { kind: 'implausible' }
  if (nextDue === null) return { kind: 'unjudged' }
  const days = parseDay(day) - parseDay(nextDue)
  return days > 0 ? { kind: 'overdue', days } : { kind: 'in-time' }
}

/** Whole days by which the next figure is late; 0 where it is not, or nobody can tell. */
export function daysOverdue(view: IndicatorView, day: string): number {
  if (!view.indicator.updatePeriod || day === '') return 0
  const clocks = readClocks(view)
  const freshness = clocks && judgeFreshness(clocks, day)
  return freshness?.kind === 'overdue' ? freshness.days : 0
}
