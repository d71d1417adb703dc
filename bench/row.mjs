/** One budget and what was measured of it. */
import { summarize } from './statistics.mjs'

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} budget as performance budgets say it
 * @property {number | null} limit what the median may be at most; null where no number says it all
 * @property {'ratio' | 'KB' | 'ms' | 's' | 'MB'} unit KB and MB are thousands
 * @property {number[]} samples none for what is not built yet; Infinity for what never came
 * @property {string} [note]
 *
 * @typedef {'met' | 'missed' | 'measured' | 'not built yet'} Verdict
 */

/**
 * @param {Pick<Row, 'samples' | 'limit'>} row
 * @returns {Verdict}
 */
export function verdictOf({ samples, limit }) {
  if (samples.length === 0) return 'not built yet'
  if (limit === null) return 'measured'
  return summarize(samples).median <= limit ? 'met' : 'missed'
}
