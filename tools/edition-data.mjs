/** A plugin of the build: puts the data of one edition, and what else lies in public/, into dist. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run-command.mjs'

const PUBLIC = join(ROOT, 'public')

/**
 * What pages and data of a build are made from.
 * @typedef {object} EditionFiles
 * @property {Uint8Array} manifest
 * @property {ReadonlyMap<string, Uint8Array>} files by path below the data folder
 */

/**
 * The generation that is shipped with this build: nothing older is taken in later, even on a device
 * whose storage was wiped.
 * @param {Uint8Array} manifest
 * @returns {{ dataset: string, seq: number, sha256: string }}
 */
export function buildFloorOf(manifest) {
  const { dataset, seq } = JSON.parse(Buffer.from(manifest).toString('utf8'))
  return { dataset, seq, sha256: createHash('sha256').update(manifest).digest('hex') }
}

/** Everything in public/ but the data. */
function publicFiles() {
  const names = readdirSync(PUBLIC, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(PUBLIC.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !name.startsWith('data/') && !name.startsWith('.'))
    .sort()
}

/**
 * Vite would copy public/ as it is, with data of every edition: it is told not to (`copyPublicDir`),
 * so that no byte of the other edition is ever written.
 * @param {{ edition: EditionFiles, schemas: ReadonlyMap<string, Uint8Array>, written: readonly string[] }} options
 *   `written` are files of public/ that another plugin writes
 * @returns {import('vite').Plugin}
 */
export function editionData({ edition, schemas, written }) {
  return {
    name: 'qinglan-edition-data',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        // The service worker is a build of its own.
        if (!bundle['index.html']) return
        for (const fileName of publicFiles()) {
          if (written.includes(fileName)) continue
          this.emitFile({ type: 'asset', fileName, source: readFileSync(join(PUBLIC, fileName)) })
        }
        const data = new Map([...edition.files, ...schemas, ['manifest.json', edition.manifest]])
        for (const [path, source] of data) {
          this.emitFile({ type: 'asset', fileName: `data/${path}`, source })
        }
      },
    },
  }
}
