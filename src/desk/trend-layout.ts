/** Where the trends stand on the front page: by the form of their pictures, no two rows divided alike. */
import type { IndicatorView } from '../domain/indicator-view.ts'

export interface TrendSlot {
  readonly view: IndicatorView
  /** Columns of twelve. */
  readonly span: number
  readonly layout: 'wide' | 'beside' | 'stacked'
  /** Of the picture, in px of a laptop screen. */
  readonly heightPx: number
}

const THREE = [5, 4, 3] as const
const PAIR = [8, 4] as const

function isAcross(view: IndicatorView): boolean {
  return view.form === 'ranks'
}

/** Means need breadth for their months; everything else gets along with less. */
function byBreadth(a: IndicatorView, b: IndicatorView): number {
  const breadth = (view: IndicatorView) => (view.form === 'stretches' ? 0 : 1)
  return breadth(a) - breadth(b)
}

function pair(views: readonly IndicatorView[]): readonly TrendSlot[] {
  return views.map((view, i) => ({
    view,
    span: views.length === 1 ? 12 : (PAIR[i] ?? 4),
    layout: i === 0 ? 'wide' : 'stacked',
    heightPx: i === 0 ? 300 : 264,
  }))
}

function three(views: readonly IndicatorView[]): readonly TrendSlot[] {
  if (views.length < 3) return pair(views).map((slot) => ({ ...slot, heightPx: 200 }))
  return views.map((view, i) => ({
    view,
    span: THREE[i] ?? 4,
    layout: 'stacked',
    heightPx: 196,
  }))
}

/** One pair with a wide picture, ranks across the whole width, then the others three to a row. */
export function arrangeTrends(views: readonly IndicatorView[]): readonly TrendSlot[] {
  const [across, others] = [views.filter(isAcross), views.filter((view) => !isAcross(view))]
  const wide = [...others].sort(byBreadth)
  const first = wide[0]?.form === 'stretches' ? wide.slice(0, 1) : []
  const beside = first.length > 0 ? wide.find((view) => view.form === 'columns') : undefined
  const pairViews = [...first, ...(beside ? [beside] : [])]
  const rest = others.filter((view) => !pairViews.includes(view))
  const rows: TrendSlot[] = []
  for (let at = 0; at < rest.length; at += 3) rows.push(...three(rest.slice(at, at + 3)))
  const bands = across.map((view): TrendSlot => ({
    view,
    span: 12,
    layout: 'beside',
    heightPx: 216,
  }))
  return [...pair(pairViews), ...bands, ...rows]
}
