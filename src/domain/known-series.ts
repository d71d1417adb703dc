/** Series as known on a day: by region and breakdown, beside those of a whole and its parts. */
import type { Break, Indicator, Region } from '../contract/catalog.ts'
import type { Publication, Statement } from '../contract/statement.ts'
import { findExcess } from './excess.ts'
import { headlineOf } from './headline.ts'
import type { Evidence } from './evidence.ts'
import { childrenOf, parentOf } from './kinship.ts'
import { buildSeries, markContradictions, type Series } from './series.ts'
import { isKnown, standingStatements, type AsOf } from './standing.ts'

/** Evidence with what stands of it on a day. */
export interface Scope {
  readonly evidence: Evidence
  readonly asOf: AsOf
  readonly standing: ReadonlyMap<string, Publication>
}

/**
 * Breaks that may be spoken of on the day. The catalog does not say when a break became known, so
 * the day from which it holds is the best day there is: nobody knew of it before for certain.
 */
function knownBreaks({ evidence, asOf }: Scope): readonly Break[] {
  return evidence.catalog.breaks.filter(({ from }) => isKnown(from, asOf))
}

/** All series of an indicator in a region, one for each breakdown, the one with the latest headline first. */
export function seriesIn(indicator: Indicator, region: Region, scope: Scope): Series[] {
  const { evidence, standing } = scope
  const stated = evidence.statementsOf(indicator.id, region.code)
  const groups = new Map<string | undefined, Statement[]>()
  for (const statement of standingStatements(stated, standing)) {
    const group = groups.get(statement.breakdown)
    if (group) group.push(statement)
    else groups.set(statement.breakdown, [statement])
  }
  const breaks = knownBreaks(scope)
  return [...groups]
    .map(([breakdown, statements]) =>
      buildSeries(statements, {
        indicator,
        region,
        ...(breakdown === undefined ? {} : { breakdown }),
        breaks,
        standing,
      }),
    )
    .sort(byLatestHeadline)
}

function byLatestHeadline(a: Series, b: Series): number {
  const end = (series: Series) => headlineOf(series)?.period.end ?? -Infinity
  return end(b) - end(a) || ((a.breakdown ?? '') < (b.breakdown ?? '') ? -1 : 1)
}

/** The series of another indicator in the same region and breakdown. */
export function beside(other: Indicator, series: Series, scope: Scope): Series | undefined {
  if (other.id === series.indicator.id) return series
  return seriesIn(other, series.region, scope).find((each) => each.breakdown === series.breakdown)
}

/** Where the series and its parts, or its whole and the other parts, cannot all be right. */
export function withExcess(series: Series, scope: Scope): Series {
  const { catalog } = scope.evidence
  const excessIn = (whole: Series | undefined) =>
    whole
      ? findExcess(
          whole,
          childrenOf(whole.indicator, catalog).flatMap((child) => {
            const part = child.id === series.indicator.id ? series : beside(child, whole, scope)
            return part ? [part] : []
          }),
        )
      : []
  const parent = parentOf(series.indicator, catalog)
  const asPart = excessIn(parent && beside(parent, series, scope))
  const own = new Set(series.points)
  const found = [...excessIn(series), ...asPart.filter(({ point }) => own.has(point))]
  return found.length > 0 ? markContradictions(series, found) : series
}
