/** The one file of the data that the app ships. */
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PublishedFiles } from '../../../src/author/published.ts'
import { writeBlock, type FileBlock } from '../../../src/contract/file-block.ts'

// Not `new URL(path, import.meta.url)`: for component tests vite makes an asset's address of it.
const DATA = join(dirname(fileURLToPath(import.meta.url)), '../../../public/data/')

export function readShippedFiles(): PublishedFiles {
  const names = readdirSync(DATA, { recursive: true, encoding: 'utf8' })
  const listed = names.filter((name) => /^(?:snapshots\/|catalog\.).*\.json$/.test(name))
  return {
    manifest: new Uint8Array(readFileSync(`${DATA}manifest.json`)),
    files: new Map(listed.map((name) => [name, new Uint8Array(readFileSync(DATA + name))])),
  }
}

type Loose = Omit<FileBlock, 'format'>

export function blockOf({ manifest, files }: PublishedFiles, more: Partial<Loose> = {}): Loose {
  const decoder = new TextDecoder()
  return {
    made: null,
    part: null,
    manifest: decoder.decode(manifest),
    files: [...files].map(([path, bytes]) => ({ path, text: decoder.decode(bytes) })),
    ...more,
  }
}

export function writtenBlock(files: PublishedFiles, more: Partial<Loose> = {}): string {
  return writeBlock(blockOf(files, more))
}
