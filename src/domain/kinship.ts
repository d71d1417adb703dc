/**
 * Which indicators belong together, read from their ids: an id that extends another's is its part
 * (`green-factories-national` of `green-factories`), and `<stem>-rank` ranks what begins with the stem.
 */
import type { Catalog, Indicator } from '../contract/catalog.ts'

/** The closest indicator whose id this one extends. */
export function parentOf(indicator: Indicator, catalog: Catalog): Indicator | undefined {
  return catalog.indicators
    .filter((other) => indicator.id.startsWith(`${other.id}-`))
    .sort((a, b) => b.id.length - a.id.length)[0]
}

export function childrenOf(indicator: Indicator, catalog: Catalog): readonly Indicator[] {
  return catalog.indicators.filter((other) => parentOf(other, catalog)?.id === indicator.id)
}

/** The indicator that a rank ranks: the first of its theme that begins with the rank's stem. */
export function rankedBy(rank: Indicator, catalog: Catalog): Indicator | undefined {
  const stem = /^(.+)-rank$/.exec(rank.id)?.[1]
  if (stem === undefined || rank.accumulation !== 'rank') return undefined
  return catalog.indicators.find(
    (other) =>
      other.theme === rank.theme &&
      other.accumulation !== 'rank' &&
      (other.id === stem || other.id.startsWith(`${stem}-`)),
  )
}

/** The rank that belongs to an indicator, where there is one. */
export function rankOf(indicator: Indicator, catalog: Catalog): Indicator | undefined {
  return catalog.indicators.find((other) => rankedBy(other, catalog)?.id === indicator.id)
}

/** The indicator under which a row stands: its parent, or what it ranks. */
export function rowParentOf(indicator: Indicator, catalog: Catalog): Indicator | undefined {
  return parentOf(indicator, catalog) ?? rankedBy(indicator, catalog)
}
