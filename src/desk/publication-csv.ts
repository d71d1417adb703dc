/** Every figure of a publication as CSV, in the order of its page. */
import type { PublicationView } from '../domain/publication-view.ts'
import type { Lang } from '../text/lang.ts'
import { buildFigureCsv } from './figure-csv.ts'

export function buildPublicationCsv(
  { publication, groups }: PublicationView,
  lang: Lang,
  knownDay: string,
): string {
  const figures = groups.flatMap(({ rows }) =>
    rows.map(({ indicator, region, reading, statement }) => ({
      indicator,
      region,
      reading,
      statement,
      source: publication,
    })),
  )
  return buildFigureCsv(figures, lang, knownDay)
}
