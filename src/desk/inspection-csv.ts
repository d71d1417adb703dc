/** The figures of the inspection page as CSV, in the order of its table. */
import type { InspectionGroup } from '../domain/inspection-view.ts'
import type { Lang } from '../text/lang.ts'
import { buildFigureCsv } from './figure-csv.ts'

export function buildInspectionCsv(
  groups: readonly InspectionGroup[],
  lang: Lang,
  knownDay: string,
): string {
  const figures = groups.flatMap(({ series, figures: points }) =>
    points.map(({ indicator, point, doubts }) => ({
      indicator,
      region: series.region,
      reading: point.reading,
      statement: point.statement,
      source: point.source,
      doubts,
    })),
  )
  return buildFigureCsv(figures, lang, knownDay)
}
