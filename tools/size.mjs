/**
 * `npm run size`: what each door costs over the wire, against docs/size.json; `--update` sets that
 * to what is there now.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { ensureBuilt } from './build.mjs'
import { Failure, runMain } from './failure.mjs'
import { ROOT } from './run-command.mjs'

const BASELINE = join(ROOT, 'docs', 'size.json')
const MAX_GROWTH = 1.05

/**
 * Each door: its page, the modules that its first view loads later if they are chunks of their own,
 * and the most script that the first view may cost.
 */
const DOORS = [
  {
    name: 'desk',
    page: 'index.html',
    firstView: ['src/desk/OverviewPage.vue'],
    scriptBudget: 200_000,
  },
]

/**
 * @typedef {object} Chunk
 * @property {string} file
 * @property {string[]} [css]
 * @property {string[]} [imports]
 * @property {string[]} [dynamicImports]
 *
 * @typedef {Record<string, Chunk>} BuildManifest
 * @typedef {{ initial: number, firstViewScript: number, everything: number }} DoorSize bytes
 */

/**
 * The files that loading these chunks loads.
 * @param {BuildManifest} manifest
 * @param {readonly string[]} keys
 * @param {{ lazy: boolean }} options whether to follow dynamic imports too
 * @returns {Set<string>}
 */
export function filesOf(manifest, keys, { lazy }) {
  /** @type {Set<string>} */
  const seen = new Set()
  /** @param {string} key */
  const visit = (key) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const next of [...(chunk.imports ?? []), ...((lazy && chunk.dynamicImports) || [])]) {
      visit(next)
    }
  }
  keys.forEach(visit)
  const chunks = [...seen].flatMap((key) => manifest[key] ?? [])
  return new Set(chunks.flatMap(({ file, css = [] }) => [file, ...css]))
}

/**
 * What grew too much or is over its budget, one line each.
 * @param {Record<string, DoorSize>} sizes
 * @param {Record<string, DoorSize>} baseline
 * @returns {string[]}
 */
export function sizeFaults(sizes, baseline) {
  return Object.entries(sizes).flatMap(([door, size]) => {
    const old = baseline[door]
    if (!old) return [`${door}: not in docs/size.json yet`]
    const parts = /** @type {(keyof DoorSize)[]} */ (Object.keys(size))
    return parts
      .filter((part) => !(size[part] <= old[part] * MAX_GROWTH))
      .map((part) => `${door} ${part}: ${old[part]} → ${size[part]} bytes, over 5 % more`)
  })
}

/** @param {Iterable<string>} files */
function brotliBytes(files) {
  return [...files]
    .map((file) => brotliCompressSync(readFileSync(join(ROOT, 'dist', file))).length)
    .reduce((sum, bytes) => sum + bytes, 0)
}

function measure() {
  /** @type {BuildManifest} */
  const manifest = JSON.parse(readFileSync(join(ROOT, 'dist', '.vite', 'manifest.json'), 'utf8'))
  /** @type {Record<string, DoorSize>} */
  const sizes = {}
  /** @type {string[]} */
  const overBudget = []
  for (const { name, page, firstView, scriptBudget } of DOORS) {
    const gone = firstView.filter((module) => !existsSync(join(ROOT, module)))
    if (gone.length > 0) throw new Failure(`tools/size.mjs names what is no more: ${gone.join()}`)
    const seen = filesOf(manifest, [page, ...firstView], { lazy: false })
    const size = {
      initial: brotliBytes(filesOf(manifest, [page], { lazy: false })),
      firstViewScript: brotliBytes([...seen].filter((file) => file.endsWith('.js'))),
      everything: brotliBytes(filesOf(manifest, [page], { lazy: true })),
    }
    if (size.firstViewScript > scriptBudget) {
      overBudget.push(
        `${name} firstViewScript: ${size.firstViewScript} bytes, over ${scriptBudget}`,
      )
    }
    sizes[name] = size
  }
  return { sizes, overBudget }
}

/** @returns {Record<string, DoorSize>} */
function readBaseline() {
  return existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {}
}

/**
 * Compares the dist that is there with the baseline; a door that grew fails. A budget that is not
 * met yet is said, every time: it is a goal of its own, and growth may not hide behind it.
 * @returns {string} what was measured
 */
export function checkSize() {
  const { sizes, overBudget } = measure()
  const faults = sizeFaults(sizes, readBaseline())
  if (faults.length > 0) {
    throw new Failure(`${faults.join('\n')}\nIf that is wanted: npm run size -- --update`)
  }
  return [...overBudget, JSON.stringify(sizes, null, 2)].join('\n')
}

function updateBaseline() {
  const { sizes, overBudget } = measure()
  mkdirSync(dirname(BASELINE), { recursive: true })
  writeFileSync(BASELINE, `${JSON.stringify(sizes, null, 2)}\n`)
  return [...overBudget, JSON.stringify(sizes, null, 2)].join('\n')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  runMain(async () => {
    await ensureBuilt()
    console.log(process.argv.includes('--update') ? updateBaseline() : checkSize())
  })
}
