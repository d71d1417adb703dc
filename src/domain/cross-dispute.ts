/**
 * Contradictions between figures of two indicators: 1755 villages "all covered" against 1826 villages
 * in all. A row names the publication that says otherwise, and its note prints the figure.
 */
import type { Indicator, Region } from '../contract/catalog.ts'
import type { Statement } from '../contract/statement.ts'
import type { Contradiction } from './contradiction.ts'
import type { Scope } from './known-series.ts'
import type { Vintage } from './point.ts'
import { periodOf, type Period } from './period.ts'
import { readObservation } from './reading.ts'
import type { Series } from './series.ts'
import { compareContents, comparePrecedence, standingStatements } from './standing.ts'

export interface ForeignFigure extends Vintage {
  readonly indicator: Indicator
  readonly period: Period
}

/** The figure that is disputed, and the one of another indicator that does not go with it. */
export interface CrossDispute {
  readonly region: Region
  /** Of the publication whose row names the other. */
  readonly later: ForeignFigure
  readonly earlier: ForeignFigure
}

function stemOf({ id }: Indicator): string {
  return id.split('-')[0] ?? id
}

/** Indicators of one theme and unit whose ids begin with the same word. */
function siblingsOf(indicator: Indicator, { evidence }: Scope): readonly Indicator[] {
  return evidence.catalog.indicators.filter(
    (other) =>
      other !== indicator &&
      other.theme === indicator.theme &&
      other.unit === indicator.unit &&
      stemOf(other) === stemOf(indicator),
  )
}

/** "1826个" as a whole number of the note, not as the end of 31826个. */
function isPrintedIn(note: string, { value, decimals, unit }: Statement): boolean {
  if (value === null) return false
  const printed = value.toFixed(decimals) + unit
  const at = note.indexOf(printed)
  return at >= 0 && !/[\d.]/.test(note[at - 1] ?? '')
}

function figuresOf(indicator: Indicator, region: Region, scope: Scope): ForeignFigure[] {
  const stated = scope.evidence.statementsOf(indicator.id, region.code)
  return standingStatements(stated, scope.standing).flatMap((statement): ForeignFigure[] => {
    const source = scope.standing.get(statement.publication)
    const reading = readObservation(statement, indicator.unit)
    const period = periodOf(statement.period)
    return source ? [{ statement, source, reading, indicator, period }] : []
  })
}

function disputesBetween(
  later: readonly ForeignFigure[],
  earlier: readonly ForeignFigure[],
  region: Region,
): CrossDispute[] {
  return later.flatMap((one) => {
    const { contradicts, note = '' } = one.statement
    if (contradicts === undefined) return []
    return earlier
      .filter(({ source, statement }) => source.id === contradicts && isPrintedIn(note, statement))
      .map((other) => ({ region, later: one, earlier: other }))
  })
}

/** Disputes of a series with figures of other indicators, whichever of the two names the other. */
export function crossDisputes(
  { indicator, region }: Pick<Series, 'indicator' | 'region'>,
  scope: Scope,
): readonly CrossDispute[] {
  const siblings = siblingsOf(indicator, scope)
  if (siblings.length === 0) return []
  const names = ({ id }: Indicator) =>
    scope.evidence.statementsOf(id, region.code).some((each) => each.contradicts !== undefined)
  // Looked at first, because it is rare and every figure of the siblings would have to be read.
  if (![indicator, ...siblings].map(names).includes(true)) return []
  const own = figuresOf(indicator, region, scope)
  return siblings
    .flatMap((sibling) => {
      const others = figuresOf(sibling, region, scope)
      return [...disputesBetween(own, others, region), ...disputesBetween(others, own, region)]
    })
    .sort(
      (a, b) =>
        comparePrecedence(a.later.source, b.later.source) ||
        compareContents(a.later.statement, b.later.statement) ||
        compareContents(a.earlier.statement, b.earlier.statement),
    )
}

/** Contradictions less those that are told here with both figures. */
export function withoutCrossed(
  contradictions: readonly Contradiction[],
  crossed: readonly CrossDispute[],
): readonly Contradiction[] {
  return contradictions.filter(
    ({ point, other }) =>
      other !== undefined || !crossed.some(({ later }) => later.statement === point.statement),
  )
}
