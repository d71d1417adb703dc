/** Findings against the list of those that are known to do no harm. */

/**
 * @typedef {import('./oldest-browser.mjs').Finding} Finding
 * @typedef {{ file: string, findings: readonly Finding[] }} FileFindings
 *
 * @typedef {object} Acceptance
 * @property {RegExp} files the built files that may have it
 * @property {readonly string[]} features
 * @property {string} reason why the oldest browser can do without
 */

/**
 * What nobody has accepted, and what was accepted and is no more, one line each.
 * @param {readonly FileFindings[]} scanned
 * @param {readonly Acceptance[]} accepted
 * @returns {string[]}
 */
export function judge(scanned, accepted) {
  /** @type {Set<string>} */
  const used = new Set()
  const faults = scanned.flatMap(({ file, findings }) =>
    findings.flatMap(({ feature, since }) => {
      const fitting = accepted.filter(
        ({ files, features }) => files.test(file) && features.includes(feature),
      )
      for (const { files } of fitting) used.add(`${files} ${feature}`)
      return fitting.length > 0 ? [] : [`${file}: ${feature} (${since})`]
    }),
  )
  const stale = accepted.flatMap(({ files, features, reason }) =>
    features
      .filter((feature) => !used.has(`${files} ${feature}`))
      .map((feature) => `accepted, but nowhere to be found: ${feature} in ${files} (${reason})`),
  )
  return [...faults, ...stale]
}
