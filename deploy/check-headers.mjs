/** Rules about the headers that every answer carries. */
import { STRICT_POLICY } from '../tools/policy.mjs'
import { ONE_FILE } from './check-probes.mjs'
import { failing, fault, headerFault, warning } from './check-verdict.mjs'

/**
 * @typedef {import('./check-visit.mjs').Visit} Visit
 * @typedef {import('./check-verdict.mjs').Verdict} Verdict
 * @typedef {import('./check-verdict.mjs').Fault} Fault
 * @typedef {import('./check-ask.mjs').Answer} Answer
 * @typedef {import('./check-probes.mjs').Kind} Kind
 * @typedef {{ path: string, kind: Kind, answer: Answer }} Given an answer, and what it answers
 */

/** @param {Visit} visit @returns {readonly Given[]} files that were sent */
function sentFiles({ probes }) {
  return probes.flatMap(({ probe: { path, kind }, plain, packed }) =>
    [plain, packed]
      .filter(({ status }) => status === 200)
      .map((answer) => ({ path, kind, answer })),
  )
}

/** @param {Visit} visit @returns {readonly Given[]} refusals, redirects and 304 */
function sentWithoutFile({ probes, refusals }) {
  const refused = refusals.map(({ refusal, answer }) => ({
    path: `${refusal.method === 'GET' ? '' : `${refusal.method} `}${refusal.path} (${answer.status})`,
    kind: refusal.kind,
    answer,
  }))
  const unchanged = probes.map(({ probe: { path, kind }, again }) => ({
    path: `${path} (304)`,
    kind,
    answer: again,
  }))
  return [
    ...refused.filter(({ answer }) => answer.status >= 300),
    ...unchanged.filter(({ answer }) => answer.status === 304),
  ]
}

/** @param {string} policy @returns {Map<string, string>} sources by directive, in a fixed order */
function directivesOf(policy) {
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/))
  return new Map(parts.map(([name = '', ...words]) => [name.toLowerCase(), words.sort().join(' ')]))
}

/**
 * Where a policy differs from the strict one, apart from who may frame.
 * @param {string | undefined} policy
 * @returns {string[]} names of directives
 */
function looseDirectives(policy) {
  const [wanted, found] = [directivesOf(STRICT_POLICY), directivesOf(policy ?? '')]
  const names = new Set([...wanted.keys(), ...found.keys()].filter((name) => name !== ''))
  names.delete('frame-ancestors')
  return [...names].filter((name) => wanted.get(name) !== found.get(name))
}

/** @param {Answer} answer */
function policyOf({ headers }) {
  const policy = headers['content-security-policy']
  return policy === undefined ? undefined : String(policy)
}

/** @param {Answer} answer @returns {string[] | null} null where anybody may */
function framersOf(answer) {
  const words = directivesOf(policyOf(answer) ?? '').get('frame-ancestors')
  return words === undefined ? null : words.split(' ')
}

/** @param {Given} given @returns {Fault[]} */
function policyFaults({ path, answer }) {
  const policy = policyOf(answer)
  if (policy === undefined) return [headerFault(path, 'Content-Security-Policy', undefined)]
  const loose = looseDirectives(policy)
  if (loose.length === 0) return []
  const names = loose.join(', ')
  return [fault(path, `策略有出入: ${names}`, `the policy differs in ${names}`)]
}

/**
 * A rule that wants the same of one header in each answer.
 * @param {readonly Given[]} given
 * @param {string} name
 * @param {(value: string, given: Given) => boolean} isRight
 * @returns {Fault[]}
 */
function headerFaults(given, name, isRight) {
  return given.flatMap((each) => {
    const value = each.answer.headers[name.toLowerCase()]
    const isKept = value !== undefined && isRight(String(value).trim(), each)
    return isKept ? [] : [headerFault(each.path, name, value)]
  })
}

/** @type {import('./check-verdict.mjs').Rule} */
const policy = (visit) => {
  const given = sentFiles(visit)
  return failing('policy', given.flatMap(policyFaults), given.length)
}

/** @type {import('./check-verdict.mjs').Rule} */
const refusalHeaders = (visit) => {
  const given = sentWithoutFile(visit)
  const sniff = headerFaults(given, 'X-Content-Type-Options', (value) => value === 'nosniff')
  const framed = given.filter(
    ({ kind, answer }) => kind === 'page' && framersOf(answer)?.join() !== "'none'",
  )
  const faults = [
    ...given.flatMap(policyFaults),
    ...sniff,
    ...framed.map(({ path }) => fault(path, '可以被别的网页装进框里', 'may be framed')),
  ]
  return failing('refusal-headers', faults, given.length)
}

/** @type {import('./check-verdict.mjs').Rule} */
const appFraming = (visit) => {
  const given = sentFiles(visit).filter(({ kind }) => kind === 'page')
  const open = given.filter(({ answer }) => framersOf(answer)?.join() !== "'none'")
  const faults = open.map(({ path, answer }) => {
    const words = framersOf(answer)?.join(' ')
    return headerFault(path, 'frame-ancestors', words)
  })
  return failing('app-framing', faults, "frame-ancestors 'none'")
}

/** @param {string} word whether it lets in whole schemes, or everybody */
function isTooWide(word) {
  return /^(?:\*|\w+:|(?:https?:\/\/)?\*(?:\.\w+)?(?::\S*)?)$/.test(word)
}

/**
 * @param {readonly string[]} framers
 * @param {readonly string[] | null} hosts
 * @returns {[string, string] | null} what is wrong, Chinese and English
 */
function framingTrouble(framers, hosts) {
  const list = framers.join(' ')
  if (framers.includes("'none'")) return ["'none':谁都不能嵌入", "'none': nobody may frame it"]
  const wide = framers.filter(isTooWide).join(' ')
  if (wide) return [`${wide}:谁都能嵌入`, `${wide}: anybody may frame it`]
  if (hosts === null) return null
  const outer = framers.filter((word) => word !== "'self'")
  const missing = hosts.filter((host) => !outer.includes(host)).join(' ')
  const extra = outer.filter((host) => !hosts.includes(host)).join(' ')
  if (missing) return [`名单里没有 ${missing}(现为 ${list})`, `${missing} is not listed (${list})`]
  return extra ? [`名单里多了 ${extra}`, `${extra} is listed, too`] : null
}

/** @type {import('./check-verdict.mjs').Rule} */
const embedFraming = (visit) => {
  const given = sentFiles(visit).filter(({ kind }) => kind === 'embed')
  const faults = given.flatMap(({ path, answer }) => {
    const framers = framersOf(answer)
    if (framers === null) return [headerFault(path, 'frame-ancestors', undefined)]
    const old = answer.headers['x-frame-options']
    // Browsers that know frame-ancestors ignore it; inspectors and old engines do not.
    if (old !== undefined) return [headerFault(path, 'X-Frame-Options', old)]
    const trouble = framingTrouble(framers, visit.hosts)
    return trouble ? [fault(path, ...trouble)] : []
  })
  const [first] = given
  // That it is missing is another rule's.
  if (!first) return null
  return failing('embed-framing', faults, framersOf(first.answer)?.join(' ') ?? '')
}

/** @type {import('./check-verdict.mjs').Rule} */
const nosniff = (visit) => {
  const given = sentFiles(visit)
  const faults = headerFaults(given, 'X-Content-Type-Options', (value) => value === 'nosniff')
  return failing('nosniff', faults, given.length)
}

const DISCREET = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin']

/** @type {import('./check-verdict.mjs').Rule} */
const referrer = (visit) => {
  const given = sentFiles(visit).filter(({ kind }) => kind === 'page' || kind === 'embed')
  const faults = headerFaults(given, 'Referrer-Policy', (value, { kind }) =>
    kind === 'embed' ? value === 'no-referrer' : DISCREET.includes(value),
  )
  return failing('referrer', faults, given.length)
}

/** @type {import('./check-verdict.mjs').Rule} */
const permissions = (visit) => {
  const given = sentFiles(visit).filter(({ kind }) => kind === 'page')
  const faults = headerFaults(
    given,
    'Permissions-Policy',
    (value) =>
      /\bscreen-wake-lock=(?:\(self\)|self|\*)/.test(value) &&
      ['camera', 'microphone', 'geolocation'].every((name) => value.includes(`${name}=()`)),
  )
  return failing('permissions', faults, given.length)
}

/** @type {import('./check-verdict.mjs').Rule} */
const opener = (visit) => {
  const given = sentFiles(visit).filter(({ kind }) => kind === 'page')
  // Browsers heed it over https alone.
  if (!visit.base.startsWith('https:')) return null
  const name = 'Cross-Origin-Opener-Policy'
  return failing(
    'opener',
    headerFaults(given, name, (value) => value === 'same-origin'),
    given.length,
  )
}

/** @type {import('./check-verdict.mjs').Rule} */
const readers = (visit) => {
  const given = sentFiles(visit)
  const open = given.filter(({ kind }) => kind === 'public' || kind === 'embed')
  const own = given.filter(({ kind }) => kind === 'page' || kind === 'worker')
  const resource = 'Cross-Origin-Resource-Policy'
  const faults = [
    ...headerFaults(open, 'Access-Control-Allow-Origin', (value) => value === '*'),
    ...headerFaults(open, resource, (value) => value === 'cross-origin'),
    ...headerFaults(own, resource, (value) => value === 'same-origin'),
  ]
  return failing('readers', faults, open.length)
}

/** @type {import('./check-verdict.mjs').Rule} */
const oneFile = (visit) => {
  const given = sentFiles(visit).filter(({ path }) => path === ONE_FILE)
  const faults = headerFaults(given, 'Content-Disposition', (value) => /^attachment\b/.test(value))
  return failing('one-file', faults, given.length)
}

/** @type {import('./check-verdict.mjs').Rule} */
const leaks = (visit) => {
  const given = sentFiles(visit)
  const telling = given.filter(({ answer }) => /\d/.test(String(answer.headers.server ?? '')))
  const baking = given.filter(({ answer }) => answer.headers['set-cookie'] !== undefined)
  const faults = [
    ...telling.map(({ path, answer }) => headerFault(path, 'Server', answer.headers.server)),
    ...baking.map(({ path }) => fault(path, 'Set-Cookie')),
  ]
  return warning('leaks', faults, given.length)
}

/** @type {readonly import('./check-verdict.mjs').Rule[]} */
export const HEADER_RULES = [
  policy,
  refusalHeaders,
  appFraming,
  embedFraming,
  nosniff,
  referrer,
  permissions,
  opener,
  readers,
  oneFile,
  leaks,
]
