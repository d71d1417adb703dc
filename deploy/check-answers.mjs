/** Rules about what an address answers with: types, caching, packing, refusals. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { isText } from './check-probes.mjs'
import { failing, fault, headerFault, warning } from './check-verdict.mjs'

/**
 * @typedef {import('./check-visit.mjs').Visit} Visit
 * @typedef {import('./check-verdict.mjs').Fault} Fault
 * @typedef {import('./check-verdict.mjs').Rule} Rule
 * @typedef {import('./check-ask.mjs').Answer} Answer
 */

const YEAR_S = 31_536_000
/** Below this, packing saves no packet on the wire. */
const WORTH_PACKING_BYTES = 1400

/** @param {Visit} visit probes that were answered with a file */
function answered({ probes }) {
  return probes.filter(({ plain }) => plain.status === 200)
}

/** @param {Answer} answer */
function statusWords({ status, error }) {
  return error === null ? String(status) : error
}

/** @type {Rule} */
const present = (visit) => {
  const gone = visit.probes.filter(({ plain }) => plain.status !== 200)
  const faults = gone.map(({ probe, plain }) => fault(probe.path || '/', statusWords(plain)))
  return failing('present', faults, visit.probes.length)
}

/** @type {Rule} */
const types = (visit) => {
  const faults = answered(visit).flatMap(({ probe, plain }) => {
    const found = plain.headers['content-type']
    const [type, ...rest] = (found ?? '').toLowerCase().split(';')
    const isMarked = !isText(probe.type) || /charset=utf-8/.test(rest.join(';'))
    return type === probe.type && isMarked ? [] : [headerFault(probe.path, 'Content-Type', found)]
  })
  return failing('types', faults, answered(visit).length)
}

/** @param {string | undefined} caching @returns {number} seconds; 0 where it is asked for each time */
function keptSeconds(caching) {
  if (caching === undefined || /\bno-(?:cache|store)\b/.test(caching)) return 0
  return Number(/\bmax-age=(\d+)/.exec(caching)?.[1] ?? 0)
}

/** @type {Rule} */
const kept = (visit) => {
  const given = answered(visit).filter(({ probe }) => probe.caching === 'kept')
  const faults = given.flatMap(({ probe, plain }) => {
    const caching = plain.headers['cache-control']
    const isKept = keptSeconds(caching) >= YEAR_S && /\bimmutable\b/.test(caching ?? '')
    return isKept ? [] : [headerFault(probe.path, 'Cache-Control', caching)]
  })
  return failing('kept', faults, given.length)
}

/** @type {Rule} */
const asked = (visit) => {
  const given = answered(visit).filter(({ probe }) => probe.caching === 'asked')
  const faults = given.flatMap(({ probe, plain }) => {
    const caching = plain.headers['cache-control']
    // Without the header a browser keeps it as long as it sees fit.
    const isAsked = caching !== undefined && /\bno-cache\b|\bmax-age=0\b/.test(caching)
    return isAsked && keptSeconds(caching) === 0
      ? []
      : [headerFault(probe.path || '/', 'Cache-Control', caching)]
  })
  return failing('asked', faults, given.length)
}

/** @type {Rule} */
const refusalCaching = ({ refusals }) => {
  const errors = refusals.filter(({ answer }) => answer.status >= 400)
  const faults = errors
    .filter(({ answer }) => keptSeconds(answer.headers['cache-control']) > 60)
    .map(({ refusal, answer }) =>
      headerFault(refusal.path, 'Cache-Control', answer.headers['cache-control']),
    )
  return failing('refusal-caching', faults, errors.length)
}

/** @type {Rule} */
const unchanged = (visit) => {
  const faults = answered(visit)
    .filter(({ again }) => again.status !== 304)
    .map(({ probe, again }) => fault(probe.path || '/', statusWords(again)))
  return failing('unchanged', faults, answered(visit).length)
}

/** @param {Answer} answer @returns {Buffer | null} null where it is not what it says it is */
function unpack({ headers, body }) {
  const encoding = headers['content-encoding']
  try {
    if (encoding === 'br') return brotliDecompressSync(body)
    return encoding === 'gzip' ? gunzipSync(body) : body
  } catch {
    return null // broken bytes: the rule says so
  }
}

/** @param {Visit['probes'][number]} given @returns {Fault[]} */
function packingFaults({ probe: { path, type }, plain, packed }) {
  const encoding = packed.headers['content-encoding']
  if (encoding === undefined && plain.body.length < WORTH_PACKING_BYTES) return []
  if (encoding === undefined)
    return isText(type) ? [headerFault(path, 'Content-Encoding', undefined)] : []
  if (!unpack(packed)?.equals(plain.body))
    return [fault(path, '压缩的与不压缩的内容不同', 'packed and plain are not the same')]
  const vary = packed.headers.vary
  return /accept-encoding|\*/i.test(vary ?? '') ? [] : [headerFault(path, 'Vary', vary)]
}

/** @type {Rule} */
const packing = (visit) => {
  const given = answered(visit).filter(({ packed }) => packed.status === 200)
  return failing('packing', given.flatMap(packingFaults), given.length)
}

/** @type {Rule} */
const brotli = (visit) => {
  const kept = answered(visit).filter(({ probe }) => /^assets\/.*\.(?:js|css)$/.test(probe.path))
  const encodings = kept.map(({ packed }) => packed.headers['content-encoding'] ?? '')
  const faults = kept
    .filter((_, index) => encodings[index] !== 'br')
    .map(({ probe, packed }) =>
      headerFault(probe.path, 'Content-Encoding', packed.headers['content-encoding']),
    )
  return warning('brotli', faults, encodings.join(' '))
}

/**
 * Refusals of one kind that were none.
 * @param {Visit} visit
 * @param {readonly string[]} reasons
 * @param {(status: number) => boolean} isRefused
 */
function admitted({ refusals }, reasons, isRefused) {
  return refusals
    .filter(({ refusal, answer }) => reasons.includes(refusal.why) && !isRefused(answer.status))
    .map(({ refusal, answer }) => {
      const type = answer.headers['content-type'] ?? ''
      return fault(refusal.path, `${statusWords(answer)} ${type}`.trim())
    })
}

/** @type {Rule} */
const missing = (visit) =>
  failing(
    'missing',
    admitted(visit, ['missing'], (status) => status === 404 || status === 410),
    '404',
  )

/** @type {Rule} */
const listing = (visit) =>
  failing(
    'listing',
    admitted(visit, ['listing', 'hidden'], (status) => status === 403 || status === 404),
    '403, 404',
  )

/** @type {Rule} */
const method = (visit) =>
  failing(
    'method',
    admitted(visit, ['method'], (status) => [403, 405, 501].includes(status)),
    '405',
  )

/** @type {Rule} */
const redirect = ({ base, refusals }) => {
  const folders = refusals.filter(({ refusal }) => refusal.why === 'folder')
  const faults = folders.flatMap(({ refusal, answer }) => {
    const { location } = answer.headers
    if (location === undefined) return []
    const asked = `${base}${refusal.path}`
    const isSame = URL.canParse(location, asked) && new URL(location, asked).href === `${asked}/`
    return isSame ? [] : [headerFault(refusal.path, 'Location', location)]
  })
  const [first] = folders
  return failing('redirect', faults, first?.answer.headers.location ?? String(first?.answer.status))
}

/** @type {readonly Rule[]} */
export const ANSWER_RULES = [
  present,
  types,
  kept,
  asked,
  refusalCaching,
  unchanged,
  packing,
  brotli,
  missing,
  listing,
  method,
  redirect,
]
