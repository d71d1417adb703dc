/** Who appears in a picture: the city's series, those beside it, and targets, less what is switched off. */
import type { EarlierVintage } from '../domain/earlier-vintage.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { PERIOD_KINDS, type PeriodKind } from '../domain/period.ts'
import type { Point } from '../domain/point.ts'
import type { ValueReading } from '../domain/reading.ts'
import type { Run, Series } from '../domain/series.ts'
import type { TargetView } from '../domain/target-view.ts'
import { isNarrow, isWall, type Frame } from './frame.ts'
import { drawnLevel, drawnPlan } from './plan-path.ts'

/** A point that has a figure, which is what can be drawn. */
export type ValuedPoint = Point & { readonly reading: ValueReading }

export interface Cast {
  readonly main: Series
  /** Other breakdowns and the regions above, drawn more quietly. */
  readonly companions: readonly Series[]
  readonly targets: readonly TargetView[]
  readonly ghost?: EarlierVintage
}

export function isValued(point: Point): point is ValuedPoint {
  return point.reading.kind === 'value'
}

export function valuedPoints(series: Series): readonly ValuedPoint[] {
  return series.points.filter(isValued)
}

function keep(series: Series, holds: (point: Point) => boolean): Series {
  return {
    ...series,
    points: series.points.filter(holds),
    runs: series.runs
      .map((run): Run => ({ ...run, points: run.points.filter(holds) }))
      .filter((run) => run.points.length > 0),
  }
}

/**
 * In a narrow frame what is shorter than a year goes, unless there is nothing longer; on a wall too,
 * for months behind the values could not be told apart from six metres.
 */
function shownKinds(view: IndicatorView, main: Series, frame: Frame) {
  const kinds = new Set(main.points.map((point) => point.period.kind))
  const isCrowded = view.form === 'stretches' && (isNarrow(frame) || isWall(frame))
  return ({ period: { kind } }: Point): boolean => {
    if (frame.hidden?.has(kind)) return false
    if (!isCrowded) return true
    return kinds.has('year') ? kind === 'year' : !isShort(kind) || [...kinds].every(isShort)
  }
}

function isShort(kind: PeriodKind): boolean {
  return kind === 'month' || kind === 'day'
}

/** Kinds of period that a wider frame would show; nothing is left out without saying so. */
export function omittedKinds(view: IndicatorView, frame: Frame): readonly PeriodKind[] {
  if (!view.main) return []
  const { points } = view.main
  const holds = shownKinds(view, view.main, { ...frame, hidden: new Set() })
  return PERIOD_KINDS.filter((kind) => {
    const ofKind = points.filter((point) => point.period.kind === kind)
    return ofKind.length > 0 && !ofKind.some(holds)
  })
}

/** The point that the panel leads with, where it is drawn; else the last that is. */
export function leadOf(
  view: IndicatorView,
  points: readonly ValuedPoint[],
): ValuedPoint | undefined {
  return points.find((point) => point === view.headline) ?? points[points.length - 1]
}

/** Null for an indicator of which nothing is known. */
export function castOf(view: IndicatorView, frame: Frame): Cast | null {
  if (!view.main) return null
  const holds = shownKinds(view, view.main, frame)
  const breakdowns = view.series.filter((series) => series !== view.main)
  const companions = frame.hidden?.has('peers') ? [] : [...breakdowns, ...view.peers]
  return {
    main: keep(view.main, holds),
    companions: companions.map((series) => keep(series, holds)),
    targets: frame.hidden?.has('targets')
      ? []
      : view.targets.filter((target) => drawnLevel(target, view.indicator) !== null),
    ...(frame.ghost ? { ghost: frame.ghost } : {}),
  }
}

/** The figures of everyone in the cast: what the value axis has to hold. */
export function valuesOf({ main, companions, targets, ghost }: Cast): readonly number[] {
  const points = [main, ...companions].flatMap(valuedPoints)
  return [
    ...points.map((point) => point.reading.value),
    ...targets.flatMap((target): readonly number[] => {
      const level = drawnLevel(target, main.indicator)
      const way = drawnPlan(target, main.indicator) ?? []
      return [...(level === null ? [] : [level]), ...way.map(({ value }) => value)]
    }),
    ...(ghost?.differing ?? []).filter(isValued).map((point) => point.reading.value),
  ]
}
