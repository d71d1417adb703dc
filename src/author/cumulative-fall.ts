/** A cumulative figure that falls is asked about, by the rule that marks it as a contradiction. */
import type { Catalog } from '../contract/catalog.ts'
import type { Issue } from '../contract/issue.ts'
import type { Observation, Snapshot } from '../contract/snapshot.ts'
import { seriesKey, takeApart, type Statement } from '../contract/statement.ts'
import type { Contradiction } from '../domain/contradiction.ts'
import type { Vintage } from '../domain/point.ts'
import { buildSeries } from '../domain/series.ts'
import { standingPublications, standingStatements } from '../domain/standing.ts'
import { indexCatalog } from './catalog-index.ts'
import { formatFigure } from './figure-words.ts'
import type { FigureRow } from './observation-rows.ts'
import { cumulativeFall } from './publishing-messages.ts'
import { observationKey } from './record-key.ts'
import { toIssue } from './refusal.ts'

type Row = FigureRow<Observation>

/** Falls in the series of these rows, as a reader would see them once the rows are published. */
function fallsAfter(
  rows: readonly Row[],
  catalog: Catalog,
  snapshots: readonly Snapshot[],
): Contradiction[] {
  const { indicators, regions } = indexCatalog(catalog)
  const apart = snapshots.map(takeApart)
  const standing = standingPublications(
    apart.map(({ publication }) => publication),
    'latest',
  )
  const bySeries = new Map<string, Statement[]>(
    rows
      .filter(({ figure }) => indicators.get(figure.indicator)?.accumulation === 'cumulative')
      .map(({ figure }) => [seriesKey(figure), []]),
  )
  for (const statement of apart.flatMap(({ statements }) => statements)) {
    bySeries.get(seriesKey(statement))?.push(statement)
  }
  return [...bySeries.values()].flatMap((statements) => {
    const indicator = indicators.get(statements[0]?.indicator ?? '')
    const region = regions.get(statements[0]?.region ?? '')
    if (!indicator || !region) return []
    const context = { indicator, region, breaks: catalog.breaks, standing }
    const series = buildSeries(standingStatements(statements, standing), context)
    return series.contradictions.filter(({ kind }) => kind === 'fall')
  })
}

function rowKey(publication: string, observation: Observation): string {
  return `${publication}|${observationKey(observation)}`
}

/**
 * Between a row and what is published, never within one import; never where the row names it, nor
 * for zeros.
 */
export function findCumulativeFalls(
  rows: readonly Row[],
  catalog: Catalog,
  published: readonly Snapshot[],
  added: readonly Snapshot[],
): Issue[] {
  const rowOf = new Map(rows.map((row) => [rowKey(row.publication, row.figure), row]))
  const find = ({ statement }: Vintage) => rowOf.get(rowKey(statement.publication, statement))
  return fallsAfter(rows, catalog, [...published, ...added]).flatMap(({ point, other }) => {
    if (!other || point.statement.contradicts !== undefined) return []
    const [here, there] = [find(point), find(other)]
    const row = here ?? there
    if (!row || (here && there) || row.figure.value === 0) return []
    const [own, against] = here ? [point, other] : [other, point]
    const refusal = cumulativeFall({
      found: formatFigure(row.figure),
      isLower: isLower(own, against),
      earlier: formatFigure(against.statement),
      period: against.statement.period,
      from: against.source.id,
    })
    return [toIssue(row.path('value'), refusal)]
  })
}

function isLower({ reading: a }: Vintage, { reading: b }: Vintage): boolean {
  return a.kind === 'value' && b.kind === 'value' && a.value < b.value
}
