/** Which region's figures stand on a page, and which province or country stands beside them. */
import type { Catalog, Region } from '../contract/catalog.ts'

export function findRegion(catalog: Catalog, code: string): Region | undefined {
  return catalog.regions.find((region) => region.code === code)
}

/** Parent, grandparent … as far as the catalog knows them. */
export function ancestorsOf(region: Region, catalog: Catalog): readonly Region[] {
  const ancestors: Region[] = []
  let next = region.parent === undefined ? undefined : findRegion(catalog, region.parent)
  while (next && next.code !== region.code && !ancestors.includes(next)) {
    ancestors.push(next)
    next = next.parent === undefined ? undefined : findRegion(catalog, next.parent)
  }
  return ancestors
}

/**
 * The region to open with: the prefecture with the most districts in the catalog, which is the
 * city that the data set is about.
 */
export function homeRegion(catalog: Catalog): Region {
  const childCount = (region: Region) =>
    catalog.regions.filter((other) => other.parent === region.code).length
  const [first, ...others] = catalog.regions
  if (!first) throw new RangeError('the catalog knows no region')
  return others.reduce((best, region) => {
    const isBetter =
      region.level === 'prefecture' &&
      (best.level !== 'prefecture' || childCount(region) > childCount(best))
    return isBetter ? region : best
  }, first)
}

/**
 * The region to show: the one asked for, if there are figures for it; else the nearest above, else
 * the first. Where there is only one, that is it.
 */
export function chooseRegion(
  asked: Region,
  hasFigures: (region: Region) => boolean,
  catalog: Catalog,
): Region | undefined {
  if (hasFigures(asked)) return asked
  return ancestorsOf(asked, catalog).find(hasFigures) ?? catalog.regions.find(hasFigures)
}
