/**
 * `npm run size`: what each door costs over the wire, against docs/size.json; `--update` sets that
 * to what is there now.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { ensureBuilt } from './build.mjs'
import { doorFiles } from './door-files.mjs'
import { Failure, runMain } from './failure.mjs'
import { ROOT } from './run-command.mjs'
import { growthFaults, sizeTable, sumByName } from './size-report.mjs'

/**
 * @typedef {import('./door-files.mjs').BuildManifest} BuildManifest
 * @typedef {import('./size-report.mjs').DoorSize} DoorSize
 */

const BASELINE = join(ROOT, 'docs', 'size.json')
const DIST = join(ROOT, 'dist')

/** @type {readonly import('./door-files.mjs').Door[]} */
const DOORS = [
  {
    name: 'desk',
    page: 'index.html',
    firstView: ['src/desk/OverviewPage.vue'],
    sheets: ['src/desk/app-sheet.ts', 'src/desk/print-sheet.ts'],
    budgets: { firstViewScript: 200_000 },
    manifest: 'manifest.json',
  },
  { name: 'wall', page: 'wall.html', firstView: [], budgets: {}, manifest: 'wall.json' },
  {
    name: 'embed',
    page: 'src/embed/panel.ts',
    firstView: [],
    // A panel's page is weighed by the bench.
    budgets: { initial: 12_000 },
    manifest: 'embed.json',
  },
]

/** Compressing takes most of the time, and figures share files. */
function rememberBytes() {
  /** @type {Map<string, number>} */
  const known = new Map()
  /** @param {string} file */
  return (file) => {
    const bytes = known.get(file) ?? brotliCompressSync(readFileSync(join(DIST, file))).length
    known.set(file, bytes)
    return bytes
  }
}

/**
 * @param {BuildManifest} manifest
 * @param {import('./door-files.mjs').Door} door
 * @param {(file: string) => number} bytesOf
 * @returns {DoorSize}
 */
function measureDoor(manifest, door, bytesOf) {
  const named = [...door.firstView, ...(door.sheets ?? [])]
  const gone = named.filter((module) => !existsSync(join(ROOT, module)))
  if (!manifest[door.page]) gone.push(door.page)
  if (gone.length > 0) throw new Failure(`tools/size.mjs names what is no more: ${gone.join()}`)
  const { initial, firstViewScript, everything } = doorFiles(manifest, door)
  return {
    initial: sumByName(initial, bytesOf),
    firstViewScript: sumByName(firstViewScript, bytesOf),
    everything: sumByName(everything, bytesOf),
  }
}

/** Everything at once, so that its one figure is all of them; packed, as it goes over the wire. */
const ONE_FILE = 'qinglan.html'

/**
 * @param {(file: string) => number} bytesOf
 * @returns {{ door: { name: string, budgets: Partial<Record<import('./door-files.mjs').FigureName, number>> }, size: DoorSize }}
 */
function measureOneFile(bytesOf) {
  const whole = { [ONE_FILE]: bytesOf(ONE_FILE) }
  const size = { initial: whole, firstViewScript: {}, everything: whole }
  return { door: { name: 'one file', budgets: { everything: 520_000 } }, size }
}

function measure() {
  const bytesOf = rememberBytes()
  const doors = DOORS.map((door) => {
    /** @type {BuildManifest} */
    const manifest = JSON.parse(readFileSync(join(DIST, '.vite', door.manifest), 'utf8'))
    return { door, size: measureDoor(manifest, door, bytesOf) }
  })
  return [...doors, measureOneFile(bytesOf)]
}

/** @returns {Record<string, DoorSize>} */
function readBaseline() {
  return existsSync(BASELINE) ? JSON.parse(readFileSync(BASELINE, 'utf8')) : {}
}

/**
 * Compares the dist that is there with the baseline; a door that grew fails.
 * @returns {string} what was measured
 */
export function checkSize() {
  const baseline = readBaseline()
  const measured = measure()
  const table = measured
    .map(({ door, size }) => sizeTable(door.name, size, baseline[door.name], door.budgets))
    .join('\n')
  const faults = measured.flatMap(({ door, size }) =>
    growthFaults(door.name, size, baseline[door.name]),
  )
  if (faults.length === 0) return table
  const advice = 'If that is wanted: npm run size -- --update'
  throw new Failure([table, ...faults, advice].join('\n'))
}

function updateBaseline() {
  const sizes = Object.fromEntries(measure().map(({ door, size }) => [door.name, size]))
  mkdirSync(dirname(BASELINE), { recursive: true })
  writeFileSync(BASELINE, `${JSON.stringify(sizes, null, 2)}\n`)
  return checkSize()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  runMain(async () => {
    await ensureBuilt()
    console.log(process.argv.includes('--update') ? updateBaseline() : checkSize())
  })
}
