/**
 * A data set as large as a province's would be, in the formats of the contract: cities with their
 * counties, every indicator of the shipped catalog, one snapshot a month. The same size gives the
 * same bytes on every machine.
 *
 *     node bench/large-data.mjs 1m some/folder
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure, runMain } from '../tools/failure.mjs'
import { ROOT } from '../tools/run-command.mjs'

/**
 * @typedef {import('../src/contract/catalog.ts').Catalog} Catalog
 * @typedef {import('../src/contract/catalog.ts').Indicator} Indicator
 * @typedef {import('../src/contract/catalog.ts').Region} Region
 * @typedef {import('../src/contract/manifest.ts').Manifest} Manifest
 * @typedef {import('../src/contract/snapshot.ts').Snapshot} Snapshot
 * @typedef {import('../src/contract/snapshot.ts').Observation} Observation
 *
 * @typedef {object} Size
 * @property {number} cities
 * @property {number} counties of each city
 * @property {number} months
 *
 * @typedef {{ readonly path: string, readonly text: string }} DataFile
 */

/** With 75 indicators: 9,300, 102,300 and 1,004,400 observations, in series of one length. */
export const SIZES = Object.freeze({
  '10k': { cities: 1, counties: 1, months: 62 },
  '100k': { cities: 2, counties: 10, months: 62 },
  '1m': { cities: 18, counties: 11, months: 62 },
})

const SEED = 20_261_124
const FIRST_YEAR = 2019
const PROVINCE = '410000'
/** The city that the shipped data are about comes first, so that a door opens with it. */
const HOME_CITY = 8
const WRITTEN = '2026-11-24T00:00:00.000Z'

/** @param {number} value @param {number} [width] */
function pad(value, width = 2) {
  return String(value).padStart(width, '0')
}

/**
 * A number from 0 up to 1 that depends on the words alone (xmur3 and one step of mulberry32).
 * @param {string} words
 */
export function chanceOf(words) {
  let state = SEED ^ words.length
  for (let i = 0; i < words.length; i += 1) {
    state = Math.imul(state ^ words.charCodeAt(i), 3_432_918_353)
    state = (state << 13) | (state >>> 19)
  }
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

/**
 * @param {number} city from 1
 * @param {number} counties
 * @returns {Region[]}
 */
function cityRegions(city, counties) {
  const prefix = `41${pad(city)}`
  /** @type {Region} */
  const whole = {
    code: `${prefix}00`,
    name: { zh: `第${city}市`, en: `City ${city}` },
    level: 'prefecture',
    parent: PROVINCE,
  }
  const parts = Array.from({ length: counties }, (_, index) => ({
    code: `${prefix}${pad(index + 1)}`,
    name: { zh: `第${city}市第${index + 1}县`, en: `County ${index + 1} of City ${city}` },
    level: /** @type {const} */ ('county'),
    parent: whole.code,
  }))
  return [whole, ...parts]
}

/** @param {Size} size @returns {Region[]} */
export function regionsWithFigures({ cities, counties }) {
  const numbers = Array.from({ length: Math.max(cities, HOME_CITY) }, (_, index) => index + 1)
  const others = numbers.filter((number) => number !== HOME_CITY)
  return [HOME_CITY, ...others].slice(0, cities).flatMap((city) => cityRegions(city, counties))
}

/** @returns {{ catalog: Catalog, dataset: string, seq: number }} */
function readShipped() {
  const folder = join(ROOT, 'public', 'data')
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const catalog = JSON.parse(readFileSync(join(folder, manifest.catalog.path), 'utf8'))
  return { catalog, dataset: manifest.dataset, seq: manifest.seq }
}

/**
 * The shipped indicators and themes over the regions of the size.
 * @param {Size} size
 * @param {Catalog} shipped
 * @returns {Catalog}
 */
export function largeCatalog(size, shipped) {
  const province = shipped.regions.find(({ code }) => code === PROVINCE)
  return {
    ...shipped,
    regions: [...(province ? [province] : []), ...regionsWithFigures(size)],
    breaks: [],
  }
}

/** How much of its whole a part is, so that parts never exceed it. @param {string} id @param {readonly Indicator[]} indicators */
function shareOf(id, indicators) {
  const wholes = indicators.filter((other) => id.startsWith(`${other.id}-`)).length
  return 0.2 ** wholes
}

/**
 * @param {Indicator} indicator
 * @param {string} region
 * @param {number} month from 0
 * @param {number} share
 * @returns {{ value: number, decimals: number }}
 */
function figureOf({ id, accumulation }, region, month, share) {
  const level = chanceOf(`${id} ${region}`)
  const noise = chanceOf(`${id} ${region} ${month}`)
  const season = Math.cos((month / 12) * 2 * Math.PI)
  if (accumulation === 'rank') return { value: 1 + Math.floor(noise * 18), decimals: 0 }
  if (accumulation === 'ratio') return decimal(60 + 30 * level + 4 * season + 5 * noise, 1)
  if (accumulation === 'mean' || accumulation === 'percentile') {
    return decimal(30 + 40 * level + 15 * season + 8 * noise, 1)
  }
  const base = (2000 + 6000 * level) * share
  if (accumulation === 'flow') return decimal(base * (1 + 0.2 * season + 0.1 * noise), 0)
  return decimal(base * (1 + month * 0.01), 0)
}

/** @param {number} value @param {number} decimals */
function decimal(value, decimals) {
  return { value: Number(value.toFixed(decimals)), decimals }
}

/** @param {number} month from 0 */
function monthName(month) {
  return `${FIRST_YEAR + Math.floor(month / 12)}-${pad((month % 12) + 1)}`
}

/**
 * What is published of one month: every indicator in every region given.
 * @param {readonly Indicator[]} indicators
 * @param {readonly string[]} regions
 * @param {number} month from 0
 * @returns {Snapshot}
 */
export function monthlySnapshot(indicators, regions, month) {
  const period = monthName(month)
  /** @type {Observation[]} */
  const observations = indicators.flatMap((indicator) => {
    const share = shareOf(indicator.id, indicators)
    return regions.map((region) => ({
      indicator: indicator.id,
      region,
      period,
      ...figureOf(indicator, region, month, share),
      unit: indicator.unit,
      status: /** @type {const} */ ('A'),
      locator: `表${(month % 12) + 1}`,
    }))
  })
  return {
    format: 'qinglan-snapshot/1',
    id: `bulletin-${period}`,
    revision: 1,
    published: `${monthName(month + 1)}-10`,
    title: `${period} 环境月报`,
    publisher: '省生态环境厅',
    grade: 'monitoring',
    observations,
    targets: [],
  }
}

/** @param {string} text */
function sha256(text) {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * @param {string} name
 * @param {object} content
 * @returns {{ file: DataFile, entry: { path: string, bytes: number, sha256: string } }}
 */
function hashed(name, content) {
  const text = `${JSON.stringify(content)}\n`
  const hash = sha256(text)
  const path = `${name}.${hash.slice(0, 8)}.json`
  return { file: { path, text }, entry: { path, bytes: Buffer.byteLength(text), sha256: hash } }
}

/**
 * All files of the data set, the manifest last; one at a time, since a million observations are
 * 150 MB. Then `later` further generations, each in a folder of its own with what it adds: one month
 * more of the first two regions alone, the same small snapshot whatever the size of what is there.
 * @param {Size} size
 * @param {{ later?: number }} [options]
 * @returns {Generator<DataFile>}
 */
export function* largeData(size, { later = 0 } = {}) {
  const shipped = readShipped()
  const catalog = largeCatalog(size, shipped.catalog)
  const regions = regionsWithFigures(size).map(({ code }) => code)
  const listed = hashed('catalog', catalog)
  yield listed.file
  /** @type {Manifest['snapshots'][number][]} */
  const snapshots = []
  /** @param {readonly string[]} where @param {number} month */
  const publish = (where, month) => {
    const snapshot = monthlySnapshot(catalog.indicators, where, month)
    const { id, revision, published } = snapshot
    const { file, entry } = hashed(`snapshots/${id}`, snapshot)
    snapshots.push({ id, revision, published, ...entry })
    return file
  }
  /** @param {number} step */
  const manifest = (step) => {
    // Above the generation that the app was built with, which it would not go below.
    const seq = shipped.seq + 1 + step
    const { dataset } = shipped
    const format = 'qinglan-manifest/1'
    const content = { format, dataset, seq, written: WRITTEN, catalog: listed.entry, snapshots }
    return { path: 'manifest.json', text: `${JSON.stringify(content)}\n` }
  }
  for (let month = 0; month < size.months; month += 1) yield publish(regions, month)
  yield manifest(0)
  for (let step = 1; step <= later; step += 1) {
    const added = [publish(regions.slice(0, 2), size.months + step - 1), manifest(step)]
    yield* added.map(({ path, text }) => ({ path: `later-${step}/${path}`, text }))
  }
}

/**
 * Writes the data set into a folder, on top of what is there.
 * @param {string} folder
 * @param {Iterable<DataFile>} files
 */
export function writeData(folder, files) {
  for (const { path, text } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** @param {string | undefined} name @returns {Size} */
function sizeNamed(name) {
  const found = Object.entries(SIZES).find(([size]) => size === name)
  if (found) return found[1]
  throw new Failure(`node bench/large-data.mjs ${Object.keys(SIZES).join('|')} <folder>`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  runMain(async () => {
    const [, , name, folder] = process.argv
    const size = sizeNamed(name)
    if (!folder) throw new Failure('node bench/large-data.mjs <size> <folder>')
    writeData(folder, largeData(size))
  })
}
