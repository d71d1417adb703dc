/** 督察整改: rounds of inspection with their tasks and petitions. Two rounds are two series, never joined. */
import type { Evidence, Viewpoint } from './evidence.ts'
import { viewIndicator, type IndicatorView } from './indicator-view.ts'
import { headlineOf } from './headline.ts'
import type { Part, Parts } from './parts.ts'
import { periodKey, type Point } from './point.ts'
import type { Series } from './series.ts'

/** Ids that the inspection pages stand on; published in the contract's catalog. */
export const INSPECTION_IDS = {
  tasks: 'inspection-tasks',
  done: 'inspection-tasks-done',
  open: 'inspection-tasks-open',
  petitions: 'petitions',
  petitionsClosed: 'petitions-closed',
} as const

export interface Round {
  /** Name of the round, as the source gives it. */
  readonly breakdown: string
  readonly tasks: Point
  readonly done: Point
  readonly open: Point
  readonly petitions?: Point
  readonly petitionsClosed?: Point
  /** The tasks as a whole with its two parts. */
  readonly parts: Parts
}

/** The views that rounds are told from; null where the catalog does not know the indicator. */
export type InspectionViews = Readonly<Record<keyof typeof INSPECTION_IDS, IndicatorView | null>>

function inRound(view: IndicatorView | null, breakdown: string): Series | undefined {
  return view?.series.find((series) => (series.breakdown ?? '') === breakdown)
}

/** The point of a round for the same moment as another; figures of two days make no whole. */
function pointBeside(view: IndicatorView | null, round: string, other: Point): Point | undefined {
  const key = periodKey(other.period)
  return inRound(view, round)?.points.find(({ period }) => periodKey(period) === key)
}

/** Counts of tasks for one moment, as the parts of a whole. */
function partsAt(views: InspectionViews, round: string, whole: Point): Parts | null {
  if (whole.reading.kind !== 'value') return null
  const { region } = whole.statement
  const parts = [views.done, views.open].flatMap((view): Part[] => {
    const point = pointBeside(view, round, whole)
    // A view of another region is a fallback: its count is no part of this whole.
    if (!view || view.region.code !== region || point?.reading.kind !== 'value') return []
    return [{ indicator: view.indicator, point, value: point.reading.value }]
  })
  return parts.length === 2 ? { whole, total: whole.reading.value, parts } : null
}

/** The latest moment for which all three counts of a round are known. */
function latestParts(views: InspectionViews, round: string): Parts | null {
  const wholes = [...(inRound(views.tasks, round)?.points ?? [])].reverse()
  for (const whole of wholes) {
    const parts = partsAt(views, round, whole)
    if (parts) return parts
  }
  return null
}

function petitionsOf(
  views: InspectionViews,
  round: string,
): Pick<Round, 'petitions' | 'petitionsClosed'> {
  const series = inRound(views.petitions, round)
  const petitions = series && headlineOf(series)
  if (petitions?.reading.kind !== 'value') return {}
  const closed = pointBeside(views.petitionsClosed, round, petitions)
  return closed?.reading.kind === 'value' ? { petitions, petitionsClosed: closed } : { petitions }
}

function roundOf(views: InspectionViews, round: string): Round | null {
  const parts = latestParts(views, round)
  const [done, open] = parts?.parts ?? []
  if (!parts || !done || !open) return null
  return {
    breakdown: round,
    tasks: parts.whole,
    done: done.point,
    open: open.point,
    ...petitionsOf(views, round),
    parts,
  }
}

export function viewInspectionIndicators(
  evidence: Evidence,
  viewpoint: Viewpoint,
): InspectionViews {
  const view = (id: string) => viewIndicator(evidence, id, viewpoint)
  return {
    tasks: view(INSPECTION_IDS.tasks),
    done: view(INSPECTION_IDS.done),
    open: view(INSPECTION_IDS.open),
    petitions: view(INSPECTION_IDS.petitions),
    petitionsClosed: view(INSPECTION_IDS.petitionsClosed),
  }
}

/** The rounds that these views tell, the latest first. */
export function roundsIn(views: InspectionViews): readonly Round[] {
  return (views.tasks?.series ?? [])
    .map((series) => roundOf(views, series.breakdown ?? ''))
    .filter((round): round is Round => round !== null)
}

/** All rounds known on the day, the latest first; none where a bureau has no inspection data. */
export function viewRounds(evidence: Evidence, viewpoint: Viewpoint): readonly Round[] {
  return roundsIn(viewInspectionIndicators(evidence, viewpoint))
}
