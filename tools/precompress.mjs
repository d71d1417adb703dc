/**
 * `node tools/precompress.mjs [folder]`: writes `<file>.br` and `<file>.gz` beside the texts of a
 * built folder, for a server that sends them as they are; `npm run build -- --compress` does it too.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Failure, runMain } from './failure.mjs'
import { isHashedName } from './hashed-name.mjs'
import { isPackable } from './packed.mjs'
import { ROOT } from './run-command.mjs'

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

/** @type {Readonly<Record<string, (bytes: Uint8Array) => Promise<Buffer>>>} */
const PACKERS = {
  '.br': (bytes) => promisify(brotliCompress)(bytes, BROTLI),
  '.gz': (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
}

/**
 * Whether a file may have a packed one beside it. Servers do not compare the two, and `data/` is
 * replaced alone: what keeps its name there would go on being sent as it was.
 * @param {string} path below the folder, with forward slashes
 * @param {number} size in bytes
 */
export function isPrecompressed(path, size) {
  return isPackable(path, size) && (!path.startsWith('data/') || isHashedName(path))
}

/**
 * @param {string} file
 * @returns {Promise<number>} how many files were written
 */
async function packFile(file) {
  const bytes = await readFile(file)
  const { atime, mtime } = await stat(file)
  let written = 0
  for (const [ending, pack] of Object.entries(PACKERS)) {
    const packed = await pack(bytes)
    if (packed.length >= bytes.length) continue
    await writeFile(file + ending, packed)
    // The same day of change, whichever of them is sent.
    await utimes(file + ending, atime, mtime)
    written += 1
  }
  return written
}

/**
 * @param {string} folder
 * @returns {Promise<number>} how many files were written
 */
export async function precompress(folder) {
  if (!existsSync(join(folder, 'index.html')))
    throw new Failure(`${folder} 里没有 index.html / has no index.html`)
  const names = await readdir(folder, { recursive: true })
  let written = 0
  for (const name of names.sort()) {
    const file = join(folder, name)
    const found = await stat(file)
    if (!found.isFile() || !isPrecompressed(name.replaceAll('\\', '/'), found.size)) continue
    written += await packFile(file)
  }
  return written
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  runMain(async () => {
    const written = await precompress(process.argv[2] ?? join(ROOT, 'dist'))
    console.log(`写了 ${written} 个压缩文件 / ${written} packed files written`)
  })
}
