/** What goes wrong with the server on a simulated day, drawn from a seed. */

/** @typedef {'errors' | 'truncated' | 'altered' | 'web page' | 'refused' | 'silent'} FaultKind */

/**
 * @typedef {object} PlannedFault
 * @property {FaultKind} kind
 * @property {number} fromMs since the day began
 * @property {number} lastsMs
 * @property {boolean} isNews whether new data are published as it begins, and their file is broken too
 */

/** @type {readonly FaultKind[]} */
export const FAULT_KINDS = ['errors', 'truncated', 'altered', 'web page', 'refused', 'silent']

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const PER_DAY = 3
const SPAN_MS = (24 / PER_DAY) * HOUR_MS
/**
 * Longer than the wall leaves between two looks at the server (stores/poller.ts): of a fault that came
 * and went between them it knows nothing, and has nothing to recover from.
 */
const SHORTEST_MS = 6 * MINUTE_MS
const LONGEST_MS = HOUR_MS

/**
 * Numbers from 0 up to 1 (mulberry32), the same for the same seed.
 * @param {number} seed
 * @returns {() => number}
 */
export function createRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Three a day, each over long before the next; the first comes with the day's new data.
 * @param {() => number} random
 * @returns {readonly PlannedFault[]}
 */
export function planFaults(random) {
  return Array.from({ length: PER_DAY }, (_, place) => {
    const kind = FAULT_KINDS[Math.floor(random() * FAULT_KINDS.length)]
    if (!kind) throw new Error('no such fault')
    const lastsMs = SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS)
    const fromMs = place * SPAN_MS + random() * (SPAN_MS - LONGEST_MS - 10 * MINUTE_MS)
    return { kind, fromMs, lastsMs, isNews: place === 0 }
  })
}
