/** The figures of an indicator's page as CSV. */
import { doubtsAbout } from '../domain/doubt.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Lang } from '../text/lang.ts'
import { buildFigureCsv } from './figure-csv.ts'

/** Own series first, then the regions above, then the targets. */
export function buildIndicatorCsv(view: IndicatorView, lang: Lang): string {
  const figures = [...view.series, ...view.peers].flatMap((series) => {
    const { indicator, region, points, breaks } = series
    return points.map((point) => {
      const { reading, statement, source } = point
      const doubts = doubtsAbout(point, series, view.crossDisputes)
      return { indicator, region, reading, statement, source, breaks, doubts }
    })
  })
  return buildFigureCsv(figures, lang, view.knownDay ?? '', view)
}
