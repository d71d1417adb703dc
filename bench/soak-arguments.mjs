/** The command line: `npm run soak -- [--seed 1] [--part day|month] [--leak chart] [--prove]`. */
import { parseArgs } from 'node:util'
import { Failure } from '../tools/failure.mjs'
import { LEAKS } from './soak-leaks.mjs'

/** @typedef {import('./soak-leaks.mjs').Leak} Leak */

const USAGE =
  'npm run soak -- [--seed 1] [--part day|month] [--hours 24] [--days 30] ' +
  `[--leak ${Object.keys(LEAKS).join('|')}] [--prove]`

const FULL = { hours: 24, days: 30 }
/** A leak shows within hours. */
const PROOF_HOURS = 6

/**
 * @typedef {object} SoakWishes
 * @property {readonly ('day' | 'month')[]} parts
 * @property {number} hours of the day part
 * @property {number} days of the month part
 * @property {number} seed
 * @property {Leak | null} leak
 * @property {boolean} isProof all leaks, one after the other, each of which must be caught
 */

/** @param {readonly string[]} words */
function parse(words) {
  try {
    const options = /** @type {const} */ ({
      seed: { type: 'string' },
      part: { type: 'string' },
      hours: { type: 'string' },
      days: { type: 'string' },
      leak: { type: 'string' },
      prove: { type: 'boolean', default: false },
    })
    return parseArgs({ args: [...words], options }).values
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : ''}\n${USAGE}`)
  }
}

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} otherwise
 * @param {number} most
 */
function readNumber(name, text, otherwise, most) {
  if (text === undefined) return otherwise
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (!(number >= 1 && number <= most))
    throw new Failure(`--${name} ${text}: 1 … ${most}\n${USAGE}`)
  return number
}

/** @param {string | undefined} text */
function readLeak(text) {
  if (text === undefined) return null
  if (!Object.keys(LEAKS).includes(text)) throw new Failure(`--leak ${text}\n${USAGE}`)
  return /** @type {Leak} */ (text)
}

/**
 * @param {string | undefined} text
 * @returns {SoakWishes['parts']}
 */
function readParts(text) {
  if (text === undefined) return ['day', 'month']
  if (text !== 'day' && text !== 'month') throw new Failure(`--part ${text}\n${USAGE}`)
  return [text]
}

/**
 * Leaks are looked for in the day part only, and in fewer hours of it.
 * @param {readonly string[]} words
 * @param {number} seedOtherwise
 * @returns {SoakWishes}
 */
export function readSoakArguments(words, seedOtherwise) {
  const { seed, part, hours, days, leak: leakText, prove: isProof } = parse(words)
  const leak = readLeak(leakText)
  const isLeaking = leak !== null || isProof
  return {
    parts: isLeaking ? ['day'] : readParts(part),
    hours: readNumber('hours', hours, isLeaking ? PROOF_HOURS : FULL.hours, 30),
    days: readNumber('days', days, FULL.days, 30),
    seed: readNumber('seed', seed, seedOtherwise, 999_999_999),
    leak,
    isProof,
  }
}
