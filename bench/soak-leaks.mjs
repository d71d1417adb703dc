/** Leaks put into the page from outside, one for each slide, to prove that the soak sees them. */

/** @typedef {'listener' | 'chart' | 'array' | 'url'} Leak */

/**
 * What each of them is, and by which criterion it must be caught.
 * @type {Readonly<Record<Leak, { what: string, caughtBy: string }>>}
 */
export const LEAKS = {
  listener: { what: 'a window listener that is never taken off', caughtBy: 'listeners' },
  chart: { what: 'a chart that is never disposed of', caughtBy: 'ECharts instances' },
  array: { what: 'an array that grows by 4 KB', caughtBy: 'heap slope' },
  url: { what: 'an object URL that is never revoked', caughtBy: 'object URLs' },
}

/**
 * Runs in the page: does something for each slide that comes.
 * @param {Leak} leak
 */
function leakWithSlides(leak) {
  /** @type {number[][]} */
  const kept = []
  const grow = () => {
    if (leak === 'array') kept.push(Array.from({ length: 500 }, () => Math.random()))
    if (leak === 'url') URL.createObjectURL(new Blob(['kept']))
    if (leak === 'listener') addEventListener('resize', () => kept.length)
  }
  const stage = document.querySelector('.stage')
  if (!stage) throw new Error('no stage')
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes])
    for (const node of added) if (node instanceof Element && node.matches('.layer')) grow()
  }).observe(stage, { childList: true })
}

/**
 * @param {Leak} leak
 * @param {import('playwright-core').Page} page
 * @param {import('./soak-charts.mjs').Charts} charts
 */
export async function startLeak(leak, page, charts) {
  if (leak === 'chart') return charts.patch('function () { this.dispose = function () {} }')
  return page.evaluate(leakWithSlides, leak)
}
