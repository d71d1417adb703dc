/** The built site against the oldest browser that it must run in. */
import { Failure } from '../failure.mjs'
import { ACCEPTED } from './accepted.mjs'
import { judge } from './judge.mjs'
import { OLDEST_CHROMIUM } from './oldest-browser.mjs'
import { scanFolder } from './scan.mjs'

/** @param {string} dist */
export async function checkCompatibility(dist) {
  const scanned = await scanFolder(dist)
  if (scanned.length === 0) throw new Failure(`nothing to read in ${dist}`)
  const faults = judge(scanned, ACCEPTED)
  if (faults.length === 0) return
  throw new Failure(
    `Newer than Chromium ${OLDEST_CHROMIUM}:\n${faults.join('\n')}\n` +
      'Write it so that this browser can read it; what does no harm goes into tools/compat/accepted.mjs, with the reason',
  )
}
