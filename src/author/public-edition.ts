/**
 * The published data without anything internal. What the public edition once said of a snapshot it
 * must say for ever, because browsers refuse a snapshot that was rewritten or has vanished: so
 * everything here depends on the snapshot's own marks, and on marks that import keeps from changing.
 */
import type { Catalog } from '../contract/catalog.ts'
import type { Audience } from '../contract/fields.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import type { Published } from './published.ts'

interface Marked {
  readonly audience?: Audience | undefined
}

export function isInternal({ audience }: Marked): boolean {
  return audience === 'internal'
}

export interface InternalIds {
  readonly indicators: ReadonlySet<string>
  /** A publication goes as a whole: its revisions are counted without gaps. */
  readonly publications: ReadonlySet<string>
}

export function internalIds({ catalog, snapshots }: Pick<Published, 'catalog' | 'snapshots'>) {
  return {
    indicators: new Set(catalog.indicators.filter(isInternal).map(({ id }) => id)),
    publications: new Set(snapshots.filter(isInternal).map(({ id }) => id)),
  } satisfies InternalIds
}

/** A theme whose indicators are all internal goes with them; one that had none stays. */
function publicCatalog(catalog: Catalog, { indicators: internal }: InternalIds): Catalog {
  if (internal.size === 0) return catalog
  const indicators = catalog.indicators.filter(({ id }) => !internal.has(id))
  const emptied = (id: string) =>
    catalog.indicators.some(({ theme }) => theme === id) &&
    !indicators.some(({ theme }) => theme === id)
  return {
    ...catalog,
    themes: catalog.themes.filter(({ id }) => !emptied(id)),
    indicators,
    breaks: catalog.breaks.filter(({ indicator }) => !internal.has(indicator)),
  }
}

/** The same object where nothing of it is internal. */
function publicSnapshot(snapshot: Snapshot, internal: InternalIds): Snapshot {
  const isPublic = (record: Marked & { readonly indicator: string }) =>
    !isInternal(record) && !internal.indicators.has(record.indicator)
  let isChanged = false
  const observations = snapshot.observations.filter(isPublic).map((observation) => {
    const { contradicts, ...rest } = observation
    if (contradicts === undefined || !internal.publications.has(contradicts)) return observation
    isChanged = true
    return rest
  })
  const targets = snapshot.targets.filter(isPublic)
  isChanged ||=
    observations.length < snapshot.observations.length || targets.length < snapshot.targets.length
  return isChanged ? { ...snapshot, observations, targets } : snapshot
}

/** Catalog and snapshots as the public may have them; what nothing was taken from is the same object. */
export function takeInternalOut(
  published: Pick<Published, 'catalog' | 'snapshots'>,
): Pick<Published, 'catalog' | 'snapshots'> {
  const internal = internalIds(published)
  return {
    catalog: publicCatalog(published.catalog, internal),
    snapshots: published.snapshots
      .filter(({ id }) => !internal.publications.has(id))
      .map((snapshot) => publicSnapshot(snapshot, internal)),
  }
}
