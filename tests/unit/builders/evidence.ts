import type { Catalog } from '../../../src/contract/catalog.ts'
import type { Snapshot } from '../../../src/contract/snapshot.ts'
import { takeApart } from '../../../src/contract/statement.ts'
import type { Evidence, Viewpoint } from '../../../src/domain/evidence.ts'
import { viewIndicator, type IndicatorView } from '../../../src/domain/indicator-view.ts'
import type { Series } from '../../../src/domain/series.ts'
import { catalog as smallCatalog } from './catalog.ts'

/** Evidence in the order in which the snapshots are given, so that tests can shuffle it. */
export function evidenceOf(
  snapshots: readonly Snapshot[],
  catalog: Catalog = smallCatalog(),
): Evidence {
  const apart = snapshots.map(takeApart)
  const statements = apart.flatMap((each) => each.statements)
  return {
    catalog,
    publications: apart.map(({ publication }) => publication),
    statementsOf: (indicator, region) =>
      statements.filter((each) => each.indicator === indicator && each.region === region),
    statedBy: ({ id, revision }) =>
      statements.filter((each) => each.publication === id && each.revision === revision),
  }
}

export interface ViewOptions extends Partial<Viewpoint> {
  readonly indicator?: string
  readonly catalog?: Catalog
}

/** The view of one indicator; of the first one in the catalog, in the city, as of the latest day. */
export function viewOf(
  snapshots: readonly Snapshot[],
  { catalog = smallCatalog(), indicator, asOf = 'latest', region = '410800' }: ViewOptions = {},
): IndicatorView {
  const id = indicator ?? catalog.indicators[0]?.id ?? ''
  const view = viewIndicator(evidenceOf(snapshots, catalog), id, { asOf, region })
  if (!view) throw new Error(`no view of ${id}`)
  return view
}

/** The series that a view leads with. */
export function mainOf(snapshots: readonly Snapshot[], options?: ViewOptions): Series {
  const { main } = viewOf(snapshots, options)
  if (!main) throw new Error('nothing is known')
  return main
}

/** The values of each run, by kind: `[['year', [84, 45]]]`. */
export function runsOf(series: Series): readonly (readonly [string, readonly number[]])[] {
  return series.runs.map((run) => [
    run.kind,
    run.points.map((point) => (point.reading.kind === 'value' ? point.reading.value : NaN)),
  ])
}

/** The kinds of a view's notices, gravest first. */
export function noticeKinds(view: IndicatorView): readonly string[] {
  return view.notices.map((notice) => notice.kind)
}
