/** The overview, cold, against the floor and the limit, in turns. */
import { Failure } from '../tools/failure.mjs'
import { ratios } from './statistics.mjs'
import { visitAlive, visitStill } from './visit.mjs'
import { weighOnce } from './weigh.mjs'

/**
 * @typedef {import('./row.mjs').Row} Row
 * @typedef {import('./visit.mjs').Visit} Visit
 * @typedef {import('./bench-context.mjs').BenchContext} BenchContext
 *
 * @typedef {Visit & { interactiveMs: number }} AliveVisit
 * @typedef {import('./weigh.mjs').Weight} Weight
 *
 * @typedef {{ desk: AliveVisit, floor: AliveVisit, limit: Visit, weight: Weight }} Round
 */

const KILOBYTE = 1000

/** @param {Visit} visit */
function contentOf({ figures, charts }) {
  return JSON.stringify({ charts, figures: [...figures].sort() }, null, 1)
}

/**
 * Pages that show different things are not to be compared.
 * @param {Pick<Round, 'desk' | 'floor' | 'limit'>} round
 */
export function expectSameContent({ desk, floor, limit }) {
  const wanted = contentOf(limit)
  for (const [name, visit] of Object.entries({ desk, floor })) {
    if (contentOf(visit) === wanted) continue
    throw new Failure(
      `${name} 与 limit 首屏内容不同，不能相比 / does not show what the limit shows:\n` +
        `${contentOf(visit)}\n≠\n${wanted}`,
    )
  }
}

/**
 * One round that does not count, for the disk's sake, then those that do.
 * @param {BenchContext} context
 * @returns {Promise<Round[]>}
 */
async function visitInTurns({ sites, runs, figures, isSlow, say }) {
  const conditions = { figures, isSlow }
  /** @type {Round[]} */
  const rounds = []
  for (let at = 0; at <= runs; at += 1) {
    const pages = {
      desk: await visitAlive(sites.desk.url, conditions),
      floor: await visitAlive(sites.floor.url, conditions),
      limit: await visitStill(sites.limit.url, conditions),
    }
    expectSameContent(pages)
    if (at > 0) rounds.push({ ...pages, weight: await weighOnce(sites.desk.url, conditions) })
    const times = Object.entries(pages).map(
      ([name, { chartsDoneMs }]) => `${name} ${chartsDoneMs.toFixed(0)} ms`,
    )
    say(`${at === 0 ? 'warm-up' : `round ${at}/${runs}`}: ${times.join(', ')}`)
  }
  return rounds
}

/**
 * @param {Round[]} rounds
 * @returns {Row[]}
 */
export function overviewRows(rounds) {
  const chartsDone = (/** @type {'desk' | 'floor' | 'limit'} */ page) =>
    rounds.map((round) => round[page].chartsDoneMs)
  const interactive = (/** @type {'desk' | 'floor'} */ page) =>
    rounds.map((round) => round[page].interactiveMs)
  const isEver = interactive('desk').every(Number.isFinite)
  const seen = 'overview, cold: all figures and first-view charts visible'
  return [
    {
      what: seen,
      budget: '≤ 0.45 × floor',
      limit: 0.45,
      unit: 'ratio',
      samples: ratios(chartsDone('desk'), chartsDone('floor')),
    },
    {
      what: seen,
      budget: '≤ 1.4 × limit',
      limit: 1.4,
      unit: 'ratio',
      samples: ratios(chartsDone('desk'), chartsDone('limit')),
    },
    {
      what: 'overview, cold: everything interactive',
      budget: '≤ 1.35 × floor',
      limit: 1.35,
      unit: 'ratio',
      samples: ratios(interactive('desk'), interactive('floor')),
      ...(isEver ? {} : { note: 'the page sets no mark "interactive" within 15 s' }),
    },
    {
      what: 'bytes before the first view is complete',
      budget: '≤ 40 KB br',
      limit: 40,
      unit: 'KB',
      samples: rounds.map(({ weight }) => weight.firstViewBytes / KILOBYTE),
    },
    {
      what: "script for the desk's first view, everything",
      budget: '≤ 200 KB br',
      limit: 200,
      unit: 'KB',
      samples: rounds.map(({ weight }) => weight.scriptBytes / KILOBYTE),
    },
  ]
}

/** @param {BenchContext} context */
export async function measureOverview(context) {
  return overviewRows(await visitInTurns(context))
}
