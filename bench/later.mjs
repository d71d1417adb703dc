/**
 * Budgets whose subject is not built yet. What builds it measures it: a function in a file of its
 * own takes the place of the one here.
 */

/**
 * @typedef {import('./row.mjs').Row} Row
 * @typedef {(context: import('./bench-context.mjs').BenchContext) => Promise<Row[]>} Measure
 */

/**
 * @param {readonly Omit<Row, 'samples'>[]} budgets
 * @returns {Row[]}
 */
function unbuilt(budgets) {
  return budgets.map((budget) => ({ ...budget, samples: [] }))
}

/**
 * Pages of other hosts that show our panels.
 * @type {Measure}
 */
export const measureEmbeds = async () =>
  unbuilt([
    { what: 'embed page, cold, before touch: bytes', budget: '≤ 15 KB br', limit: 15, unit: 'KB' },
    {
      what: 'embed page, cold, before touch: figure and chart visible',
      budget: '≤ 0.45 × floor',
      limit: 0.45,
      unit: 'ratio',
    },
    {
      what: 'ten embeds on one page: ECharts before one is touched',
      budget: 'none',
      limit: 0,
      unit: 'KB',
    },
    {
      what: 'panel.js before its first panel is touched',
      budget: '≤ 12 KB br',
      limit: 12,
      unit: 'KB',
    },
  ])

/**
 * The screen in the hall.
 * @type {Measure}
 */
export const measureWall = async () =>
  unbuilt([
    {
      what: 'wall: one slide change at 1920×1080, 2 cores: longest task',
      budget: '≤ 50 ms',
      limit: 50,
      unit: 'ms',
    },
    {
      what: 'wall: one slide change: longest gap between frames',
      budget: 'no frame lost that a person would see',
      limit: null,
      unit: 'ms',
    },
    {
      what: 'wall: 24 h of 15 s slides, clock run fast: heap slope per 240 slides',
      budget: '≤ 0.05 MB',
      limit: 0.05,
      unit: 'MB',
    },
    {
      what: 'wall: 24 h of slides: ECharts instances against mounted charts',
      budget: '1 ×; listeners and nodes constant',
      limit: 1,
      unit: 'ratio',
    },
  ])
