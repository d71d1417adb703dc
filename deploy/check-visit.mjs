/** Asks a site everything that the rules judge. */
import { indicatorIn, planProbes, REFUSALS } from './check-probes.mjs'

/**
 * @typedef {import('./check-ask.mjs').Answer} Answer
 * @typedef {import('./check-probes.mjs').Probe} Probe
 * @typedef {import('./check-probes.mjs').Refusal} Refusal
 *
 * @typedef {{ path: string, bytes: number, sha256: string }} ListedFile path relative to the site
 *
 * @typedef {object} Visit
 * @property {string} base address of the site, with a slash at its end
 * @property {number} now ms since 1970
 * @property {readonly string[] | null} hosts origins that may frame panels; null where none was named
 * @property {boolean} isInternal whether what is internal is meant to be there
 * @property {string} html the front page
 * @property {Record<string, unknown> | null} manifest null where it is none
 * @property {readonly { probe: Probe, plain: Answer, packed: Answer, again: Answer }[]} probes asked
 *   for as it is, packed, and with the tag of the first answer
 * @property {readonly { refusal: Refusal, answer: Answer }[]} refusals
 * @property {readonly { file: ListedFile, answer: Answer }[]} files
 * @property {Answer | null} overHttp what answers at http:// where the site is at https://
 */

const AT_ONCE = 6

/**
 * Like Promise.all over `act`, with few of them at a time: the site has readers, too.
 * @template Item, Result
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<Result>} act
 * @returns {Promise<Result[]>}
 */
async function inTurns(items, act) {
  /** @type {Result[]} */
  const results = []
  const queue = items.entries()
  const work = async () => {
    for (const [index, item] of queue) results[index] = await act(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return results
}

/** @param {string} text @returns {Record<string, unknown> | null} */
function parseObject(text) {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null // no JSON: the rules say so
  }
}

/** @param {unknown} entry @returns {ListedFile[]} */
function listedFile(entry) {
  const { path, bytes, sha256 } = /** @type {Record<string, unknown>} */ (entry ?? {})
  const isWhole =
    typeof path === 'string' && typeof bytes === 'number' && typeof sha256 === 'string'
  return isWhole ? [{ path: `data/${path}`, bytes, sha256 }] : []
}

/** @param {Visit['manifest']} manifest */
function listedFiles(manifest) {
  const snapshots = Array.isArray(manifest?.['snapshots']) ? manifest['snapshots'] : []
  return [manifest?.['catalog'], ...snapshots].flatMap(listedFile)
}

/** @param {Answer} answer @returns {Record<string, string>} */
function conditionOf({ headers }) {
  if (headers.etag) return { 'If-None-Match': headers.etag }
  return headers['last-modified'] ? { 'If-Modified-Since': headers['last-modified'] } : {}
}

/**
 * @param {string} base
 * @param {{ ask: import('./check-ask.mjs').Ask, now: number, hosts: readonly string[] | null, isInternal?: boolean }} means
 * @returns {Promise<Visit>}
 */
export async function visitSite(base, { ask, now, hosts, isInternal = false }) {
  /** @param {string} path */
  const at = (path) => `${base}${path}`
  const plain = { 'Accept-Encoding': 'identity' }
  /** @param {string} path */
  const read = async (path) => {
    const { body } = await ask(at(path), { headers: plain })
    return body.toString('utf8')
  }
  const html = await read('')
  const manifest = parseObject(await read('data/manifest.json'))
  const listed = listedFiles(manifest)
  const written = {
    html,
    embedHtml: await read(`embed/${indicatorIn(html)}.html`),
    panelScript: await read('panel.js'),
    hashedData: listed.slice(0, 2).map(({ path }) => path),
  }
  const probes = await inTurns(planProbes(written), async (probe) => {
    const first = await ask(at(probe.path), { headers: plain })
    return {
      probe,
      plain: first,
      packed: await ask(at(probe.path), { headers: { 'Accept-Encoding': 'gzip, br' } }),
      again: await ask(at(probe.path), { headers: { ...plain, ...conditionOf(first) } }),
    }
  })
  const refusals = await inTurns(REFUSALS, async (refusal) => ({
    refusal,
    answer: await ask(at(refusal.path), { method: refusal.method }),
  }))
  const files = await inTurns(listed, async (file) => ({
    file,
    answer: await ask(at(file.path), { headers: plain }),
  }))
  const overHttp =
    base.startsWith('https:') && new URL(base).port === ''
      ? await ask(base.replace('https:', 'http:'))
      : null
  return { base, now, hosts, isInternal, html, manifest, probes, refusals, files, overHttp }
}
