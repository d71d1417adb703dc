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
