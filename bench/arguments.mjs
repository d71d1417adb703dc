/** The command line: `npm run bench -- [--runs 9] [--slow] [--write]`. */
import { parseArgs } from 'node:util'
import { Failure } from '../tools/failure.mjs'

const USAGE = 'npm run bench -- [--runs 9] [--slow] [--write]'

/** Below this the middle of the samples says little. */
const FULL_RUNS = 9

/**
 * @typedef {object} Wishes
 * @property {number} runs
 * @property {boolean} isSlow a slow machine on a slow line
 * @property {boolean} isWritten whether the results go to docs/bench.md
 */

/** @param {unknown} error */
function isParseError(error) {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE')
}

/** @param {readonly string[]} words */
function parse(words) {
  try {
    const options = /** @type {const} */ ({
      runs: { type: 'string', default: String(FULL_RUNS) },
      slow: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    })
    return parseArgs({ args: [...words], options }).values
  } catch (error) {
    if (!isParseError(error)) throw error
    throw new Failure(`${error instanceof Error ? error.message : ''}\n${USAGE}`)
  }
}

/**
 * @param {readonly string[]} words
 * @returns {Wishes}
 */
export function readArguments(words) {
  const { runs: count, slow: isSlow, write: isWritten } = parse(words)
  if (!/^[1-9]\d{0,2}$/.test(count)) throw new Failure(`--runs ${count}: 1 … 999\n${USAGE}`)
  const runs = Number(count)
  if (isWritten && (isSlow || runs < FULL_RUNS)) {
    throw new Failure(
      `docs/bench.md 只收完整的一轮：至少 ${FULL_RUNS} 次，不带 --slow / ` +
        `docs/bench.md takes a full run only: ${FULL_RUNS} runs or more, without --slow`,
    )
  }
  return { runs, isSlow, isWritten }
}
