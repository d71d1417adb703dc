/** The two parts of the soak: a day of quick slides with new data, a month of slow ones with faults. */
import { compareWalls, findSteadySlide, isReload, openWall } from './soak-wall.mjs'
import { createRandom, planFaults } from './soak-faults.mjs'
import { startLeak } from './soak-leaks.mjs'
import { openSoakSite } from './soak-site.mjs'

/**
 * @typedef {import('./soak-criteria.mjs').Outcome} Outcome
 * @typedef {import('./soak-sample.mjs').Sample} Sample
 * @typedef {import('./soak-site.mjs').SoakSite} SoakSite
 * @typedef {import('./soak-wall.mjs').Wall} Wall
 *
 * @typedef {object} Plan
 * @property {import('./soak-stretches.mjs').Stretch} stretch
 * @property {number} seed
 * @property {import('./soak-leaks.mjs').Leak | null} leak
 * @property {(line: string) => void} say
 *
 * @typedef {object} Place of a part
 * @property {SoakSite} site
 * @property {Wall} wall
 * @property {Plan} plan
 * @property {string[]} unrecovered
 */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const QUERIES = { day: 'dwell=15&reload=off', month: 'dwell=300' }
const DWELL_MS = { day: 15_000, month: 300_000 }
/** Rests that a silent server is given at each step: it will not answer. */
const IMPATIENT = 3

/** At six in the morning of the next 16th: a month from there has an end of a month in it. */
export function startOf(/** @type {Date} */ now) {
  const month = now.getUTCMonth() + (now.getUTCDate() < 15 ? 0 : 1)
  return Date.UTC(now.getUTCFullYear(), month, 15, 22)
}

/** @param {Wall} wall */
function readCare({ page }) {
  return page.evaluate(() => {
    const name = `qinglan-${document.documentElement.dataset['dataset']}-accepted`
    const notice = document.querySelector('.wall-notice')?.textContent ?? ''
    return { seq: JSON.parse(localStorage.getItem(name) ?? '{}').seq, notice: notice.trim() }
  })
}

/**
 * One hour, with new data at its beginning.
 * @param {Place} place
 */
async function liveAnHour({ site, wall }) {
  site.publish()
  await wall.run(HOUR_MS)
}

/**
 * One day with its faults, its new data, and on the middle one a new release.
 * @param {Place} place
 * @param {readonly import('./soak-faults.mjs').PlannedFault[]} faults
 * @param {{ day: number, usual: string }} when
 */
async function liveADay({ site, wall, plan, unrecovered }, faults, { day, usual }) {
  const { from, rounds } = plan.stretch
  let ranMs = 0
  const run = async (/** @type {number} */ untilMs, patience = {}) => {
    await wall.run(Math.max(0, untilMs - ranMs), patience)
    ranMs = Math.max(ranMs, untilMs)
  }
  for (const { kind, fromMs, lastsMs, isNews } of faults) {
    await run(fromMs)
    if (isNews) site.publish()
    await site.break(kind, isNews)
    await run(fromMs + lastsMs, kind === 'silent' ? { patience: IMPATIENT } : {})
    await site.heal()
    const reloads = wall.reloads.length
    await run(fromMs + lastsMs + MINUTE_MS)
    // A planned reload within this minute begins the next one: the page has asked nobody yet.
    const wasReloaded = wall.reloads.length > reloads
    if (wasReloaded) await run(fromMs + lastsMs + 2 * MINUTE_MS)
    const { seq, notice } = await readCare(wall)
    if (seq !== site.manifest().seq || notice !== usual) {
      unrecovered.push(
        `day ${day}, ${kind}: seq ${seq} of ${site.manifest().seq}, "${notice}"${wasReloaded ? ', after a reload' : ''}`,
      )
    }
  }
  if (day === from - 1 + Math.ceil(rounds / 2)) site.release()
  await run(DAY_MS)
}

/**
 * A reload that was on its way may come while the page is looked at: the new one is, then.
 * @param {Place} place
 * @param {string} slide
 * @returns {Promise<Sample>}
 */
async function sampleAt({ site, wall }, slide) {
  for (;;) {
    await wall.run(HOUR_MS * 2, { untilSlide: slide })
    try {
      return await wall.sample(site.manifest().snapshots.length)
    } catch (error) {
      if (!isReload(error)) throw error
    }
  }
}

/**
 * @param {Place} place
 * @param {string} slide
 * @returns {Promise<Sample[]>}
 */
async function live(place, slide) {
  const { wall, plan } = place
  const { name, part, from, rounds } = plan.stretch
  const random = createRandom(plan.seed)
  for (let earlier = 1; earlier < from; earlier += 1) planFaults(random)
  const { notice: usual } = await readCare(wall)
  /** @type {Sample[]} */
  const samples = []
  for (let round = from; round < from + rounds; round += 1) {
    const startedMs = performance.now()
    if (part === 'day') await liveAnHour(place)
    else await liveADay(place, planFaults(random), { day: round, usual })
    const sample = await sampleAt(place, slide)
    samples.push(sample)
    const { heapMB, embedderMB, nodes, listeners, alive, mounted } = sample
    plan.say(
      `${name}: ${round}, ${sample.slides} slides, heap ${heapMB.toFixed(2)} MB, embedder ` +
        `${embedderMB.toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners, ${alive}/${mounted} charts, ` +
        `${((performance.now() - startedMs) / 1000).toFixed(0)} s`,
    )
  }
  return samples
}

/** @param {readonly number[]} times */
function mostInAnHour(times) {
  const counts = times.map((from) => times.filter((at) => at >= from && at < from + HOUR_MS).length)
  return Math.max(0, ...counts)
}

/**
 * @param {Place} place
 * @param {import('playwright-core').Browser} browser
 * @param {string} slide
 */
async function compareWithFresh({ site, wall, plan }, browser, slide) {
  const startMs = await wall.page.evaluate(() => Date.now())
  const fresh = await openWall(browser, { url: addressOf(site, plan), startMs, seed: plan.seed })
  await fresh.run(MINUTE_MS)
  await fresh.run(HOUR_MS * 2, { untilSlide: slide })
  const differences = await compareWalls(wall, fresh)
  await fresh.close()
  return differences
}

/**
 * @param {SoakSite} site
 * @param {Plan} plan
 */
function addressOf(site, { stretch }) {
  return `${site.url}wall.html?${QUERIES[stretch.part]}`
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {Plan} plan
 * @returns {Promise<Outcome>}
 */
export async function soak(browser, plan) {
  const site = await openSoakSite()
  try {
    const { seed, leak, stretch } = plan
    const { name, part, from } = stretch
    // The first of the made-up bulletins brings a year that the pictures did not have.
    for (let bulletin = 1; bulletin <= from; bulletin += 1) site.publish()
    const url = addressOf(site, plan)
    const startMs = startOf(new Date()) + (part === 'month' ? (from - 1) * DAY_MS : 0)
    const wall = await openWall(browser, { url, startMs, seed })
    await wall.run(DWELL_MS[part])
    const { name: slide, slides } = await findSteadySlide(wall, DWELL_MS[part])
    plan.say(`${name}: ${slides} slides in a round; looked at when ${slide} stands alone`)
    await wall.run(HOUR_MS * 2, { untilSlide: slide })
    if (leak) await startLeak(leak, wall.page, await wall.charts())
    /** @type {Place} */
    const place = { site, wall, plan, unrecovered: [] }
    const samples = await live(place, slide)
    const differences = await compareWithFresh(place, browser, slide)
    const { violations, fallen, blank, inVain } = await wall.journal()
    plan.say(`${name}: waited in vain ${inVain} times`)
    const { pageErrors, reloads } = wall
    await wall.close()
    const reloadsInAnHour = mostInAnHour(reloads)
    const { unrecovered } = place
    return {
      samples,
      pageErrors,
      violations,
      reloadsInAnHour,
      fallen,
      blank,
      unrecovered,
      differences,
    }
  } finally {
    await site.close()
  }
}
