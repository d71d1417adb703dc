/** Breaks that a figure itself brings: status `B` says that from its period on another definition holds. */
import type { Break, Indicator, Region } from '../contract/catalog.ts'
import { dayText, parseDay } from './period.ts'
import type { Point } from './point.ts'

/** The day is known to the catalog already where a break of its own lies within the period. */
function isListed({ period }: Point, listed: readonly Break[]): boolean {
  return listed.some(({ from }) => {
    const day = parseDay(from)
    return period.start <= day && day < period.end
  })
}

/**
 * One break for each `B` point, from the first day of its period. The reason is the point's note,
 * and empty where it has none; `listed` are the breaks of the catalog for the same series.
 */
export function statusBreaks(
  points: readonly Point[],
  listed: readonly Break[],
  { indicator, region }: { readonly indicator: Indicator; readonly region: Region },
): readonly Break[] {
  return points
    .filter((point) => point.status === 'B' && !isListed(point, listed))
    .map(({ period, statement }) => ({
      indicator: indicator.id,
      region: region.code,
      from: dayText(period.start),
      reason: statement.note ?? '',
    }))
}
