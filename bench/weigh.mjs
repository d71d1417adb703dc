/** What a first visit brings over the wire. */
import { inFreshBrowser, openObservedPage, seeFirstView } from './visit.mjs'
import { bytesUntil, recordTraffic, scriptBytes } from './traffic.mjs'

/**
 * @typedef {object} Weight
 * @property {number} firstViewBytes until all figures and the charts of the first view can be seen
 * @property {number} scriptBytes of all that the first view can do
 */

/**
 * Without a service worker: what the page asks it for would not be seen on the wire.
 * @param {string} url
 * @param {import('./visit.mjs').Conditions} conditions
 * @returns {Promise<Weight>}
 */
export function weighOnce(url, conditions) {
  const weigh = async (/** @type {import('playwright-core').BrowserContext} */ context) => {
    const { page, devtools } = await openObservedPage(context, conditions)
    const traffic = await recordTraffic(devtools)
    const { chartsDoneMs } = await seeFirstView(page, url)
    const startMs = await page.evaluate(() => performance.timeOrigin)
    await page.waitForLoadState('networkidle')
    // Some scripts wait for a reader's hand.
    await page.locator('.chart-stage').first().hover()
    await page.waitForLoadState('networkidle')
    const transfers = traffic.transfers()
    return {
      firstViewBytes: bytesUntil(transfers, traffic.clockOf(startMs + chartsDoneMs)),
      scriptBytes: scriptBytes(transfers),
    }
  }
  return inFreshBrowser(weigh, { serviceWorkers: 'block' })
}
