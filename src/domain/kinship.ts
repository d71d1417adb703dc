/**
 * Which indicators belong together, read from their ids: an id that extends another's is its part
 * (`green-factories-national` of `green-factories`), and `<stem>-rank` ranks what begins with the stem.
 */
import type { Catalog, Indicator } from '../contract/catalog.ts'

interface Family {
  readonly parents: ReadonlyMap<string, Indicator>
  readonly children: ReadonlyMap<string, readonly Indicator[]>
}

/** A catalog never changes, and every view of every indicator asks for its relations. */
const families = new WeakMap<Catalog, Family>()

/** The longest beginning of an id, cut at a hyphen, that is an id itself. */
function findParent(id: string, byId: ReadonlyMap<string, Indicator>): Indicator | undefined {
  for (let at = id.lastIndexOf('-'); at > 0; at = id.lastIndexOf('-', at - 1)) {
    const found = byId.get(id.slice(0, at))
    if (found) return found
  }
  return undefined
}

function familyOf(catalog: Catalog): Family {
  const known = families.get(catalog)
  if (known) return known
  const byId = new Map(catalog.indicators.map((indicator) => [indicator.id, indicator]))
  const parents = new Map<string, Indicator>()
  const children = new Map<string, Indicator[]>()
  for (const indicator of catalog.indicators) {
    const parent = findParent(indicator.id, byId)
    if (!parent) continue
    parents.set(indicator.id, parent)
    children.set(parent.id, [...(children.get(parent.id) ?? []), indicator])
  }
  const family = { parents, children }
  families.set(catalog, family)
  return family
}

/** The closest indicator whose id this one extends. */
export function parentOf(indicator: Indicator, catalog: Catalog): Indicator | undefined {
  return familyOf(catalog).parents.get(indicator.id)
}

/** In the order of the catalog. */
export function childrenOf(indicator: Indicator, catalog: Catalog): readonly Indicator[] {
  return familyOf(catalog).children.get(indicator.id) ?? []
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
