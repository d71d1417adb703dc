/** Regions and indicators of rows that carry a name instead of the code → the code. */
import type { Catalog, Indicator, Region } from '../contract/catalog.ts'
import { foldFullWidth } from './full-width.ts'
import type { FigureRow } from './observation-rows.ts'
import type { Input } from './read-input.ts'

/** Name → key; a name that two records share stands for neither. */
function indexNames<T extends Indicator | Region>(
  records: readonly T[],
  keyOf: (record: T) => string,
): ReadonlyMap<string, string> {
  const keys = new Map<string, Set<string>>()
  for (const record of records) {
    for (const name of [record.name.zh, record.name.en].map(foldFullWidth)) {
      keys.set(name, (keys.get(name) ?? new Set()).add(keyOf(record)))
    }
  }
  const index = new Map<string, string>()
  keys.forEach((of, name) => {
    if (of.size === 1) of.forEach((key) => index.set(name, key))
  })
  return index
}

/** Only exact names, Chinese or English; whatever is no name stays, to be judged as a code. */
export function resolveNames(input: Input, { indicators, regions }: Catalog): Input {
  const indicatorIds = new Set(indicators.map(({ id }) => id))
  const regionCodes = new Set(regions.map(({ code }) => code))
  const idByName = indexNames(indicators, ({ id }) => id)
  const codeByName = indexNames(regions, ({ code }) => code)
  const resolve = <T extends { readonly indicator: string; readonly region: string }>(
    row: FigureRow<T>,
  ): FigureRow<T> => {
    const { indicator, region } = row.figure
    const id = indicatorIds.has(indicator) ? indicator : (idByName.get(indicator) ?? indicator)
    const code = regionCodes.has(region) ? region : (codeByName.get(region) ?? region)
    return { ...row, figure: { ...row.figure, indicator: id, region: code } }
  }
  return {
    ...input,
    observations: input.observations.map(resolve),
    targets: input.targets.map(resolve),
  }
}
