/** Rows of the table of figures: points in the order of time, with a row where a series is broken. */
import type { Break } from '../contract/catalog.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { containsBreak, parseDay } from '../domain/period.ts'
import type { Point } from '../domain/point.ts'
import type { Series } from '../domain/series.ts'
import { formatBreakRow } from '../text/break-text.ts'
import type { Lang } from '../text/lang.ts'
import { fullWidthPunctuation } from '../text/rich.ts'

export type FigureRowPlan =
  | {
      readonly kind: 'point'
      readonly key: string
      readonly point: Point
      /** The break that lies inside the period, so that it belongs to neither side. */
      readonly across?: Break
    }
  | { readonly kind: 'break'; readonly key: string; readonly text: string }

export interface FigureGroup {
  readonly key: string
  readonly name: string
  readonly region: string
  readonly isPeer: boolean
  /** True for the series that the panel leads with. */
  readonly isMain: boolean
  readonly rows: readonly FigureRowPlan[]
}

/** A break stands between the last point before it and the first after it, where there are both. */
function withBreaks(series: Series, points: readonly Point[], lang: Lang): FigureRowPlan[] {
  const rows: FigureRowPlan[] = points.map((point) => {
    const across = series.breaks.find((cut) => containsBreak(point.period, cut.from))
    return { kind: 'point', key: point.period.text, point, ...(across ? { across } : {}) }
  })
  for (const cut of series.breaks) {
    const day = parseDay(cut.from)
    const at = rows.findIndex((row) => row.kind === 'point' && row.point.period.end > day)
    if (at <= 0) continue
    rows.splice(at, 0, { kind: 'break', key: cut.from, text: formatBreakRow(cut, lang) })
  }
  return rows
}

function groupName(series: Series, lang: Lang): string {
  const region = series.region.name[lang]
  const breakdown = series.breakdown === undefined ? '' : fullWidthPunctuation(series.breakdown)
  return breakdown === '' ? region : `${region} · ${breakdown}`
}

/** Groups of rows, own region first; of `monthsApart` the months stand elsewhere. */
export function planFigureRows(
  view: IndicatorView,
  lang: Lang,
  monthsApart?: Series,
): readonly FigureGroup[] {
  const own = view.series.map((series) => ({ series, isPeer: false }))
  const peers = view.peers.map((series) => ({ series, isPeer: true }))
  return [...own, ...peers]
    .map(({ series, isPeer }): FigureGroup => {
      const points = series.points.filter(
        ({ period }) => series !== monthsApart || period.kind !== 'month',
      )
      return {
        key: `${series.region.code}|${series.breakdown ?? ''}`,
        name: groupName(series, lang),
        region: series.region.code,
        isPeer,
        isMain: series === view.main,
        rows: withBreaks(series, points, lang),
      }
    })
    .filter((group) => group.rows.length > 0)
}
