/** How high an indicator's own picture is, in px of a laptop screen: two points need no hall. */
import type { IndicatorView } from '../domain/indicator-view.ts'

const FEW_POINTS = 4

export function pictureHeightPx(view: IndicatorView): number {
  const points = [...view.series, ...view.peers].reduce(
    (sum, series) => sum + series.points.length,
    0,
  )
  if (points <= FEW_POINTS) return 240
  return view.form === 'stretches' ? 400 : 320
}
