/** The data of one edition of a build: everything, or what the public may have. */
import { INTERNAL_END } from '../contract/edition-name.ts'
import type { FileEntry, Manifest } from '../contract/manifest.ts'
import { believe } from './believe.ts'
import { nameByContent } from './plan-generation.ts'
import { takeInternalOut } from './public-edition.ts'
import type { Published, PublishedFiles } from './published.ts'
import { encodeText } from './sha256.ts'
import { writeCatalog, writeManifest, writeSnapshot } from './write-json.ts'

export const EDITIONS = ['public', 'internal'] as const
export type Edition = (typeof EDITIONS)[number]

/** Only what the manifest names: older files in the folder may hold what has become internal since. */
function listed(files: PublishedFiles, { catalog, snapshots }: Manifest) {
  return [catalog, ...snapshots].flatMap(({ path }): [string, Uint8Array][] => {
    const bytes = files.files.get(path)
    return bytes ? [[path, bytes]] : []
  })
}

function publicFiles(files: PublishedFiles, published: Published): PublishedFiles {
  const { catalog, snapshots } = takeInternalOut(published)
  const old = new Map(
    published.snapshots.map((each, at) => [each, published.manifest.snapshots[at]]),
  )
  const made = new Map<string, Uint8Array>()
  /** Rewritten, and so named anew, only where something was taken out. */
  const enter = (known: FileEntry | undefined, stem: string, text: () => string): FileEntry => {
    const bytes = known && files.files.get(known.path)
    if (known && bytes) {
      made.set(known.path, bytes)
      return known
    }
    const { entry, file } = nameByContent(stem, text())
    made.set(file.path, file.bytes)
    return entry
  }
  const isSameCatalog = catalog === published.catalog
  const manifest: Manifest = {
    ...published.manifest,
    catalog: enter(isSameCatalog ? published.manifest.catalog : undefined, 'catalog', () =>
      writeCatalog(catalog),
    ),
    snapshots: snapshots.map((snapshot) => {
      const { id, revision, published: day } = snapshot
      const entry = enter(old.get(snapshot), `snapshots/${id}`, () => writeSnapshot(snapshot))
      return { id, revision, published: day, ...entry }
    }),
  }
  const isSame =
    isSameCatalog &&
    manifest.snapshots.length === published.manifest.snapshots.length &&
    snapshots.every((snapshot) => old.has(snapshot))
  return { manifest: isSame ? files.manifest : encodeText(writeManifest(manifest)), files: made }
}

/**
 * Throws where the data are not whole. The counter of the manifest stays; where nothing is internal,
 * the public edition is the published data byte by byte.
 */
export function makeEdition(files: PublishedFiles, edition: Edition): PublishedFiles {
  const published = believe(files)
  if (edition === 'public') return publicFiles(files, published)
  const { manifest } = published
  const named = { ...manifest, dataset: `${manifest.dataset}${INTERNAL_END}` }
  return {
    manifest: encodeText(writeManifest(named)),
    files: new Map(listed(files, manifest)),
  }
}
