/** Packs what is served, in memory: nothing has to be packed beforehand, and nothing is packed twice. */
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** @typedef {'br' | 'gzip'} Encoding */

/** Fast enough for the first who asks; brotli's best takes a hundred times as long. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const PACKERS = {
  /** @param {Uint8Array} bytes */
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: promisify(gzip),
}

const TEXT = /\.(?:html|js|css|json|svg|csv|ics|txt)$/
/** Below this the headers weigh more; above it a file goes out as it is read. */
const [LEAST_BYTES, MOST_BYTES] = [256, 4_000_000]

/**
 * Whether a file is worth packing.
 * @param {string} file
 * @param {number} size in bytes
 */
export function isPackable(file, size) {
  return TEXT.test(file) && size >= LEAST_BYTES && size <= MOST_BYTES
}

/**
 * What a browser takes, the best first; null where it takes neither, or refuses them by `q=0`.
 * @param {string} accepted the header Accept-Encoding
 * @returns {Encoding | null}
 */
export function chooseEncoding(accepted) {
  const taken = accepted
    .split(',')
    .map((entry) => entry.replace(/\s/g, ''))
    .filter((entry) => !/;q=0(?:\.0*)?$/.test(entry))
    .map((entry) => entry.split(';')[0])
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null
}

/**
 * Remembers each file packed, until the file has changed.
 * @returns {(file: string, encoding: Encoding, state: string) => Promise<Buffer>} `state` changes
 *   with the file
 */
export function createPacked() {
  /** @type {Map<string, { state: string, bytes: Promise<Buffer> }>} */
  const known = new Map()
  return (file, encoding, state) => {
    const key = `${encoding} ${file}`
    const found = known.get(key)
    if (found?.state === state) return found.bytes
    const bytes = readFile(file).then((plain) => PACKERS[encoding](plain))
    known.set(key, { state, bytes })
    // One that could not be read is tried again.
    bytes.catch(() => known.delete(key))
    return bytes
  }
}
