/** A start without a server against the same start with one, on a device that was here before. */
import { ratios } from './statistics.mjs'
import { inFreshBrowser, openObservedPage, seeFirstView } from './visit.mjs'

/**
 * @typedef {import('./row.mjs').Row} Row
 * @typedef {import('./bench-context.mjs').BenchContext} BenchContext
 */

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {BenchContext} bench
 */
async function startOnce(context, { sites, figures, isSlow }) {
  const { page } = await openObservedPage(context, { figures, isSlow })
  const { chartsDoneMs } = await seeFirstView(page, sites.desk.url)
  return { page, chartsDoneMs }
}

/**
 * Two visits before anything counts: at the first one app and data are kept, at the second one the
 * worker answers.
 * @param {import('playwright-core').BrowserContext} context
 * @param {BenchContext} bench
 */
async function settleIn(context, bench) {
  for (let visit = 0; visit < 2; visit += 1) {
    const { page } = await startOnce(context, bench)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    await page.waitForLoadState('networkidle')
    await page.close()
  }
}

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {BenchContext} bench
 * @param {boolean} isOnline
 */
async function timedStart(context, bench, isOnline) {
  const { desk } = bench.sites
  if (!isOnline) await desk.stop()
  const { page, chartsDoneMs } = await startOnce(context, bench)
  await page.close()
  if (!isOnline) await desk.start()
  return chartsDoneMs
}

/**
 * Who goes first changes from round to round, because a later start finds more in memory.
 * @param {BenchContext} bench
 * @param {number} round
 */
function measureRound(bench, round) {
  return inFreshBrowser(async (context) => {
    await settleIn(context, bench)
    const isOnlineFirst = round % 2 === 0
    const first = await timedStart(context, bench, isOnlineFirst)
    const second = await timedStart(context, bench, !isOnlineFirst)
    return isOnlineFirst ? { online: first, offline: second } : { online: second, offline: first }
  })
}

/**
 * @param {BenchContext} bench
 * @returns {Promise<Row[]>}
 */
export async function measureOffline(bench) {
  const rounds = []
  for (let round = 0; round < bench.runs; round += 1) {
    const { online, offline } = await measureRound(bench, round)
    bench.say(
      `offline ${round + 1}/${bench.runs}: ${offline.toFixed(0)} ms, online ${online.toFixed(0)} ms`,
    )
    rounds.push({ online, offline })
  }
  return [
    {
      what: 'offline start (service worker) to all charts',
      budget: '≤ 1.0 × the same page online',
      limit: 1,
      unit: 'ratio',
      samples: ratios(
        rounds.map(({ offline }) => offline),
        rounds.map(({ online }) => online),
      ),
    },
  ]
}
