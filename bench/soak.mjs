/** `npm run soak`: a day and a month of the wall in minutes, and whether it holds what it held. */
import { ensureBuilt } from '../tools/build.mjs'
import { runMain } from '../tools/failure.mjs'
import { openFreshBrowser } from './chromium.mjs'
import { readSoakArguments } from './soak-arguments.mjs'
import { judge } from './soak-criteria.mjs'
import { LEAKS } from './soak-leaks.mjs'
import { soak } from './soak-parts.mjs'
import { dayOf, divideIntoStretches } from './soak-stretches.mjs'

/**
 * @typedef {import('./soak-arguments.mjs').SoakWishes} SoakWishes
 * @typedef {import('./soak-criteria.mjs').Verdict} Verdict
 * @typedef {import('./soak-leaks.mjs').Leak} Leak
 * @typedef {import('./soak-stretches.mjs').Stretch} Stretch
 */

const say = console.log

/**
 * In a browser of its own: two share nothing.
 * @param {Stretch} stretch
 * @param {number} seed
 * @param {Leak | null} leak
 */
async function judgeStretch(stretch, seed, leak) {
  const browser = await openFreshBrowser()
  try {
    return judge(await soak(browser, { stretch, seed, leak, say }))
  } finally {
    await browser.close()
  }
}

/**
 * @param {string} title
 * @param {readonly Verdict[]} verdicts
 */
function formatVerdicts(title, verdicts) {
  const rows = verdicts.map(({ isMet, name, value, limit }) => [
    isMet ? '✓' : '✗',
    name.padEnd(Math.max(...verdicts.map((each) => each.name.length))),
    value.padEnd(12),
    limit,
  ])
  return [`\n${title}`, ...rows.map((cells) => cells.join('  '))].join('\n')
}

/**
 * @param {SoakWishes} wishes
 * @returns {Promise<boolean>} whether all is well
 */
async function soakAll(wishes) {
  const all = await Promise.all(
    divideIntoStretches(wishes).map(async (stretch) => ({
      name: stretch.name,
      verdicts: await judgeStretch(stretch, wishes.seed, wishes.leak),
    })),
  )
  for (const { name, verdicts } of all) say(formatVerdicts(name, verdicts))
  return all.every(({ verdicts }) => verdicts.every(({ isMet }) => isMet))
}

/**
 * @param {SoakWishes} wishes
 * @returns {Promise<boolean>} whether each leak was caught by what must catch it
 */
async function prove(wishes) {
  /** @type {string[]} */
  const lines = []
  let areCaught = true
  const day = dayOf(wishes.hours)
  for (const [name, { what, caughtBy }] of Object.entries(LEAKS)) {
    const verdicts = await judgeStretch(day, wishes.seed, /** @type {Leak} */ (name))
    const missed = verdicts.filter(({ isMet }) => !isMet)
    const isCaught = missed.some((verdict) => verdict.name === caughtBy)
    const told = missed.map((verdict) => `${verdict.name} ${verdict.value} (${verdict.limit})`)
    lines.push(`${isCaught ? '✓' : '✗'}  ${name}, ${what}: ${told.join('; ') || 'not seen'}`)
    areCaught &&= isCaught
  }
  say(`\n${lines.join('\n')}`)
  return areCaught
}

runMain(async () => {
  const wishes = readSoakArguments(process.argv.slice(2), (Date.now() % 999_999) + 1)
  say('正在构建 / Building …')
  await ensureBuilt()
  say(`种子 / seed ${wishes.seed}`)
  const startedMs = performance.now()
  const isWell = wishes.isProof ? await prove(wishes) : await soakAll(wishes)
  const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1)
  say(`\n${isWell ? '通过 / passed' : '未通过 / failed'}, ${minutes} min, seed ${wishes.seed}`)
  return isWell ? 0 : 1
})
