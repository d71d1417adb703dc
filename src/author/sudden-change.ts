/** A new figure more than ten times away from what is published is asked about before it is taken. */
import type { Catalog } from '../contract/catalog.ts'
import type { Issue } from '../contract/issue.ts'
import type { Observation, Snapshot } from '../contract/snapshot.ts'
import { seriesKey } from '../contract/statement.ts'
import {
  decimalOf,
  decimalToNumber,
  multiply,
  shiftPoint,
  type Decimal,
} from '../domain/decimal.ts'
import { periodOf } from '../domain/period.ts'
import { findUnit, isSameDimension, knownUnits } from '../domain/unit.ts'
import { indexCatalog } from './catalog-index.ts'
import { formatFigure } from './figure-words.ts'
import type { FigureRow } from './observation-rows.ts'
import { suddenChange } from './publishing-messages.ts'
import { toIssue } from './refusal.ts'
import { standingFigures, type PublishedFigure } from './standing-figures.ts'

/** Months compare with months, years with years. */
function comparisonKey(observation: Observation): string {
  return `${seriesKey(observation)}|${periodOf(observation.period).kind}`
}

function isComparable({ value }: Observation): boolean {
  return value !== null && value !== 0
}

/** Series and kind of period → its published figures that can be compared. */
function indexFigures(
  published: readonly Snapshot[],
): ReadonlyMap<string, readonly PublishedFigure[]> {
  const index = new Map<string, PublishedFigure[]>()
  for (const figure of standingFigures(published)) {
    if (!isComparable(figure.observation)) continue
    const key = comparisonKey(figure.observation)
    const figures = index.get(key)
    if (figures) figures.push(figure)
    else index.set(key, [figure])
  }
  return index
}

/** In the base unit of its dimension, without a sign; exact, as only multiplications are needed. */
function magnitude({ value, decimals, unit }: Observation): Decimal | null {
  const scale = findUnit(unit)
  if (value === null || !scale) return null
  return shiftPoint(multiply(decimalOf(Math.abs(value), decimals), scale.multiple), scale.power)
}

function isMoreThanTenfold(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale)
  const left = a.digits * 10n ** BigInt(scale - a.scale)
  const right = b.digits * 10n ** BigInt(scale - b.scale)
  return left > right * 10n || right > left * 10n
}

function farness(a: Decimal, b: Decimal): number {
  return Math.abs(Math.log10(decimalToNumber(a) / decimalToNumber(b)))
}

/** The unit in which the same number is less than ten times away: the published one, else the nearest. */
function findLikelyUnit(
  figure: Observation,
  publishedIn: string,
  before: Decimal,
): string | undefined {
  const fitting = knownUnits().flatMap((unit) => {
    if (unit === figure.unit || !isSameDimension(unit, figure.unit)) return []
    const now = magnitude({ ...figure, unit })
    return now && !isMoreThanTenfold(now, before) ? [{ unit, far: farness(now, before) }] : []
  })
  if (fitting.some(({ unit }) => unit === publishedIn)) return publishedIn
  return fitting.sort((a, b) => a.far - b.far)[0]?.unit
}

/** Compares with the published figure that is nearest in time. */
function findSuddenChange(
  { figure, path }: FigureRow<Observation>,
  figures: readonly PublishedFigure[],
): Issue | undefined {
  const { end } = periodOf(figure.period)
  const distance = ({ observation }: PublishedFigure) =>
    Math.abs(periodOf(observation.period).end - end)
  const [first, ...others] = figures
  if (!first) return undefined
  const nearest = others.reduce((best, o) => (distance(o) < distance(best) ? o : best), first)
  const [now, before] = [magnitude(figure), magnitude(nearest.observation)]
  if (!now || !before || !isMoreThanTenfold(now, before)) return undefined
  const { observation, publication } = nearest
  const refusal = suddenChange({
    found: formatFigure(figure),
    earlier: formatFigure(observation),
    period: observation.period,
    from: publication,
    likelyUnit: findLikelyUnit(figure, observation.unit, before),
  })
  return toIssue(path('value'), refusal)
}

/** Never within one import, never for ranks or zeros. */
export function findSuddenChanges(
  rows: readonly FigureRow<Observation>[],
  catalog: Catalog,
  published: readonly Snapshot[],
): Issue[] {
  const { indicators } = indexCatalog(catalog)
  const figures = indexFigures(published)
  return rows.flatMap((row) => {
    const isRank = indicators.get(row.figure.indicator)?.accumulation === 'rank'
    if (isRank || !isComparable(row.figure)) return []
    return findSuddenChange(row, figures.get(comparisonKey(row.figure)) ?? []) ?? []
  })
}
