/** What a rule says of a site. */

/**
 * @typedef {object} Fault
 * @property {string} at the address, relative to the site; empty for the site itself
 * @property {string} zh what was found there
 * @property {string} en
 *
 * @typedef {object} Verdict
 * @property {keyof typeof import('./check-text.mjs').RULES} rule
 * @property {readonly Fault[]} faults none where the rule is kept
 * @property {'failed' | 'warning'} weight what a fault counts as
 * @property {string | number} seen what was found where the rule is kept, in signs that need no
 *   translation, or in how many answers
 *
 * @typedef {(visit: import('./check-visit.mjs').Visit) => Verdict | null} Rule null where it does not
 *   apply
 */

/**
 * @param {string} at
 * @param {string} zh
 * @param {string} en
 * @returns {Fault}
 */
export function fault(at, zh, en = zh) {
  return { at, zh, en }
}

/**
 * @param {string} at
 * @param {string} name
 * @param {string | string[] | undefined} value of the header; undefined where it was not sent
 */
export function headerFault(at, name, value) {
  if (value === undefined) return fault(at, `没有 ${name}`, `no ${name}`)
  return fault(at, `${name}: ${String(value)}`)
}

/**
 * @param {Verdict['rule']} rule
 * @param {readonly Fault[]} faults
 * @param {string | number} seen
 * @returns {Verdict}
 */
export function failing(rule, faults, seen) {
  return { rule, faults, weight: 'failed', seen }
}

/**
 * @param {Verdict['rule']} rule
 * @param {readonly Fault[]} faults
 * @param {string | number} seen
 * @returns {Verdict}
 */
export function warning(rule, faults, seen) {
  return { rule, faults, weight: 'warning', seen }
}
