/** The names of script that are newer than the oldest browser, out of MDN's data. */
import { READ } from '@eslint-community/eslint-utils'
import { childrenOf, DATA, findingFor, OLDEST_CHROMIUM, sinceOf } from './oldest-browser.mjs'

/**
 * @typedef {import('./oldest-browser.mjs').Entry} Entry
 * @typedef {import('./oldest-browser.mjs').Finding} Finding
 * @typedef {{ [READ]?: true, [member: string]: TraceMap }} TraceMap what to look for under a global
 */

const BUILTINS = DATA.javascript.builtins

/** Objects whose members are globals. */
const GLOBAL_SCOPES = ['Window', 'WorkerGlobalScope', 'ServiceWorkerGlobalScope']

/**
 * What owns members: the interfaces and builtins that the oldest browser has. An object of a newer
 * kind comes only out of something that is newer itself, and is found there.
 */
const OWNERS = [
  ...childrenOf(DATA.api),
  ...childrenOf(BUILTINS),
  ...childrenOf(BUILTINS?.Intl),
].filter(([, owner]) => (sinceOf([owner]) ?? 0) <= OLDEST_CHROMIUM)

/** @param {string} key a member, and no note about one, such as `click_event` or `secure_context` */
function isName(key) {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(key)
}

/**
 * @param {Entry} owner
 * @returns {[string, Entry][]}
 */
function membersOf(owner) {
  return childrenOf(owner).map(([key, entry]) => [key.replace(/_static$/, ''), entry])
}

/**
 * @param {Iterable<[string, Entry]>} pairs
 * @returns {Map<string, Entry[]>}
 */
function groupByName(pairs) {
  /** @type {Map<string, Entry[]>} */
  const groups = new Map()
  for (const [name, entry] of pairs) groups.set(name, [...(groups.get(name) ?? []), entry])
  return groups
}

/** @param {readonly (Entry | undefined)[]} entries */
function isNew(entries) {
  // What no Chromium has is there for other engines, and asked for before it is used.
  const since = sinceOf(entries)
  return since !== undefined && since > OLDEST_CHROMIUM && since !== Infinity
}

/**
 * The names whose every owner is newer; one that an older interface has too cannot be told from it.
 * @param {Iterable<[string, Entry]>} pairs
 * @returns {Map<string, Finding>}
 */
function newNames(pairs) {
  const grouped = [...groupByName(pairs)].filter(([, entries]) => isNew(entries))
  return new Map(
    grouped.flatMap(([name, entries]) =>
      findingFor(name, sinceOf(entries)).map((finding) => [name, finding]),
    ),
  )
}

/** Members by name alone: `.at`, `.findLast`. */
export const NEW_MEMBERS = newNames(
  OWNERS.flatMap(([, owner]) => membersOf(owner)).filter(([name]) => isName(name)),
)

/** Events by the name that is listened to. */
export const NEW_EVENTS = newNames(
  OWNERS.flatMap(([, owner]) => childrenOf(owner))
    .filter(([key]) => key.endsWith('_event'))
    .map(([key, entry]) => [key.replace(/_event$/, ''), entry]),
)

/** Attributes as a template's compiled script writes them. */
export const NEW_ATTRIBUTES = newNames(
  [DATA.html.global_attributes, ...childrenOf(DATA.html.elements).map(([, element]) => element)]
    .flatMap(childrenOf)
    .filter(([key]) => isName(key)),
)

/**
 * @param {Entry} owner
 * @returns {TraceMap}
 */
function newMembersOf(owner) {
  const names = membersOf(owner).map(([name]) => name)
  const fresh = names.filter((name) => isName(name) && isNew([memberOf(owner, name)]))
  return Object.fromEntries(fresh.map((name) => [name, { [READ]: true }]))
}

/**
 * What stands on the object itself comes before what its instances have: `Response.json` is not the
 * `json` of a response.
 * @param {Entry | undefined} owner
 * @param {string} name
 */
function memberOf(owner, name) {
  return owner?.[`${name}_static`] ?? owner?.[name]
}

/** Globals, and what is asked of them by name: `structuredClone`, `AbortSignal.any`. */
function traceGlobals() {
  const scopes = GLOBAL_SCOPES.flatMap((scope) => childrenOf(DATA.api[scope]))
  const named = [...childrenOf(DATA.api), ...childrenOf(BUILTINS), ...scopes]
  /** @type {TraceMap} */
  const map = {}
  for (const [name, entries] of groupByName(named)) {
    if (!isName(name)) continue
    const members = Object.assign({}, ...entries.map(newMembersOf))
    map[name] = isNew(entries) ? { [READ]: true } : members
  }
  return map
}

export const NEW_GLOBALS = traceGlobals()

/**
 * @param {readonly string[]} path `['AbortSignal', 'any']`
 * @returns {Finding[]}
 */
export function findingAt(path) {
  const [first = '', member] = path
  const scopes = GLOBAL_SCOPES.map((scope) => DATA.api[scope]?.[first])
  const owners = [DATA.api[first], BUILTINS?.[first], ...scopes]
  const entries = member ? owners.map((owner) => memberOf(owner, member)) : owners
  return findingFor(path.join('.'), sinceOf(entries))
}
