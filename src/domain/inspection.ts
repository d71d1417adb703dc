/** 督察整改: rounds of inspection with their tasks and petitions. Two rounds are two series, never joined. */
import {
  viewIndicator,
  type Evidence,
  type IndicatorView,
  type Viewpoint,
} from './indicator-view.ts'
import { headlineOf } from './headline.ts'
import type { Parts } from './parts.ts'
import type { Point } from './point.ts'
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

type Views = Readonly<Record<keyof typeof INSPECTION_IDS, IndicatorView | null>>

function inRound(view: IndicatorView | null, breakdown: string): Series | undefined {
  return view?.series.find((series) => (series.breakdown ?? '') === breakdown)
}

function pointIn(view: IndicatorView | null, breakdown: string): Point | undefined {
  const series = inRound(view, breakdown)
  const point = series && headlineOf(series)
  return point?.reading.kind === 'value' ? point : undefined
}

function valueOf(point: Point): number {
  return point.reading.kind === 'value' ? point.reading.value : 0
}

function roundOf(views: Views, breakdown: string): Round | null {
  const tasks = pointIn(views.tasks, breakdown)
  const done = pointIn(views.done, breakdown)
  const open = pointIn(views.open, breakdown)
  if (!tasks || !done || !open || !views.done || !views.open) return null
  const petitions = pointIn(views.petitions, breakdown)
  const petitionsClosed = pointIn(views.petitionsClosed, breakdown)
  return {
    breakdown,
    tasks,
    done,
    open,
    ...(petitions ? { petitions } : {}),
    ...(petitionsClosed ? { petitionsClosed } : {}),
    parts: {
      whole: tasks,
      total: valueOf(tasks),
      parts: [
        { indicator: views.done.indicator, point: done, value: valueOf(done) },
        { indicator: views.open.indicator, point: open, value: valueOf(open) },
      ],
    },
  }
}

/** All rounds known on the day, the latest first; none where a bureau has no inspection data. */
export function viewRounds(evidence: Evidence, viewpoint: Viewpoint): readonly Round[] {
  const view = (id: string) => viewIndicator(evidence, id, viewpoint)
  const views: Views = {
    tasks: view(INSPECTION_IDS.tasks),
    done: view(INSPECTION_IDS.done),
    open: view(INSPECTION_IDS.open),
    petitions: view(INSPECTION_IDS.petitions),
    petitionsClosed: view(INSPECTION_IDS.petitionsClosed),
  }
  return (views.tasks?.series ?? [])
    .map((series) => roundOf(views, series.breakdown ?? ''))
    .filter((round): round is Round => round !== null)
}
