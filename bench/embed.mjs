/** Panels in other people's pages: one frame, cold, against the floor; ten of them, and `panel.js`. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../tools/failure.mjs'
import { ROOT } from '../tools/run-command.mjs'
import { openSite } from './bench-context.mjs'
import { ratios } from './statistics.mjs'
import { recordTraffic } from './traffic.mjs'
import { inFreshBrowser, visitStill } from './visit.mjs'

/**
 * @typedef {import('./row.mjs').Row} Row
 * @typedef {import('./bench-context.mjs').BenchContext} BenchContext
 * @typedef {import('./traffic.mjs').Transfer} Transfer
 */

const KILOBYTE = 1000
/** The panel with most figures and the heaviest picture. */
const PANEL = 'pm25'
const TEN = [
  PANEL,
  'good-air-days',
  'pm10',
  'so2',
  'no2',
  'district-heating',
  'park-green-per-capita',
  'green-factories',
  'sewage-capacity',
  'inspection-tasks',
]
const WORKSHOP = join(ROOT, 'node_modules', '.cache', 'qinglan', 'bench')
const HOST = join(WORKSHOP, 'host')
/** Packed by run.mjs. */
const SITE = join(WORKSHOP, 'desk')

/** Files of the build that hold ECharts. */
function chartFiles() {
  /** @type {import('../tools/door-files.mjs').BuildManifest} */
  const manifest = JSON.parse(readFileSync(join(ROOT, 'dist', '.vite', 'embed.json'), 'utf8'))
  const file = manifest['src/charts/ChartCanvas.vue']?.file
  if (!file) throw new Failure('the build of the panels has no part for ECharts')
  return [file]
}

/** @param {string} file */
function packedBytes(file) {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size
}

/**
 * The files that came, as they are sent. How long the heads of answers are is the server's affair: half
 * a dozen small files would be measured by little else.
 * @param {readonly Transfer[]} transfers
 * @param {BenchContext['sites']['desk']} site
 */
function kilobytes(transfers, site) {
  const files = transfers.filter(({ url }) => url.startsWith(site.url))
  const bytes = files.map(({ url }) => packedBytes(join(SITE, new URL(url).pathname)))
  return bytes.reduce((sum, each) => sum + each, 0) / KILOBYTE
}

/**
 * Everything that comes until nothing more comes by itself; the page is not touched.
 * @param {string} url
 * @param {string} ready a selector of what must stand by then
 */
function weighUntouched(url, ready) {
  return inFreshBrowser(async (context) => {
    const page = await context.newPage()
    const traffic = await recordTraffic(await context.newCDPSession(page))
    await page.goto(url)
    await page.locator(ready).last().waitFor()
    await page.waitForLoadState('networkidle')
    return traffic.transfers()
  })
}

/**
 * A page of another origin that shows panels.
 * @param {string} app
 */
function writeHosts(app) {
  mkdirSync(HOST, { recursive: true })
  const elements = (/** @type {readonly string[]} */ ids) =>
    ids.map((id) => `<qinglan-panel indicator="${id}"></qinglan-panel>`).join('')
  const script = `<script type="module" src="${app}panel.js"></script>`
  const head = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Host</title>'
  writeFileSync(join(HOST, 'one.html'), head + elements([PANEL]) + script)
  writeFileSync(join(HOST, 'ten.html'), head + elements(TEN) + script)
  const frames = TEN.map((id) => `<iframe title="${id}" src="${app}embed/${id}.html"></iframe>`)
  writeFileSync(join(HOST, 'frames.html'), head + frames.join(''))
}

/**
 * @param {BenchContext} context
 * @param {string} host
 */
async function measureRound({ sites, isSlow, figures }, host) {
  const embed = `${sites.desk.url}embed/${PANEL}.html`
  const seen = await visitStill(embed, { figures: 1, isSlow })
  const floor = await visitStill(sites.floor.url, { figures, isSlow })
  const charts = chartFiles()
  const isChart = ({ url }) => charts.some((file) => url.endsWith(file))
  const ten = [
    ...(await weighUntouched(`${host}ten.html`, 'qinglan-panel [data-figure]')),
    ...(await weighUntouched(`${host}frames.html`, 'iframe')),
  ]
  const one = await weighUntouched(`${host}one.html`, 'qinglan-panel [data-figure]')
  return {
    embedMs: seen.chartsDoneMs,
    floorMs: floor.chartsDoneMs,
    embedKB: kilobytes(await weighUntouched(embed, '.chart-still svg:visible'), sites.desk),
    chartsKB: kilobytes(ten.filter(isChart), sites.desk),
    panelKB: kilobytes(
      one.filter(({ url }) => /\.(?:js|css)$/.test(new URL(url).pathname)),
      sites.desk,
    ),
  }
}

/** @param {Awaited<ReturnType<typeof measureRound>>[]} rounds */
export function embedRows(rounds) {
  /** @type {Row[]} */
  const rows = [
    {
      what: 'embed page, cold, before touch: bytes',
      budget: '≤ 15 KB br',
      limit: 15,
      unit: 'KB',
      samples: rounds.map(({ embedKB }) => embedKB),
      note: 'page, sheet, script and the look at the manifest, without the heads of answers',
    },
    {
      what: 'embed page, cold, before touch: figure and chart visible',
      budget: '≤ 0.45 × floor',
      limit: 0.45,
      unit: 'ratio',
      samples: ratios(
        rounds.map(({ embedMs }) => embedMs),
        rounds.map(({ floorMs }) => floorMs),
      ),
    },
    {
      what: 'ten embeds on one page: ECharts before one is touched',
      budget: 'none',
      limit: 0,
      unit: 'KB',
      samples: rounds.map(({ chartsKB }) => chartsKB),
      note: 'ten elements and ten frames',
    },
    {
      what: 'panel.js before its first panel is touched',
      budget: '≤ 12 KB br',
      limit: 12,
      unit: 'KB',
      samples: rounds.map(({ panelKB }) => panelKB),
      note: 'with all that it imports and the sheet',
    },
  ]
  return rows
}

/** @param {BenchContext} context */
export async function measureEmbeds(context) {
  context.say('嵌入 / Panels in other pages …')
  writeHosts(context.sites.desk.url)
  const host = await openSite({ root: HOST, headers: {} })
  try {
    const rounds = []
    for (let at = 0; at <= context.runs; at += 1) {
      const round = await measureRound(context, host.url)
      // The first is for the disk's sake.
      if (at > 0) rounds.push(round)
    }
    return embedRows(rounds)
  } finally {
    await host.stop()
  }
}
