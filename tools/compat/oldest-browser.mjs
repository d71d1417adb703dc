/** What the oldest browser knows, by MDN's compatibility data. */
import bcd from '@mdn/browser-compat-data/forLegacyNode'

/**
 * @typedef {import('@mdn/browser-compat-data').Identifier} Entry a node of the data
 * @typedef {import('@mdn/browser-compat-data').CompatStatement} CompatStatement
 * @typedef {import('@mdn/browser-compat-data').SimpleSupportStatement} Statement
 *
 * @typedef {object} Finding something that the oldest browser does not know
 * @property {string} feature as the code writes it: `:has`, `text-wrap`, `structuredClone`, `.at`
 * @property {string} since the version that brought it, or why it is reported
 */

export const OLDEST_CHROMIUM = 90

export const DATA = bcd

/** @param {string} version `90`, or `≤83` where the data know no better */
function majorOf(version) {
  return Number.parseInt(version.replace('≤', ''), 10)
}

/**
 * @param {Statement} statement
 * @param {string} writtenName
 */
function isAbout(statement, writtenName) {
  if (statement.flags) return false
  if (statement.alternative_name) return statement.alternative_name === writtenName
  return statement.prefix ? writtenName.startsWith(statement.prefix) : true
}

/**
 * The version of Chromium since which a feature is there; Infinity where it is not yet.
 * @param {CompatStatement} compat
 * @param {string} [writtenName] as it stands in the code, perhaps with a prefix
 */
function chromiumSince(compat, writtenName = '') {
  const statements = [compat.support.chrome ?? []].flat()
  const versions = statements
    .filter((statement) => isAbout(statement, writtenName))
    .filter(({ version_removed: end }) => !end || majorOf(end) > OLDEST_CHROMIUM)
    .map(({ version_added: start }) => (start ? majorOf(start) : Number.NaN))
    .filter((version) => !Number.isNaN(version))
  return Math.min(...versions)
}

/**
 * Since when there is something by this name: a name that several entries share is as old as the
 * oldest of them. Undefined if no entry says anything.
 * @param {readonly (Entry | undefined)[]} entries
 * @param {string} [writtenName]
 * @returns {number | undefined}
 */
export function sinceOf(entries, writtenName) {
  const compats = entries.flatMap((entry) => entry?.__compat ?? [])
  if (compats.length === 0) return undefined
  return Math.min(...compats.map((compat) => chromiumSince(compat, writtenName)))
}

/**
 * @param {string} feature
 * @param {number | undefined} since
 * @returns {Finding[]} nothing where the oldest browser has it
 */
export function findingFor(feature, since) {
  if (since === undefined) return [{ feature, since: 'unknown to the data' }]
  if (since <= OLDEST_CHROMIUM) return []
  return [{ feature, since: since === Infinity ? 'no Chromium' : `Chromium ${since}` }]
}

/**
 * Findings once each.
 * @param {readonly Finding[]} findings
 */
export function distinct(findings) {
  return [...new Map(findings.map((finding) => [finding.feature, finding])).values()]
}

/**
 * @param {Entry | undefined} entry
 * @returns {[string, Entry][]}
 */
export function childrenOf(entry) {
  const children = Object.entries(entry ?? {}).filter(([key]) => key !== '__compat')
  return /** @type {[string, Entry][]} */ (children)
}
