/** What the sizes of a door amount to: a table, and what grew too much. */
import { FIGURES } from './door-files.mjs'

/**
 * @typedef {import('./door-files.mjs').FigureName} FigureName
 * @typedef {Record<string, number>} Parts name of a file → bytes over the wire
 * @typedef {Record<FigureName, Parts>} DoorSize
 * @typedef {Partial<Record<FigureName, number>>} Budgets
 */

const MAX_GROWTH = 1.05

const NAMES = /** @type {FigureName[]} */ (Object.keys(FIGURES))

/**
 * The bytes of each name; files that share one count together.
 * @param {ReadonlyMap<string, string>} files built file → name
 * @param {(file: string) => number} bytesOf
 * @returns {Parts}
 */
export function sumByName(files, bytesOf) {
  /** @type {Parts} */
  const parts = {}
  for (const [file, name] of files) parts[name] = (parts[name] ?? 0) + bytesOf(file)
  return Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** @param {Parts} [parts] */
function total(parts = {}) {
  return Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)
}

/**
 * @param {number} now
 * @param {number} before
 */
function change(now, before) {
  if (before === 0) return 'new'
  const percent = (now / before - 1) * 100
  return `${percent >= 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)} %`
}

/**
 * A budget that is not met is said every time: it is a goal of its own, and growth may not hide
 * behind it.
 * @param {number} bytes
 * @param {number | undefined} budget
 */
function budgetText(bytes, budget) {
  if (budget === undefined) return 'no budget'
  if (bytes <= budget) return `budget ${budget}: met`
  return `budget ${budget}: missed by ${bytes - budget}`
}

/**
 * @param {string} door
 * @param {DoorSize} size
 * @param {DoorSize | undefined} old
 * @param {Budgets} budgets
 * @returns {string}
 */
export function sizeTable(door, size, old, budgets) {
  const rows = NAMES.map((name) => {
    const bytes = total(size[name])
    const before = total(old?.[name])
    return [
      `  ${FIGURES[name].padEnd(26)}`,
      String(bytes).padStart(8),
      change(bytes, before).padStart(9),
      `  ${budgetText(bytes, budgets[name])}`,
    ].join('')
  })
  return [`${door}, bytes with brotli, against docs/size.json`, ...rows].join('\n')
}

/**
 * What became more in a figure, the most first.
 * @param {Parts} now
 * @param {Parts} before
 * @returns {string[]}
 */
function grownParts(now, before) {
  return Object.entries(now)
    .map(([name, bytes]) => ({ name, bytes, old: before[name] ?? 0 }))
    .filter(({ bytes, old }) => bytes > old)
    .sort((a, b) => b.bytes - b.old - (a.bytes - a.old))
    .map(({ name, bytes, old }) => `  ${name}: ${old} → ${bytes} (+${bytes - old})`)
}

/**
 * The figures that grew too much, each with what grew in it.
 * @param {string} door
 * @param {DoorSize} size
 * @param {DoorSize | undefined} old
 * @returns {string[]}
 */
export function growthFaults(door, size, old) {
  if (!old) return [`${door}: not in docs/size.json yet`]
  return NAMES.flatMap((name) => {
    const bytes = total(size[name])
    const before = total(old[name])
    if (bytes <= before * MAX_GROWTH) return []
    const said = `${door}, ${FIGURES[name]}: ${before} → ${bytes}, ${change(bytes, before)}; what grew:`
    return [said, ...grownParts(size[name], old[name] ?? {})]
  })
}
