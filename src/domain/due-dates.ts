/** What falls due and when: the next figures, targets, rectification tasks. For staff, but in public. */
import type { Indicator } from '../contract/catalog.ts'
import type { Task } from '../contract/snapshot.ts'
import type { Publication } from '../contract/statement.ts'
import type { Evidence } from './evidence.ts'
import { readClocks, type Clocks } from './freshness.ts'
import { viewIndicator, type IndicatorView } from './indicator-view.ts'
import { dayText } from './period.ts'
import { homeRegion } from './region-choice.ts'
import { standingPublications } from './standing.ts'
import { knownTaskLists, standingTaskLists, type TaskList } from './task-list.ts'
import { isFinished } from './task-verdict.ts'
import { viewTargets, type TargetView } from './target-view.ts'

/** `day` is the last day that is in time, YYYY-MM-DD. */
export type DueDate =
  | {
      readonly kind: 'figure'
      readonly day: string
      readonly view: IndicatorView
      readonly clocks: Clocks
    }
  | {
      readonly kind: 'target'
      readonly day: string
      readonly indicator: Indicator
      readonly target: TargetView
    }
  | {
      readonly kind: 'task'
      readonly day: string
      readonly task: Task
      readonly list: TaskList
    }

/** Without indicators and publications that are not for the public. */
function publicEvidence(evidence: Evidence): Evidence {
  const { catalog, publications } = evidence
  const internal = new Set(
    [...standingPublications(publications, 'latest').values()]
      .filter(({ audience }) => audience === 'internal')
      .map(({ id }) => id),
  )
  return {
    ...evidence,
    catalog: {
      ...catalog,
      indicators: catalog.indicators.filter(({ audience }) => audience !== 'internal'),
    },
    publications: publications.filter(({ id }) => !internal.has(id)),
  }
}

function figuresDue(evidence: Evidence): DueDate[] {
  const viewpoint = { asOf: 'latest', region: homeRegion(evidence.catalog).code } as const
  return evidence.catalog.indicators
    .filter(({ updatePeriod }) => updatePeriod !== undefined)
    .flatMap(({ id }): DueDate[] => {
      const view = viewIndicator(evidence, id, viewpoint)
      const clocks = view && readClocks(view)
      return view && clocks?.nextDue ? [{ kind: 'figure', day: clocks.nextDue, view, clocks }] : []
    })
}

function targetsDue({ catalog }: Evidence, standing: ReadonlyMap<string, Publication>): DueDate[] {
  return catalog.indicators.flatMap((indicator) =>
    viewTargets(indicator, catalog.regions, standing).map((target): DueDate => {
      const day = dayText(target.period.end - 1)
      return { kind: 'target', day, indicator, target }
    }),
  )
}

/** Of each round the list that stands, as on the board: what it has dropped is due no more. */
function tasksDue(publications: readonly Publication[]): DueDate[] {
  return standingTaskLists(knownTaskLists(publications, 'latest')).flatMap((list) =>
    list.tasks.flatMap((task): DueDate[] =>
      task.deadline === undefined || isFinished(task)
        ? []
        : [{ kind: 'task', day: task.deadline, task, list }],
    ),
  )
}

/** Everything that has a day, past days too; earliest first, then figures, targets, tasks. */
export function listDueDates(evidence: Evidence): readonly DueDate[] {
  const known = publicEvidence(evidence)
  const standing = standingPublications(known.publications, 'latest')
  const all = [
    ...figuresDue(known),
    ...targetsDue(known, standing),
    ...tasksDue(known.publications),
  ]
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** True where the calendar has a date of the indicator shown. */
export function hasDueDate({ indicator, targets, headline }: IndicatorView): boolean {
  if (indicator.audience === 'internal') return false
  return targets.length > 0 || (indicator.updatePeriod !== undefined && headline !== undefined)
}
