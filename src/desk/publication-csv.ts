/** Every figure of a publication as CSV, in the order of its page. */
import type { Evidence } from '../domain/evidence.ts'
import { doubtsIn } from '../domain/publication-doubts.ts'
import type { PublicationView } from '../domain/publication-view.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'
import { buildFigureCsv } from './figure-csv.ts'

export interface PublicationCsvContext {
  readonly evidence: Evidence
  readonly asOf: AsOf
  /** Until when anything was known, YYYY-MM-DD. */
  readonly knownDay: string
  readonly lang: Lang
}

export function buildPublicationCsv(
  view: PublicationView,
  { evidence, asOf, knownDay, lang }: PublicationCsvContext,
): string {
  const source = view.publication
  const doubtsOf = doubtsIn(view, evidence, asOf)
  const figures = view.groups.flatMap(({ rows }) =>
    rows.map((row) => {
      const { indicator, region, reading, statement } = row
      return { indicator, region, reading, statement, source, doubts: doubtsOf(row) }
    }),
  )
  return buildFigureCsv(figures, lang, knownDay)
}
