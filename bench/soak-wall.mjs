/** A wall in a real Chromium whose clock is run by hand, across reloads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../tools/run-command.mjs'
import { findCharts } from './soak-charts.mjs'
import { takeSample } from './soak-sample.mjs'

/**
 * @typedef {import('./soak-hooks.mjs').SoakWindow} SoakWindow
 * @typedef {import('./soak-sample.mjs').Sample} Sample
 * @typedef {{ patience?: number, untilSlide?: string }} RunOptions
 *
 * @typedef {object} Wall
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').CDPSession} devtools
 * @property {string[]} pageErrors
 * @property {number[]} reloads times of the simulated day, in ms
 * @property {(spanMs: number, options?: RunOptions) => Promise<void>} run
 * @property {(listed: number) => Promise<Sample>} sample
 * @property {() => Promise<import('./soak-hooks.mjs').Journal>} journal
 * @property {() => Promise<import('./soak-charts.mjs').Charts>} charts as long as one is mounted
 * @property {() => Promise<void>} close
 */

const HOOKS = join(ROOT, 'bench', 'soak-hooks.mjs')
const HOUR_MS = 3_600_000
/** What is on its way is waited for, however busy this machine is. */
const PATIENT = 2000
const ALIVE_WITHIN_S = 60
/** No hour of the simulated day takes so long. */
const STALLED_MS = 15_000
const ZONE = 'Asia/Shanghai'
/**
 * The wall's own shape and a ninth of its area: layout, objects and listeners are those of 1920×1080, and
 * two browsers side by side do not spend a third of the machine on frames that nobody sees.
 */
const SCREEN = Object.freeze({ width: 640, height: 360 })

/** @param {unknown} error */
export function isReload(error) {
  const words = /context was destroyed|navigation|context with specified id/i
  return error instanceof Error && words.test(error.message)
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>} by the wall's clock
 */
function readClock(page) {
  return page.evaluate(() => Date.now())
}

/**
 * A page that begins waits for frames and timers, too: its clock goes on as the real one does.
 * @param {import('playwright-core').Page} page
 */
async function untilAlive(page) {
  for (let left = ALIVE_WITHIN_S * 10; left > 0; left -= 1) {
    const isAlive = await page.evaluate(async () => {
      if ('alive' in document.documentElement.dataset) return true
      const { __pwClock } = /** @type {SoakWindow} */ (/** @type {unknown} */ (window))
      await __pwClock.controller.runFor(100)
      return false
    })
    if (isAlive) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the wall was not alive after ${ALIVE_WITHIN_S} s`)
}

/**
 * A new release takes over once the worker before it has fallen idle, and no worker does that while a
 * debugger listens to it, as this one does: a reload then waits for five minutes of real time. What the
 * browser does by itself after half a minute is done by hand.
 * @template T
 * @param {import('playwright-core').CDPSession} devtools
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
async function withoutIdleWorkers(devtools, work) {
  const timer = setInterval(() => {
    devtools.send('ServiceWorker.stopAllWorkers').catch(() => undefined)
  }, STALLED_MS)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}

/**
 * Runs until the time is over or the slide stands there alone. A reload ends what ran in the page: it
 * goes on in the new one.
 * @param {Pick<Wall, 'page' | 'devtools'>} wall
 * @param {number} untilMs
 * @param {RunOptions} options
 * @returns {Promise<boolean>}
 */
async function runUntil({ page, devtools }, untilMs, { patience = PATIENT, untilSlide = '' }) {
  for (;;) {
    try {
      await untilAlive(page)
      const spanMs = Math.min(HOUR_MS, untilMs - (await readClock(page)))
      if (spanMs <= 0) return false
      const wish = { spanMs, patience, untilSlide: untilSlide || null }
      const running = page.evaluate(
        (wished) =>
          /** @type {Window & SoakWindow} */ (/** @type {unknown} */ (window)).soak.run(wished),
        wish,
      )
      const isMet = await withoutIdleWorkers(devtools, running)
      if (untilSlide && isMet) return true
    } catch (error) {
      if (!isReload(error)) throw error
    }
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ url: string, startMs: number, seed: number }} options
 * @returns {Promise<Wall>}
 */
export async function openWall(browser, { url, startMs, seed }) {
  const context = await browser.newContext({ viewport: SCREEN, timezoneId: ZONE, locale: 'zh-CN' })
  const page = await context.newPage()
  /** @type {string[]} */
  const pageErrors = []
  /** @type {number[]} */
  const reloads = []
  page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message))
  await page.clock.install({ time: startMs - 1000 })
  await page.clock.pauseAt(startMs)
  await page.addInitScript(`window.soakSeed = ${seed}`)
  await page.addInitScript(readFileSync(HOOKS, 'utf8'))
  await page.goto(url)
  const devtools = await context.newCDPSession(page)
  await devtools.send('ServiceWorker.enable')
  /** @type {Promise<import('./soak-charts.mjs').Charts> | null} */
  let charts = null
  let nowMs = startMs
  // Between two runs as well as within one.
  page.on('domcontentloaded', () => {
    charts = null
    reloads.push(nowMs)
  })
  const findOnce = () => (charts ??= findCharts(devtools))
  return {
    page,
    devtools,
    pageErrors,
    reloads,
    async run(spanMs, options = {}) {
      const isMet = await runUntil({ page, devtools }, nowMs + spanMs, options)
      if (options.untilSlide && !isMet) throw new Error(`${options.untilSlide} was not shown`)
      nowMs = await readClock(page)
    },
    sample: async (listed) => takeSample(page, devtools, await findOnce(), listed),
    charts: findOnce,
    journal: () =>
      page.evaluate(
        () => /** @type {Window & SoakWindow} */ (/** @type {unknown} */ (window)).soak.journal,
      ),
    close: () => context.close(),
  }
}

/**
 * The slide with the most pictures, where the made-up bulletins change none of them.
 * @param {Wall} wall
 * @param {number} dwellMs
 */
export async function findSteadySlide(wall, dwellMs) {
  /** @type {Map<string, number>} */
  const pictures = new Map()
  for (;;) {
    const seen = await wall.page.evaluate(() => {
      const slide = document.querySelector('.layer.is-front .slide')
      const isChanging = slide?.querySelector('[data-panel="pm25"]') !== null
      const charts = slide?.querySelectorAll('.slide-chart svg').length ?? 0
      return { name: slide?.getAttribute('data-slide') ?? '', charts: isChanging ? 0 : charts }
    })
    if (pictures.has(seen.name)) break
    pictures.set(seen.name, seen.charts)
    await wall.run(dwellMs)
  }
  const [best] = [...pictures].sort(([, a], [, b]) => b - a)
  if (!best || best[1] === 0) throw new Error('no slide has a picture')
  return { name: best[0], slides: pictures.size }
}

/**
 * What stands on the stage: its words, and a picture of it once nothing fades any more.
 * @param {Wall} wall
 */
async function look({ page }) {
  // Fades run in real time.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const text = await page.locator('.wall-main').innerText()
  const pixels = await page.locator('.stage').screenshot({ animations: 'disabled' })
  return { text, pixels }
}

/** To be looked at, where they differ. */
function keepPictures(/** @type {Record<string, Buffer>} */ pictures) {
  const folder = join(ROOT, 'node_modules', '.cache', 'qinglan', 'soak')
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(pictures)) {
    writeFileSync(join(folder, `${name}.png`), bytes)
  }
}

/**
 * @param {Wall} wall
 * @param {Wall} fresh the same at the same time, opened a moment ago
 * @returns {Promise<string[]>}
 */
export async function compareWalls(wall, fresh) {
  const [old, young] = [await look(wall), await look(fresh)]
  if (!old.pixels.equals(young.pixels)) keepPictures({ old: old.pixels, young: young.pixels })
  return [
    ...(old.text === young.text ? [] : [`text: ${old.text} / ${young.text}`]),
    ...(old.pixels.equals(young.pixels) ? [] : ['pixels']),
  ]
}
