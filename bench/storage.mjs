/**
 * The storage rows of the bench, measured in a real browser against real IndexedDB: the built app
 * with ten thousand and with a million observations, and the store by itself on a page of its own.
 *
 *     node bench/storage.mjs --runs 3
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { provideBrowser } from '../tools/browser.mjs'
import { ensureBuilt } from '../tools/build.mjs'
import { runMain } from '../tools/failure.mjs'
import { ROOT } from '../tools/run-command.mjs'
import { serve } from '../tools/serve.mjs'
import { largeData, SIZES, writeData } from './large-data.mjs'

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} budget as performance.md words it
 * @property {number} limit the most that a sample may be
 * @property {'ratio' | 'KB' | 'ms' | 's' | 'MB'} unit
 * @property {number[]} samples one for each run
 * @property {string} note
 *
 * @typedef {object} Visit what one fresh browser measured with one size of data
 * @property {number} openMs the app: from choosing an indicator to its page
 * @property {number} longestTaskMs on the page's thread while the data were taken in; 0: none over 50
 * @property {number} readyMs the app: from navigation to the first generation
 * @property {number} readMs the store: one indicator in one region
 * @property {number} takenInMs the store: the whole data set
 * @property {number} oneMoreMs the store: one more snapshot of 150 figures
 *
 * @typedef {'10k' | '1m'} SizeName
 */

const REGION = '410800'
const INDICATORS = ['pm10', 'so2', 'no2', 'good-air-days', 'forest-coverage', 'green-parks', 'pm25']
/** New snapshots taken in one after the other; the median of their times counts. */
const LATER = 7
/** A page that is slower than this has failed. */
const PATIENCE_MS = 300_000

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/**
 * @param {string} name of a script beside this one
 * @param {string} folder
 */
async function bundle(name, folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    publicDir: false,
    build: {
      outDir: folder,
      target: 'chrome90',
      lib: {
        entry: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
        formats: ['iife'],
        name: 'bench',
        fileName: () => `${name}.js`,
      },
    },
  })
}

/** @param {string} folder */
async function buildStoragePage(folder) {
  await bundle('storage-page', folder)
  const script = '<script defer src="storage-page.js"></script>'
  writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8">${script}`)
}

/**
 * The built app over a data set of the size and its later generations, and the storage page.
 * @param {string} root
 * @param {SizeName} name
 */
async function layOut(root, name) {
  const skipped = join(ROOT, 'dist', 'data')
  cpSync(join(ROOT, 'dist'), root, { recursive: true, filter: (from) => from !== skipped })
  writeData(join(root, 'data'), largeData(SIZES[name], { later: LATER }))
  await buildStoragePage(join(root, 'storage'))
}

/**
 * Asked from outside: the page's policy lets nobody wait inside it with a text of code.
 * @param {import('playwright-core').Page} page
 */
async function whenShown(page) {
  const untilMs = Date.now() + PATIENCE_MS
  while (Date.now() < untilMs) {
    const atMs = Number(await page.evaluate('appWatch.headAtMs()'))
    if (atMs > 0) return atMs
    await page.waitForTimeout(100)
  }
  throw new Error('the data of the server were not shown')
}

/**
 * The app in a fresh browser: takes the data in, then opens indicators one after the other.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} watch path of the built app-watch
 */
async function visitApp(browser, url, watch) {
  const context = await browser.newContext()
  context.setDefaultTimeout(PATIENCE_MS)
  try {
    const page = await context.newPage()
    await page.addInitScript({ path: watch })
    await page.goto(url)
    await page.locator('main [data-panel]').first().waitFor()
    const readyMs = await whenShown(page)
    const longestTaskMs = await page.evaluate('appWatch.longestTaskWhileTakingIn()')
    // The service worker fetches the data as well: what is timed next waits for nobody else.
    await page.waitForLoadState('networkidle')
    const times = []
    for (const id of INDICATORS) times.push(await page.evaluate(`appWatch.openIndicator('${id}')`))
    return { readyMs: Number(readyMs), longestTaskMs: Number(longestTaskMs), openMs: median(times) }
  } finally {
    await context.close()
  }
}

/**
 * The store by itself in a fresh browser.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} dataset
 */
async function visitStore(browser, url, dataset) {
  const context = await browser.newContext()
  context.setDefaultTimeout(PATIENCE_MS)
  try {
    const page = await context.newPage()
    await page.goto(`${url}storage/`)
    /** @param {string} path */
    const takeIn = async (path) =>
      Number(await page.evaluate(`storageBench.takeIn('${dataset}', '${url}${path}')`))
    const takenInMs = await takeIn('data/manifest.json')
    const more = []
    for (let step = 1; step <= LATER; step += 1) {
      more.push(await takeIn(`data/later-${step}/manifest.json`))
    }
    // The first reading after a commit finds the browser still busy with writing.
    await page.reload()
    const places = JSON.stringify(INDICATORS.map((indicator) => ({ indicator, region: REGION })))
    const times = await page.evaluate(`storageBench.readPlaces('${dataset}', ${places})`)
    return { takenInMs, oneMoreMs: median(more), readMs: median(/** @type {number[]} */ (times)) }
  } finally {
    await context.close()
  }
}

/**
 * @param {readonly Visit[]} small
 * @param {readonly Visit[]} large
 * @returns {Row[]}
 */
function rowsOf(small, large) {
  /** @param {readonly Visit[]} visits @param {keyof Visit} of */
  const typical = (visits, of) => median(visits.map((visit) => visit[of])).toFixed(1)
  /** @param {keyof Visit} of */
  const ratios = (of) => large.map((visit, run) => visit[of] / (small[run]?.[of] ?? NaN))
  /** @param {keyof Visit} of */
  const both = (of) => `${typical(large, of)} ms against ${typical(small, of)} ms`
  return [
    {
      what: 'open one indicator with 1M observations stored',
      budget: '≤ 1.2 × with 10k stored',
      limit: 1.2,
      unit: 'ratio',
      samples: ratios('openMs'),
      note: `page in the app: ${both('openMs')}; of that the store: ${both('readMs')}`,
    },
    {
      what: 'take in one new snapshot of 150 figures, 1M stored',
      budget: 'follows the snapshot, not the store: ≤ 1.2 × with 10k stored',
      limit: 1.2,
      unit: 'ratio',
      samples: ratios('oneMoreMs'),
      note: `store time: ${both('oneMoreMs')}`,
    },
    {
      what: '1M observations taken in: store time',
      budget: '≤ 2 s',
      limit: 2,
      unit: 's',
      samples: large.map((visit) => visit.takenInMs / 1000),
      note: `the app shows them ${(Number(typical(large, 'readyMs')) / 1000).toFixed(1)} s after navigation`,
    },
    {
      what: "1M observations taken in: longest task on the page's thread",
      budget: 'none over 50 ms',
      limit: 50,
      unit: 'ms',
      samples: large.map((visit) => visit.longestTaskMs),
      note: '0: none was over 50 ms',
    },
  ]
}

/**
 * @param {object} context
 * @param {number} context.runs
 * @param {(line: string) => void} [context.print]
 * @returns {Promise<Row[]>}
 */
export async function measureStorage({ runs, print = () => undefined }) {
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'qinglan-storage-'))
  const browser = await chromium.launch({
    executablePath: provideBrowser(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
  })
  const names = /** @type {const} */ (['10k', '1m'])
  /** @type {Record<SizeName, Visit[]>} */
  const visits = { '10k': [], '1m': [] }
  try {
    await bundle('app-watch', folder)
    for (const name of names) await layOut(join(folder, name), name)
    for (let run = 0; run < runs; run += 1) {
      for (const name of names) {
        const root = join(folder, name)
        const site = await serve({ root })
        const manifest = readFileSync(join(root, 'data', 'manifest.json'), 'utf8')
        const { dataset } = JSON.parse(manifest)
        const app = await visitApp(browser, site.url, join(folder, 'app-watch.js'))
        const store = await visitStore(browser, site.url, dataset)
        await site.close()
        visits[name].push({ ...app, ...store })
        print(`${name} ${JSON.stringify({ ...app, ...store })}`)
      }
    }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return rowsOf(visits['10k'], visits['1m'])
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  runMain(async () => {
    const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 3
    for (const row of await measureStorage({ runs, print: console.log })) {
      const { what, budget, unit, samples, note } = row
      const [low, high] = [Math.min(...samples), Math.max(...samples)].map((n) => n.toFixed(2))
      console.log(`${what}: ${median(samples).toFixed(2)} ${unit} (${low} to ${high}), ${budget}`)
      console.log(`  ${note}`)
    }
  })
}
