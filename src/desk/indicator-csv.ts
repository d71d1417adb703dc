/** The figures of an indicator's page as CSV. */
import { doubtsAbout } from '../domain/doubt.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Lang } from '../text/lang.ts'
import { buildFigureCsv } from './figure-csv.ts'

/** What a page shows, or the figures of all regions, which have no peers beside them. */
type Exported = Pick<
  IndicatorView,
  'indicator' | 'series' | 'judgements' | 'crossDisputes' | 'knownDay'
> &
  Partial<Pick<IndicatorView, 'peers'>>

/** Own series first, then the regions above, then the targets. */
export function buildIndicatorCsv(view: Exported, lang: Lang): string {
  const figures = [...view.series, ...(view.peers ?? [])].flatMap((series) => {
    const { indicator, region, points, breaks } = series
    return points.map((point) => {
      const { reading, statement, source } = point
      const doubts = doubtsAbout(point, series, view.crossDisputes)
      return { indicator, region, reading, statement, source, breaks, doubts }
    })
  })
  return buildFigureCsv(figures, lang, view.knownDay ?? '', view)
}
