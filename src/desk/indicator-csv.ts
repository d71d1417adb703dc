/** The figures of an indicator's page as CSV. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Lang } from '../text/lang.ts'
import { buildFigureCsv } from './figure-csv.ts'

/** Own series first, then the regions above, then the targets. */
export function buildIndicatorCsv(view: IndicatorView, lang: Lang): string {
  const figures = [...view.series, ...view.peers].flatMap(({ indicator, region, points, breaks }) =>
    points.map(({ reading, statement, source }) => ({
      indicator,
      region,
      reading,
      statement,
      source,
      breaks,
    })),
  )
  return buildFigureCsv(figures, lang, view.knownDay ?? '', view)
}
