/** Where, when and of what the results are. */
import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { ROOT } from '../tools/run-command.mjs'
import { openFreshBrowser } from './chromium.mjs'

/**
 * @typedef {object} Machine
 * @property {string} commit
 * @property {string} day
 * @property {string} browser
 * @property {string} processor
 * @property {string} node
 */

/** @param {readonly string[]} words */
function git(...words) {
  const { status, stdout } = spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : ''
}

/** The commit; whether what was measured is that commit and nothing else. */
function describeCommit() {
  const commit = git('rev-parse', '--short', 'HEAD') || 'no git'
  const changes = git('status', '--porcelain', '--', '.', ':!docs/bench.md')
  return changes === '' ? commit : `${commit} with changes`
}

/**
 * @param {Date} now
 * @returns {Promise<Machine>}
 */
export async function describeMachine(now) {
  const browser = await openFreshBrowser()
  const version = browser.version()
  await browser.close()
  return {
    commit: describeCommit(),
    day: now.toISOString().slice(0, 10),
    browser: `Chromium ${version}`,
    processor: `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}`,
    node: `Node ${process.versions.node}`,
  }
}
