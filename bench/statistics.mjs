/**
 * What stands in the middle of the samples; of an even number the mean of the middle two.
 * @param {readonly number[]} samples at least one
 */
function median(samples) {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[middle]]
  if (low === undefined || high === undefined) throw new Error('no samples')
  // Two that never came have no mean: their difference is no number.
  return low === high ? low : (low + high) / 2
}

/**
 * @typedef {{ median: number, min: number, max: number }} Summary
 *
 * @param {readonly number[]} samples at least one
 * @returns {Summary}
 */
export function summarize(samples) {
  return { median: median(samples), min: Math.min(...samples), max: Math.max(...samples) }
}

/**
 * Round by round, because what slows one visit of a round slows the others too.
 * @param {readonly number[]} above
 * @param {readonly number[]} below one for each
 * @returns {number[]}
 */
export function ratios(above, below) {
  if (above.length !== below.length) throw new Error('rounds that cannot be compared')
  return above.map((value, round) => value / (below[round] ?? NaN))
}
