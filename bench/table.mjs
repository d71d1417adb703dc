/** The results as a table: one line for each budget. */
import { verdictOf } from './row.mjs'
import { summarize } from './statistics.mjs'

/** @typedef {import('./row.mjs').Row} Row */

const HEADINGS = ['what', 'budget', 'median', 'min', 'max', 'verdict']

/** Three digits that count, never fewer than there are before the point. */
function formatDigits(/** @type {number} */ value) {
  if (value === 0) return '0'
  const before = Math.floor(Math.log10(Math.abs(value))) + 1
  return value.toFixed(Math.min(3, Math.max(0, 3 - before)))
}

/**
 * @param {number} value
 * @param {Row['unit']} unit
 */
function formatValue(value, unit) {
  if (value === Infinity) return 'never'
  return unit === 'ratio' ? `${formatDigits(value)} ×` : `${formatDigits(value)} ${unit}`
}

/** How far over: "missed by 12 %"; a share says nothing of zero or of what never came. */
function formatVerdict(/** @type {Row} */ row) {
  const verdict = verdictOf(row)
  if (verdict !== 'missed' || !row.limit) return verdict
  const over = summarize(row.samples).median / row.limit - 1
  return Number.isFinite(over) ? `missed by ${Math.ceil(over * 100)} %` : verdict
}

/** @param {Row} row */
function cellsOf(row) {
  const verdict = [formatVerdict(row), ...(row.note ? [row.note] : [])].join(': ')
  if (row.samples.length === 0) return [row.what, row.budget, '–', '–', '–', verdict]
  const { median, min, max } = summarize(row.samples)
  const values = [median, min, max].map((value) => formatValue(value, row.unit))
  return [row.what, row.budget, ...values, verdict]
}

/**
 * For a terminal: columns of equal width.
 * @param {readonly Row[]} rows
 */
export function formatPlainTable(rows) {
  const lines = [HEADINGS, ...rows.map(cellsOf)]
  const widths = HEADINGS.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)))
  return lines
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** @param {readonly Row[]} rows */
export function formatMarkdownTable(rows) {
  const escaped = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  const rule = `| --- | --- | ---: | ---: | ---: | --- |`
  return [escaped(HEADINGS), rule, ...rows.map((row) => escaped(cellsOf(row)))].join('\n')
}
