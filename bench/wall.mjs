/** The screen in the hall: what a change of slides costs, and whether a day of them leaves anything. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../tools/run-command.mjs'
import { openFreshBrowser } from './chromium.mjs'
import { heapSlope, judge } from './soak-criteria.mjs'
import { soak } from './soak-parts.mjs'
import { dayOf } from './soak-stretches.mjs'
import { changesIn, trace } from './wall-trace.mjs'

/**
 * @typedef {import('./row.mjs').Row} Row
 * @typedef {import('./bench-context.mjs').BenchContext} BenchContext
 * @typedef {import('./wall-trace.mjs').Change} Change
 * @typedef {import('./wall-observer.mjs').ChangeWindow} ChangeWindow
 *
 * @typedef {object} Round
 * @property {readonly Change[]} changes
 * @property {number} longestGapMs
 */

/** The shortest that the wall allows: a slide is made ready three seconds before its turn. */
const DWELL_S = 5
/** A round takes a minute. */
const MOST_ROUNDS = 3
/** One number for all rounds, so that the same day is looked at. */
const SCREEN = Object.freeze({ width: 1920, height: 1080 })
const SEED = 1

/**
 * From the first slide on until each has come to the front, at the wall's own speed.
 * @param {BenchContext} context
 * @returns {Promise<Round>}
 */
async function watchRound({ sites }) {
  const browser = await openFreshBrowser()
  try {
    const page = await (await browser.newContext({ viewport: SCREEN })).newPage()
    await page.addInitScript(readFileSync(join(ROOT, 'bench', 'wall-observer.mjs'), 'utf8'))
    await page.goto(`${sites.desk.url}wall.html?dwell=${DWELL_S}&reload=off`)
    await page.locator('html[data-alive]').waitFor()
    const slides = await page.locator('.wall-ticks i').count()
    const devtools = await browser.newBrowserCDPSession()
    const roundMs = (slides + 1) * DWELL_S * 1000
    const events = await trace(devtools, () => page.waitForTimeout(roundMs))
    const changes = changesIn(events)
    if (changes.length < slides) throw new Error(`${changes.length} changes of ${slides} slides`)
    const seen = await page.evaluate(
      () => /** @type {Window & ChangeWindow} */ (/** @type {unknown} */ (window)).qinglanChanges,
    )
    return { changes, longestGapMs: Math.max(...seen.map(({ longestGapMs }) => longestGapMs)) }
  } finally {
    await browser.close()
  }
}

/**
 * @param {BenchContext} context
 * @returns {Promise<Row[]>}
 */
async function measureChanges(context) {
  /** @type {Round[]} */
  const rounds = []
  for (let left = Math.min(context.runs, MOST_ROUNDS); left > 0; left -= 1) {
    rounds.push(await watchRound(context))
  }
  const all = rounds.flatMap(({ changes }) => changes)
  const [worst] = [...all].sort((a, b) => b.longestMs - a.longestMs)
  const cpuMs = Math.max(...all.map(({ longestCpuMs }) => longestCpuMs))
  return [
    {
      what: 'wall: one slide change at 1920×1080, 2 cores: longest task',
      budget: '≤ 50 ms',
      limit: 50,
      unit: 'ms',
      samples: rounds.map(({ changes }) => Math.max(...changes.map((each) => each.longestMs))),
      note: `of ${all.length} changes with what makes them ready; longest: ${worst?.slide}; of the processor at most ${cpuMs.toFixed(1)} ms`,
    },
    {
      what: 'wall: one slide change: longest gap between frames',
      budget: 'no frame lost that a person would see',
      limit: null,
      unit: 'ms',
      samples: rounds.map(({ longestGapMs }) => longestGapMs),
      note: 'while it fades in',
    },
  ]
}

/** @returns {Promise<Row[]>} */
async function measureDay(/** @type {BenchContext} */ { say }) {
  const browser = await openFreshBrowser()
  try {
    const outcome = await soak(browser, { stretch: dayOf(24), seed: SEED, leak: null, say })
    const { samples } = outcome
    const steady = judge(outcome).filter(({ name }) => /^(?:DOM nodes|listeners)$/.test(name))
    return [
      {
        what: 'wall: 24 h of 15 s slides, clock run fast: heap slope per 240 slides',
        budget: '≤ 0.05 MB',
        limit: 0.05,
        unit: 'MB',
        samples: [Math.max(0, heapSlope(samples))],
        note: `${samples[samples.length - 1]?.slides} slides`,
      },
      {
        what: 'wall: 24 h of slides: ECharts instances against mounted charts',
        budget: '1 ×; listeners and nodes constant',
        limit: 1,
        unit: 'ratio',
        samples: samples.map(({ alive, mounted }) => alive / mounted),
        note: steady.map(({ name, value }) => `${name} ± ${value}`).join(', '),
      },
    ]
  } finally {
    await browser.close()
  }
}

/**
 * @param {BenchContext} context
 * @returns {Promise<Row[]>}
 */
export async function measureWall(context) {
  context.say('大屏 / The wall …')
  return [...(await measureChanges(context)), ...(await measureDay(context))]
}
