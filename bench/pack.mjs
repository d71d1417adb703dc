import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** What a web server packs; fonts and pictures are packed already. */
const TEXT = /\.(?:html|js|css|json|svg|txt|csv)$/

/**
 * Puts beside every text its brotli form at the highest level, as the server of a site would have it
 * beforehand; tools/serve.mjs sends that one.
 * @param {string} folder
 */
export function packFolder(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((each) => TEXT.test(each))) {
    const content = readFileSync(join(folder, name))
    const packed = brotliCompressSync(content)
    if (packed.length < content.length) writeFileSync(join(folder, `${name}.br`), packed)
  }
}

/**
 * A packed copy, so that what is to be published stays as it was built.
 * @param {string} from
 * @param {string} to
 */
export function copyPacked(from, to) {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
  packFolder(to)
}
