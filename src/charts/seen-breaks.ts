/** Which breaks a picture shows, and the room that their notes need above the plot. */
import type { Break } from '../contract/catalog.ts'
import { parseDay } from '../domain/period.ts'
import type { Cast } from './cast.ts'
import type { ChartStyle } from './chart-style.ts'
import type { TimeSpan } from './time-axis.ts'

/** Breaks on days that the picture shows. */
export function seenBreaks(cast: Cast, span: TimeSpan): readonly Break[] {
  const all = [cast.main, ...cast.companions].flatMap((series) => series.breaks)
  const byDay = new Map(all.map((cut) => [cut.from, cut]))
  return [...byDay.values()].filter((cut) => {
    const day = parseDay(cut.from)
    return span.start < day && day < span.end
  })
}

/** Height kept free above the plot: for the unit, and for two lines of note where there is a break. */
export function breakHeaderPx(breaks: readonly Break[], style: ChartStyle): number {
  return (breaks.length > 0 ? 40 : 30) * style.scale
}
