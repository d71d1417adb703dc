/** The page of 督察整改: rounds, what must be said of them, the task list, and every figure. */
import type { Indicator } from '../contract/catalog.ts'
import { doubtsAbout, type Doubt } from './doubt.ts'
import type { Evidence, Viewpoint } from './evidence.ts'
import type { IndicatorView } from './indicator-view.ts'
import { viewReport, type InspectionReport } from './inspection-report.ts'
import { roundsIn, viewInspectionIndicators, type Round } from './inspection.ts'
import type { Notice } from './notice.ts'
import type { Point } from './point.ts'
import type { Series } from './series.ts'
import { viewTaskBoard, type TaskBoard } from './task-board.ts'

export interface InspectionFigure {
  readonly indicator: Indicator
  readonly point: Point
  /** What other documents say against it. */
  readonly doubts: readonly Doubt[]
}

/** All figures of one round in one region. */
export interface InspectionGroup {
  readonly key: string
  /** A series of the round, for its names. */
  readonly series: Series
  readonly figures: readonly InspectionFigure[]
}

/** A notice together with the view that it was found in, which its words need. */
export interface InspectionNotice {
  readonly notice: Notice
  readonly view: IndicatorView
}

export interface InspectionView {
  /** The latest first. */
  readonly rounds: readonly Round[]
  /** In the order of the rounds; within each in the order of the indicators. */
  readonly groups: readonly InspectionGroup[]
  /** What makes the latest round doubtful. */
  readonly doubts: readonly InspectionNotice[]
  /** Said where the region that was asked for has no figures of its own. */
  readonly fallback?: InspectionNotice
  /** What else the report of the latest round says. */
  readonly report?: InspectionReport
  /** The tasks one by one; absent where no publication known on the day lists them. */
  readonly board?: TaskBoard
}

function groupsOf(views: readonly IndicatorView[]): readonly InspectionGroup[] {
  const groups = new Map<string, { series: Series; figures: InspectionFigure[] }>()
  for (const { series: all, crossDisputes } of views) {
    for (const series of all) {
      const key = `${series.region.code}|${series.breakdown ?? ''}`
      const group = groups.get(key) ?? { series, figures: [] }
      const { indicator } = series
      for (const point of series.points) {
        const doubts = doubtsAbout(point, series, crossDisputes)
        group.figures.push({ indicator, point, doubts })
      }
      groups.set(key, group)
    }
  }
  return [...groups].map(([key, group]) => ({ key, ...group }))
}

/** The points that a grave notice speaks of; none for what is no matter of doubt. */
function doubtedPoint(notice: Notice): Point | undefined {
  if (notice.kind === 'contradiction') return notice.contradiction.point
  return notice.kind === 'conflict' || notice.kind === 'sic' ? notice.point : undefined
}

function doubtsOf(round: Round, views: readonly IndicatorView[]): readonly InspectionNotice[] {
  const { breakdown } = round
  return views.flatMap((view) =>
    view.notices
      .filter((notice) => {
        const point = doubtedPoint(notice)
        return point && (point.statement.breakdown ?? '') === breakdown
      })
      .map((notice) => ({ notice, view })),
  )
}

function fallbackOf(views: readonly IndicatorView[]): InspectionNotice | undefined {
  return views
    .filter((view) => view.headline)
    .flatMap((view) => view.notices.map((notice) => ({ notice, view })))
    .find(({ notice }) => notice.kind === 'region')
}

export function viewInspection(evidence: Evidence, viewpoint: Viewpoint): InspectionView {
  const byRole = viewInspectionIndicators(evidence, viewpoint)
  const views = Object.values(byRole).filter((view): view is IndicatorView => view !== null)
  const rounds = roundsIn(byRole)
  const [latest] = rounds
  const fallback = fallbackOf(views)
  const report = latest && viewReport(latest, evidence, viewpoint)
  const board = viewTaskBoard(evidence.publications, viewpoint.asOf)
  return {
    rounds,
    groups: groupsOf(views),
    doubts: latest ? doubtsOf(latest, views) : [],
    ...(fallback ? { fallback } : {}),
    ...(report ? { report } : {}),
    ...(board ? { board } : {}),
  }
}
