/** Which stretches of time an indicator is known for, as marks on one axis for all: pure geometry. */
import type { ObservationStatus } from '../contract/snapshot.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { dateOfDay, dayNumber } from '../domain/period.ts'
import type { Point } from '../domain/point.ts'
import { isEndLevel } from '../domain/series.ts'

export const COVERAGE_WIDTH = 300
export const COVERAGE_HEIGHT = 12

/** Years and longer stretches above, shorter ones below, moments over both. */
const LANES = {
  long: { y: 1, height: 4.5 },
  short: { y: 6.5, height: 4.5 },
  moment: { y: 1, height: 10 },
} as const
const LONG_DAYS = 180
const MOMENT_WIDTH = 4
const LEAST_WIDTH = 2.5
/** Parts neighbours. */
const GAP = 0.8
/** Hollow marks are drawn inside their own edge. */
const OUTLINE = 1
/** Labels nearer to each other than this touch. */
const LABEL_PITCH = 44

export interface CoverageAxis {
  readonly start: number
  readonly end: number
  readonly years: readonly {
    readonly year: number
    readonly x: number
    readonly isNamed: boolean
  }[]
}

export interface CoverageMark {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Not a normal figure: estimated, provisional, another definition. */
  readonly isHollow: boolean
}

const HOLLOW: ReadonlySet<ObservationStatus> = new Set(['D', 'E', 'P', 'F'])

function knownPoints(view: IndicatorView): readonly Point[] {
  return view.series.flatMap((each) => each.points.filter((p) => p.reading.kind === 'value'))
}

/** How many periods of the indicator have a value, in the region shown. */
export function countKnown(view: IndicatorView): number {
  return knownPoints(view).length
}

function xOf(day: number, { start, end }: Pick<CoverageAxis, 'start' | 'end'>): number {
  return ((day - start) / (end - start)) * COVERAGE_WIDTH
}

/** Whole years around everything that is known; null where nothing is. */
export function planAxis(views: readonly IndicatorView[]): CoverageAxis | null {
  const periods = views.flatMap(knownPoints).map((point) => point.period)
  if (periods.length === 0) return null
  const first = dateOfDay(Math.min(...periods.map((period) => period.start)))[0]
  const last = dateOfDay(Math.max(...periods.map((period) => period.end)) - 1)[0]
  const span = { start: dayNumber(first, 1, 1), end: dayNumber(last + 1, 1, 1) }
  const count = last - first + 1
  const step = Math.max(1, Math.ceil(LABEL_PITCH / (COVERAGE_WIDTH / count)))
  const years = Array.from({ length: count }, (_, i) => ({
    year: first + i,
    x: xOf(dayNumber(first + i, 1, 1), span),
    isNamed: (count - 1 - i) % step === 0,
  }))
  return { ...span, years }
}

function markOf(point: Point, view: IndicatorView, axis: CoverageAxis, key: string): CoverageMark {
  const { kind, start, end } = point.period
  const isMoment = isEndLevel(view.indicator) && (kind === 'year' || kind === 'day')
  const isHollow = HOLLOW.has(point.status)
  const inset = isHollow ? OUTLINE / 2 : 0
  const lane = isMoment ? 'moment' : end - start >= LONG_DAYS ? 'long' : 'short'
  const width = isMoment
    ? MOMENT_WIDTH
    : Math.max(LEAST_WIDTH, xOf(end, axis) - xOf(start, axis) - GAP)
  const left = isMoment ? xOf(end, axis) - MOMENT_WIDTH / 2 : xOf(start, axis)
  const x = Math.min(Math.max(left, 0), COVERAGE_WIDTH - width)
  return {
    key,
    x: x + inset,
    y: LANES[lane].y + inset,
    width: width - 2 * inset,
    height: LANES[lane].height - 2 * inset,
    isHollow,
  }
}

/** Marks of one indicator; a level's year means its end, as everywhere. */
export function planCoverage(view: IndicatorView, axis: CoverageAxis): readonly CoverageMark[] {
  return knownPoints(view).map((point, i) => markOf(point, view, axis, String(i)))
}
