/**
 * The small font for figures: three weights of IBM Plex Sans (OFL 1.1), subset at build, as the
 * style sheet `virtual:numeral-font.css`. Chinese text never uses it (unicode-range).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import { ROOT } from './run-command.mjs'

const VIRTUAL_ID = 'virtual:numeral-font.css'
const CACHE = join(ROOT, 'node_modules', '.cache', 'qinglan', 'numeral-font')
const PACKAGE = dirname(
  createRequire(import.meta.url).resolve('@fontsource/ibm-plex-sans/package.json'),
)

/** `look.md` of the design allows 20 KB for all weights together. */
const BUDGET_BYTES = 20_000

/** Which cut of the font stands in for which weights of the style sheets. */
const WEIGHTS = [
  { cut: 400, css: '400' },
  { cut: 600, css: '600 700' },
]

const UNICODE_RANGE = 'U+25,U+2B-3A,U+41-5A,U+61-7A,U+2212,U+2013'

/** Its digits are tabular without any feature; kerning and hints would more than double the size. */
const SUBSET = { targetFormat: /** @type {const} */ ('woff2'), keepFeatures: [], noHinting: true }

/** Every character of a unicode-range. */
function charactersOf(/** @type {string} */ range) {
  const codes = range.split(',').flatMap((part) => {
    const [from = 0, to = from] = part
      .replace('U+', '')
      .split('-')
      .map((hex) => parseInt(hex, 16))
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
  return String.fromCodePoint(...codes)
}

/** @param {number} cut */
function sourceOf(cut) {
  return readFileSync(join(PACKAGE, 'files', `ibm-plex-sans-latin-${cut}-normal.woff2`))
}

/**
 * What becomes of figures that stand there before their font. `optional`: it is not swapped in later,
 * because numerals of another width would move what a reader is at. `swap`: it comes whenever it comes,
 * because a wall that began on a slow morning is looked at until the next one.
 * @typedef {'optional' | 'swap'} Display
 */

/**
 * The folder of the cache for exactly these cuts, characters and options.
 * @param {Display} display
 */
function cacheFolder(display) {
  const hash = createHash('sha256').update(
    JSON.stringify([WEIGHTS, UNICODE_RANGE, SUBSET, display]),
  )
  for (const { cut } of WEIGHTS) hash.update(sourceOf(cut))
  return join(CACHE, hash.digest('hex').slice(0, 12))
}

/**
 * @param {{ cut: number, css: string }} weight
 * @param {Display} display
 */
function fontFace({ cut, css }, display) {
  return `@font-face {
  font-family: 'QN Num';
  src: url('./qn-num-${cut}.woff2') format('woff2');
  font-weight: ${css};
  font-display: ${display};
  unicode-range: ${UNICODE_RANGE};
}
`
}

/**
 * Writes the fonts, then the sheet; returns the sheet's file.
 * @param {Display} display
 */
async function makeSheet(display) {
  const folder = cacheFolder(display)
  const sheet = join(folder, 'numeral-font.css')
  if (existsSync(sheet)) return sheet
  mkdirSync(folder, { recursive: true })
  let bytes = 0
  for (const { cut } of WEIGHTS) {
    const font = await subsetFont(sourceOf(cut), charactersOf(UNICODE_RANGE), SUBSET)
    writeFileSync(join(folder, `qn-num-${cut}.woff2`), font)
    bytes += font.length
  }
  console.log(`numeral font: ${bytes} bytes in ${WEIGHTS.length} weights`)
  if (bytes > BUDGET_BYTES) throw new Error(`numeral font: ${bytes} bytes, over ${BUDGET_BYTES}`)
  writeFileSync(sheet, WEIGHTS.map((weight) => fontFace(weight, display)).join(''))
  return sheet
}

/**
 * A real file stands behind the virtual name, so that vite finds, hashes and emits the fonts.
 * @param {{ display: Display }} options
 * @returns {import('vite').Plugin}
 */
export function numeralFont({ display }) {
  return {
    name: 'qinglan-numeral-font',
    resolveId: (id) => (id === VIRTUAL_ID ? makeSheet(display) : null),
    generateBundle() {
      // The licence asks to travel with the font.
      const source = readFileSync(join(PACKAGE, 'LICENSE'))
      this.emitFile({ type: 'asset', name: 'qn-num-licence.txt', source })
    },
  }
}
