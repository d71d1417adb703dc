import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Catalog } from '../../../src/contract/catalog.ts'
import type { Checked } from '../../../src/contract/issue.ts'
import type { FileEntry, Manifest } from '../../../src/contract/manifest.ts'
import { parseCatalog, parseManifest, parseSnapshot } from '../../../src/contract/parse.ts'
import type { Snapshot } from '../../../src/contract/snapshot.ts'

// Not `new URL(path, import.meta.url)`: for component tests vite makes an asset's address of it.
const DATA = join(dirname(fileURLToPath(import.meta.url)), '../../../public/data/')

function valueOf<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues))
  return checked.value
}

/** A file of the shipped data whose bytes are those that the manifest names. */
function readEntry({ path, bytes, sha256 }: FileEntry): string {
  const content = readFileSync(DATA + path)
  const found = createHash('sha256').update(content).digest('hex')
  if (content.length !== bytes || found !== sha256) throw new Error(`${path} is not as listed`)
  return content.toString('utf8')
}

/** What the app ships, read as the app reads it. */
export function readShipped(): { manifest: Manifest; catalog: Catalog; snapshots: Snapshot[] } {
  const manifest = valueOf(parseManifest(readFileSync(`${DATA}manifest.json`, 'utf8')))
  return {
    manifest,
    catalog: valueOf(parseCatalog(readEntry(manifest.catalog))),
    snapshots: manifest.snapshots.map((entry) => valueOf(parseSnapshot(readEntry(entry)))),
  }
}
