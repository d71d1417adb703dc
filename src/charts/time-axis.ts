/** Time to scale: day numbers to px, and the years that are written under the axis. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import { dateOfDay, dayNumber, parseDay } from '../domain/period.ts'
import type { AsOf } from '../domain/standing.ts'
import { greatest, least } from './extremes.ts'
import { textWidthPx } from './text-width.ts'

/** From the first day shown to the day after the last. */
export interface TimeSpan {
  readonly start: number
  readonly end: number
}

export interface AxisYear extends TimeSpan {
  readonly year: number
}

export interface TimeAxis extends TimeSpan {
  readonly leftPx: number
  readonly rightPx: number
  readonly xOf: (day: number) => number
  readonly years: readonly AxisYear[]
}

function yearStart(day: number): number {
  return dayNumber(dateOfDay(day)[0], 1, 1)
}

/** The first day of the year after a stretch that ends on that day (exclusive). */
function yearEnd(end: number): number {
  return dayNumber(dateOfDay(end - 1)[0] + 1, 1, 1)
}

/** As of a day after which more was published, the axis ends there; else it ends with the data. */
function lastDay(view: IndicatorView, dataEnd: number, asOf: AsOf): number {
  if (asOf === 'latest' || view.sources.every((source) => source.isKnown)) return dataEnd
  return Math.max(dataEnd, parseDay(asOf))
}

/**
 * The years from the first figure to the last figure or deadline. What a reader switches off does
 * not change it, so that the picture keeps its scale.
 */
export function timeSpanOf(view: IndicatorView, asOf: AsOf): TimeSpan | null {
  const series = [...view.series, ...view.peers]
  const periods = [
    ...series.flatMap((each) => each.points.map((point) => point.period)),
    ...view.targets.map((target) => target.period),
  ]
  if (periods.length === 0) return null
  const start = yearStart(least(periods.map((period) => period.start)))
  const end = yearEnd(greatest(periods.map((period) => period.end)))
  return { start, end: lastDay(view, end, asOf) }
}

function yearsOf({ start, end }: TimeSpan): readonly AxisYear[] {
  const first = dateOfDay(start)[0]
  const last = dateOfDay(end - 1)[0]
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    start: Math.max(start, dayNumber(first + i, 1, 1)),
    end: Math.min(end, dayNumber(first + i + 1, 1, 1)),
  }))
}

export function buildTimeAxis(span: TimeSpan, leftPx: number, rightPx: number): TimeAxis {
  const pxPerDay = (rightPx - leftPx) / (span.end - span.start)
  return {
    ...span,
    leftPx,
    rightPx,
    xOf: (day) => leftPx + (day - span.start) * pxPerDay,
    years: yearsOf(span),
  }
}

const YEAR_STEPS = [1, 2, 5, 10, 20, 50] as const

/** Every year, or every second, fifth … as the width allows; a year cut short may find no room. */
export function labelledYears(axis: TimeAxis, sizePx: number): readonly AxisYear[] {
  const roomPx = textWidthPx('2000', sizePx) + 0.6 * sizePx
  const yearPx = axis.xOf(axis.start + 365) - axis.xOf(axis.start)
  const step = YEAR_STEPS.find((years) => years * yearPx >= roomPx) ?? 100
  const first = axis.years[0]?.year ?? 0
  return axis.years.filter(({ year, start, end }) => {
    const isTurn = step <= 2 ? (year - first) % step === 0 : year % step === 0
    const isWhole = (axis.xOf(end) - axis.xOf(start)) * step >= roomPx
    return isTurn && isWhole
  })
}
