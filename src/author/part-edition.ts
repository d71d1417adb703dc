/**
 * Part of the published data, for a file that travels: what was published until a day, some themes
 * only, or both. A part is a data set of its own name, so that nothing takes it for the whole: what is
 * whole would find snapshots vanished or rewritten in it, and refuse them with a reason that misleads.
 */
import type { Catalog } from '../contract/catalog.ts'
import type { FilePart } from '../contract/file-block.ts'
import type { FileEntry, Manifest } from '../contract/manifest.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { INSPECTION_IDS } from '../domain/inspection.ts'
import { nameByContent } from './plan-generation.ts'
import type { Published, PublishedFiles } from './published.ts'
import { encodeText } from './sha256.ts'
import { writeCatalog, writeManifest, writeSnapshot } from './write-json.ts'

const PART_END = '-part'

/** A part of a part is a part. */
function partName(dataset: string): string {
  return dataset.endsWith(PART_END) ? dataset : `${dataset}${PART_END}`
}

/** The same object where all themes are wanted. */
function catalogPart(catalog: Catalog, themes: ReadonlySet<string> | null): Catalog {
  if (!themes) return catalog
  const indicators = catalog.indicators.filter(({ theme }) => themes.has(theme))
  const ids = new Set(indicators.map(({ id }) => id))
  return {
    ...catalog,
    themes: catalog.themes.filter(({ id }) => themes.has(id)),
    indicators,
    breaks: catalog.breaks.filter(({ indicator }) => ids.has(indicator)),
  }
}

/** Lists of tasks belong to the theme of the inspection's figures. */
function withoutOthers(snapshot: Snapshot, { indicators }: Catalog): Snapshot {
  const ids = new Set(indicators.map(({ id }) => id))
  const { tasks, ...rest } = snapshot
  const observations = snapshot.observations.filter(({ indicator }) => ids.has(indicator))
  const targets = snapshot.targets.filter(({ indicator }) => ids.has(indicator))
  const hasTasks = tasks !== undefined && ids.has(INSPECTION_IDS.tasks)
  return { ...rest, observations, targets, ...(hasTasks ? { tasks } : {}) }
}

function isEmpty({ observations, targets, tasks = [] }: Snapshot): boolean {
  return observations.length + targets.length + tasks.length === 0
}

/** What names a publication that is not in the part goes without its name. */
function withoutStrangers(snapshot: Snapshot, ids: ReadonlySet<string>): Snapshot {
  const observations = snapshot.observations.map((observation) => {
    const { contradicts, ...rest } = observation
    return contradicts === undefined || ids.has(contradicts) ? observation : rest
  })
  return { ...snapshot, observations }
}

/** Publications stay or go with all their revisions, which are counted without gaps. */
function snapshotsOf(
  { snapshots }: Published,
  catalog: Catalog,
  { asOf, themes }: FilePart,
): readonly { readonly old: Snapshot; readonly made: Snapshot }[] {
  const known = snapshots.filter(({ published }) => asOf === null || published <= asOf)
  const cut = known.map((old) => ({ old, made: themes ? withoutOthers(old, catalog) : old }))
  const ids = new Set(cut.filter(({ made }) => !themes || !isEmpty(made)).map(({ old }) => old.id))
  return cut
    .filter(({ old }) => ids.has(old.id))
    .map(({ old, made }) => ({ old, made: withoutStrangers(made, ids) }))
}

/** Files that say the same are taken byte by byte, under their own names. */
class Files {
  readonly made = new Map<string, Uint8Array>()
  readonly #old: PublishedFiles

  constructor(old: PublishedFiles) {
    this.#old = old
  }

  enter(known: FileEntry, stem: string, before: string, now: string): FileEntry {
    const bytes = this.#old.files.get(known.path)
    if (bytes && before === now) {
      this.made.set(known.path, bytes)
      return { path: known.path, bytes: known.bytes, sha256: known.sha256 }
    }
    const { entry, file } = nameByContent(stem, now)
    this.made.set(file.path, file.bytes)
    return entry
  }
}

/** `published` is what `files` hold. The counter and the time of the manifest stay. */
export function makePart(
  files: PublishedFiles,
  published: Published,
  part: FilePart,
): PublishedFiles {
  const { manifest } = published
  const catalog = catalogPart(published.catalog, part.themes && new Set(part.themes))
  const entries = new Map(published.snapshots.map((each, at) => [each, manifest.snapshots[at]]))
  const out = new Files(files)
  const named: Manifest = {
    ...manifest,
    dataset: partName(manifest.dataset),
    catalog: out.enter(
      manifest.catalog,
      'catalog',
      writeCatalog(published.catalog),
      writeCatalog(catalog),
    ),
    snapshots: snapshotsOf(published, catalog, part).flatMap(({ old, made }) => {
      const entry = entries.get(old)
      if (!entry) return []
      const { id, revision, published: day } = old
      const file = out.enter(entry, `snapshots/${id}`, writeSnapshot(old), writeSnapshot(made))
      return [{ id, revision, published: day, ...file }]
    }),
  }
  return { manifest: encodeText(writeManifest(named)), files: out.made }
}
