/** One reader comes to a page for the first time. */
import { readFileSync } from 'node:fs'
import { Failure } from '../tools/failure.mjs'
import { openFreshBrowser, slowDown, VIEWPORT } from './chromium.mjs'

/**
 * @typedef {import('./page-observer.mjs').Seen} Seen
 * @typedef {import('playwright-core').BrowserContext} BrowserContext
 * @typedef {import('playwright-core').Page} Page
 *
 * @typedef {object} Conditions
 * @property {number} figures how many the overview has
 * @property {boolean} isSlow
 *
 * @typedef {object} Visit
 * @property {number} chartsDoneMs all figures and the charts of the first view can be seen
 * @property {readonly string[]} figures
 * @property {readonly string[]} charts
 */

const OBSERVER = readFileSync(new URL('page-observer.mjs', import.meta.url), 'utf8')

const NOTHING_SEEN_MS = 60_000
const NEVER_INTERACTIVE_MS = 15_000

/**
 * @template T
 * @param {Promise<T>} awaited
 * @param {number} ms
 * @returns {Promise<T | null>} null where it took longer
 */
async function within(awaited, ms) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const over = new Promise((done) => {
    timer = setTimeout(() => done(null), ms)
  })
  try {
    return await Promise.race([awaited, /** @type {Promise<null>} */ (over)])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * @param {BrowserContext} context
 * @param {Conditions} conditions
 */
export async function openObservedPage(context, { figures, isSlow }) {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  if (isSlow) await slowDown(devtools)
  await page.addInitScript({ content: `window.qinglanFigures = ${figures};\n${OBSERVER}` })
  return { page, devtools }
}

/**
 * @param {Page} page
 * @param {string} url
 */
async function incompleteFailure(page, url) {
  const seconds = NOTHING_SEEN_MS / 1000
  const figures = await page.locator('[data-figure]').count()
  const visible = await page.locator('[data-figure]:visible').count()
  const pictures = await page.locator('.chart-stage svg:not(.chart-strut):visible').count()
  return new Failure(
    `${url}: ${seconds} 秒内首屏未能画全 / the first view was not complete in ${seconds} s: ` +
      `${figures} figures, ${visible} of them visible, ${pictures} pictures visible`,
  )
}

/**
 * Goes to a page and waits until its first view is complete.
 * @param {Page} page as opened above
 * @param {string} url
 * @returns {Promise<Visit>}
 */
export async function seeFirstView(page, url) {
  await page.goto(url, { waitUntil: 'commit' })
  const seen = await within(
    /** @type {Promise<Seen>} */ (page.evaluate('window.qinglanSeen')),
    NOTHING_SEEN_MS,
  )
  if (!seen) throw await incompleteFailure(page, url)
  const { atMs, figures, charts } = seen
  return { chartsDoneMs: atMs, figures, charts }
}

/**
 * When the page says that everything responds; Infinity where it never does.
 * @param {Page} page
 */
async function seeInteractive(page) {
  const said = /** @type {Promise<number>} */ (page.evaluate('window.qinglanInteractive'))
  // The browser is closed under a promise that is still open.
  said.catch(() => undefined)
  return (await within(said, NEVER_INTERACTIVE_MS)) ?? Infinity
}

/**
 * @template T
 * @param {(context: BrowserContext) => Promise<T>} act
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function inFreshBrowser(act, options = {}) {
  const browser = await openFreshBrowser()
  try {
    return await act(await browser.newContext({ viewport: VIEWPORT, ...options }))
  } finally {
    await browser.close()
  }
}

/**
 * @param {string} url
 * @param {Conditions} conditions
 * @returns {Promise<Visit>}
 */
export function visitStill(url, conditions) {
  return inFreshBrowser(async (context) => {
    const { page } = await openObservedPage(context, conditions)
    return seeFirstView(page, url)
  })
}

/**
 * A visit to a page that comes alive.
 * @param {string} url
 * @param {Conditions} conditions
 * @returns {Promise<Visit & { interactiveMs: number }>}
 */
export function visitAlive(url, conditions) {
  return inFreshBrowser(async (context) => {
    const { page } = await openObservedPage(context, conditions)
    const visit = await seeFirstView(page, url)
    return { ...visit, interactiveMs: await seeInteractive(page) }
  })
}
