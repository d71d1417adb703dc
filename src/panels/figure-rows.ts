/** Rows of the table of figures: points in the order of time, with a row where a series is broken. */
import type { Break } from '../contract/catalog.ts'
import { breakWithin, partAtBreaks } from '../domain/break-place.ts'
import type { CrossDispute } from '../domain/cross-dispute.ts'
import { doubtsAbout } from '../domain/doubt.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Point } from '../domain/point.ts'
import type { Series } from '../domain/series.ts'
import { formatBreakRow } from '../text/break-text.ts'
import { formatDoubts } from '../text/doubt-text.ts'
import type { Lang } from '../text/lang.ts'
import { fullWidthPunctuation } from '../text/rich.ts'

export type FigureRowPlan =
  | {
      readonly kind: 'point'
      readonly key: string
      readonly point: Point
      /** The break that lies inside the period, so that it belongs to neither side. */
      readonly across?: Break
      /** What other documents say against it, in words. */
      readonly doubt?: string
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

function rowsOf(
  series: Series,
  points: readonly Point[],
  crossed: readonly CrossDispute[],
  lang: Lang,
): FigureRowPlan[] {
  return partAtBreaks(points, series.breaks).map((each): FigureRowPlan => {
    if (each.kind === 'break') {
      const { cut } = each
      return { kind: 'break', key: cut.from, text: formatBreakRow(cut, lang) }
    }
    const { point } = each
    const across = breakWithin(point.period, series.breaks)
    const doubt = formatDoubts(doubtsAbout(point, series, crossed), series.indicator, lang)
    return {
      kind: 'point',
      key: point.period.text,
      point,
      ...(across ? { across } : {}),
      ...(doubt === '' ? {} : { doubt }),
    }
  })
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
        rows: rowsOf(series, points, view.crossDisputes, lang),
      }
    })
    .filter((group) => group.rows.length > 0)
}
