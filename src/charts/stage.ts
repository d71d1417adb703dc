/** A form's stage: who appears, in which style, on which plot. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { TargetView } from '../domain/target-view.ts'
import { castOf, type Cast } from './cast.ts'
import { styleOf, type ChartStyle } from './chart-style.ts'
import type { Frame } from './frame.ts'
import { breakHeaderPx, seenBreaks } from './seen-breaks.ts'
import { timeSpanOf, type TimeSpan } from './time-axis.ts'
import type { Plot } from './plot.ts'

/** What is known before the plot is laid out. */
export interface Setting {
  readonly view: IndicatorView
  readonly frame: Frame
  readonly style: ChartStyle
  readonly cast: Cast
  readonly span: TimeSpan
  readonly headerPx: number
}

export interface Stage extends Setting {
  readonly plot: Plot
}

/** True where another region stands in for the one asked for, so that its colour and name must say so. */
export function isForeign(view: IndicatorView): boolean {
  return view.region.code !== view.asked.code
}

/** Green is the city's alone. */
function quiet(style: ChartStyle): ChartStyle {
  const { other, rule } = style.palette
  return { ...style, palette: { ...style.palette, city: other, cityMid: other, citySoft: rule } }
}

/** Null for an indicator of which nothing is known. */
export function settingOf(view: IndicatorView, frame: Frame): Setting | null {
  const cast = castOf(view, frame)
  const span = timeSpanOf(view, frame.asOf)
  if (!cast || !span) return null
  const style = isForeign(view) ? quiet(styleOf(frame)) : styleOf(frame)
  const headerPx = breakHeaderPx(seenBreaks(cast, span), style)
  return { view, frame, style, cast, span, headerPx }
}

/** Targets that no later one of the same region replaces. */
export function isStanding(target: TargetView, targets: readonly TargetView[]): boolean {
  return !targets.some(
    (other) =>
      other.region.code === target.region.code &&
      other.target.basis === target.target.basis &&
      other.target.type === target.target.type &&
      other.period.end > target.period.end,
  )
}
