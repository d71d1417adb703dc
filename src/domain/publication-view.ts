/** One publication with every figure and target that it gave, in the order of the catalog. */
import type { Indicator, Region, Theme } from '../contract/catalog.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import { findCorrections } from './correction.ts'
import type { Evidence } from './evidence.ts'
import { comparePeriods, periodOf, type Period } from './period.ts'
import { readObservation, type Reading } from './reading.ts'
import { findRegion } from './region-choice.ts'
import { compareContents, standingPublications, type AsOf } from './standing.ts'
import { viewTargets, type TargetView } from './target-view.ts'

export interface PublicationRow {
  readonly indicator: Indicator
  readonly region: Region
  readonly period: Period
  /** In the unit of the indicator. */
  readonly reading: Reading
  /** What we had transcribed before the last correction of it, where there was one. */
  readonly before?: Reading
  readonly statement: Statement
}

export interface PublicationView {
  readonly publication: Publication
  readonly groups: readonly { readonly theme: Theme; readonly rows: readonly PublicationRow[] }[]
  readonly targets: readonly TargetView[]
}

function rowsOf(
  publication: Publication,
  stated: readonly Statement[],
  indicator: Indicator,
  evidence: Evidence,
): PublicationRow[] {
  const { catalog } = evidence
  const scope = { evidence, standing: new Map([[publication.id, publication]]) }
  const corrections = findCorrections(indicator, catalog.regions, scope, (source) =>
    evidence.statedBy(source).filter((each) => each.indicator === indicator.id),
  )
  return stated
    .flatMap((statement): PublicationRow[] => {
      const region = findRegion(catalog, statement.region)
      if (!region) return []
      const period = periodOf(statement.period)
      const reading = readObservation(statement, indicator.unit)
      const mended = corrections.find(
        (each) =>
          each.region === region &&
          each.breakdown === statement.breakdown &&
          each.period.text === statement.period,
      )
      const before = mended?.before
      return [{ indicator, region, period, reading, ...(before && { before }), statement }]
    })
    .sort((a, b) => comparePeriods(a.period, b.period) || compareContents(a.statement, b.statement))
}

function groupByIndicator(
  statements: readonly Statement[],
): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>()
  for (const statement of statements) {
    const group = groups.get(statement.indicator)
    if (group) group.push(statement)
    else groups.set(statement.indicator, [statement])
  }
  return groups
}

/** Views a publication; null for an id that is unknown on that day. */
export function viewPublication(
  evidence: Evidence,
  id: string,
  asOf: AsOf,
): PublicationView | null {
  const { catalog } = evidence
  const publication = standingPublications(evidence.publications, asOf).get(id)
  if (!publication) return null
  const only = new Map([[id, publication]])
  const stated = groupByIndicator(evidence.statedBy(publication))
  const groups = catalog.themes
    .map((theme) => ({
      theme,
      rows: catalog.indicators
        .filter((indicator) => indicator.theme === theme.id)
        .flatMap((indicator) =>
          rowsOf(publication, stated.get(indicator.id) ?? [], indicator, evidence),
        ),
    }))
    .filter((group) => group.rows.length > 0)
  const targets = catalog.indicators.flatMap((indicator) =>
    viewTargets(indicator, catalog.regions, only),
  )
  return { publication, groups, targets }
}
