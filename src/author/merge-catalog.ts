/** Published catalog + rows of the input → the catalog afterwards. Nothing is ever removed. */
import { CATALOG_FORMAT, type Catalog } from '../contract/catalog.ts'
import type { Issue } from '../contract/issue.ts'
import { findUnit, isSameDimension } from '../domain/unit.ts'
import { candidatesOf, indexCatalog } from './catalog-index.ts'
import { checkUnit } from './check-figure.ts'
import type { ColumnName } from './column-names.ts'
import { unknownIndicator, unknownRegion, unknownTheme } from './meaning-messages.ts'
import { nearestNames, type Candidate } from './nearest-name.ts'
import { unitOfPublished } from './publishing-messages.ts'
import type { Input, Placed } from './read-input.ts'
import { breakKey } from './record-key.ts'
import { toIssue, type Refusal } from './refusal.ts'
import { repeatedRecord } from './table-messages.ts'

export interface MergedCatalog {
  readonly catalog: Catalog
  readonly issues: readonly Issue[]
}

export const EMPTY_CATALOG: Catalog = {
  format: CATALOG_FORMAT,
  themes: [],
  indicators: [],
  regions: [],
  breaks: [],
}

/** Input rows update published records of the same key in place; new ones follow. */
function mergeRecords<T extends object>(
  published: readonly T[],
  rows: readonly Placed<T>[],
  keyOf: (record: T) => string,
  keyColumn: ColumnName,
  issues: Issue[],
): T[] {
  const stated = new Map<string, T>()
  for (const { record, path } of rows) {
    const key = keyOf(record)
    const earlier = stated.get(key)
    if (earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(record)) {
      issues.push(toIssue(path(keyColumn), repeatedRecord(key)))
    }
    stated.set(key, record)
  }
  const merged = new Map(published.map((record) => [keyOf(record), record]))
  stated.forEach((record, key) => merged.set(key, { ...merged.get(key), ...record }))
  return [...merged.values()]
}

/** Every name in the rows of the input must exist in the catalog afterwards. */
function checkReferences(catalog: Catalog, input: Input): Issue[] {
  const { themes, indicators, regions } = indexCatalog(catalog)
  const issues: Issue[] = []
  const check = (
    path: string,
    name: string | undefined,
    known: ReadonlyMap<string, unknown>,
    candidates: () => readonly Candidate[],
    refuse: (found: string, near: readonly string[]) => Refusal,
  ) => {
    if (name === undefined || known.has(name) || input.refusedIds.has(name)) return
    issues.push(toIssue(path, refuse(name, nearestNames(name, candidates()))))
  }
  const regionCandidates = () => candidatesOf(regions)
  for (const { record, path } of input.indicators) {
    check(path('theme'), record.theme, themes, () => candidatesOf(themes), unknownTheme)
    const refusal = checkUnit(record.unit, undefined)
    if (refusal) issues.push(toIssue(path('unit'), refusal))
  }
  for (const { record, path } of input.regions) {
    check(path('parent'), record.parent, regions, regionCandidates, unknownRegion)
  }
  for (const { record, path } of input.breaks) {
    const { indicator, region } = record
    check(
      path('indicator'),
      indicator,
      indicators,
      () => candidatesOf(indicators),
      unknownIndicator,
    )
    check(path('region'), region, regions, regionCandidates, unknownRegion)
  }
  return issues
}

/** Published figures must stay convertible to their indicator's unit. */
function checkUnitsKept(published: Catalog, input: Input): Issue[] {
  const { indicators } = indexCatalog(published)
  return input.indicators.flatMap(({ record, path }) => {
    const earlier = indicators.get(record.id)
    if (!earlier || !findUnit(record.unit)) return []
    if (isSameDimension(earlier.unit, record.unit)) return []
    return [toIssue(path('unit'), unitOfPublished(record.unit, earlier.unit))]
  })
}

export function mergeCatalog(published: Catalog, input: Input): MergedCatalog {
  const issues: Issue[] = []
  const catalog: Catalog = {
    format: CATALOG_FORMAT,
    themes: mergeRecords(published.themes, input.themes, ({ id }) => id, 'id', issues),
    indicators: mergeRecords(published.indicators, input.indicators, ({ id }) => id, 'id', issues),
    regions: mergeRecords(published.regions, input.regions, ({ code }) => code, 'code', issues),
    breaks: mergeRecords(published.breaks, input.breaks, breakKey, 'indicator', issues),
  }
  issues.push(...checkReferences(catalog, input), ...checkUnitsKept(published, input))
  return { catalog, issues }
}
