/** What falls due and when: the next figures, targets, rectification tasks. For staff, but in public. */
import type { Indicator } from '../contract/catalog.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import type { Publication } from '../contract/statement.ts'
import type { Evidence } from './evidence.ts'
import { readClocks, type Clocks } from './freshness.ts'
import { viewIndicator, type IndicatorView } from './indicator-view.ts'
import { dayText } from './period.ts'
import { homeRegion } from './region-choice.ts'
import { comparePrecedence, standingPublications } from './standing.ts'
import { viewTargets, type TargetView } from './target-view.ts'

export type Task = NonNullable<Snapshot['tasks']>[number]

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
      readonly source: Publication
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

/** States in which nothing falls due any more: closed, or looked at again after that. */
const DONE: ReadonlySet<Task['state']> = new Set(['closed', 'revisited'])

/** Of a task that several lists carry, the latest list's word stands, as for figures. */
function tasksDue(standing: ReadonlyMap<string, Publication>): DueDate[] {
  const latest = new Map<string, { readonly task: Task; readonly source: Publication }>()
  for (const source of [...standing.values()].sort((a, b) => comparePrecedence(b, a))) {
    for (const task of source.tasks ?? []) latest.set(task.number, { task, source })
  }
  return [...latest.values()].flatMap(({ task, source }): DueDate[] =>
    task.deadline !== undefined && !DONE.has(task.state)
      ? [{ kind: 'task', day: task.deadline, task, source }]
      : [],
  )
}

/** Everything that has a day, past days too; earliest first, then figures, targets, tasks. */
export function listDueDates(evidence: Evidence): readonly DueDate[] {
  const known = publicEvidence(evidence)
  const standing = standingPublications(known.publications, 'latest')
  const all = [...figuresDue(known), ...targetsDue(known, standing), ...tasksDue(standing)]
  return all.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** True where the calendar has a date of the indicator shown. */
export function hasDueDate({ indicator, targets, headline }: IndicatorView): boolean {
  if (indicator.audience === 'internal') return false
  return targets.length > 0 || (indicator.updatePeriod !== undefined && headline !== undefined)
}
