/** Rules about the data, the clock and https. */
import { createHash } from 'node:crypto'
import { failing, fault, warning } from './check-verdict.mjs'

/**
 * @typedef {import('./check-verdict.mjs').Rule} Rule
 * @typedef {import('./check-verdict.mjs').Fault} Fault
 * @typedef {import('./check-visit.mjs').Visit} Visit
 */

const DAY_MS = 86_400_000
/** The bureau publishes once a quarter at least; a little more than that is still no omission. */
const QUIET_DAYS = 120
/** Browsers compare `expires` and ages with their own clock; five minutes are no fault there. */
const CLOCK_LIMIT_MS = 300_000
/** Renewing takes days where somebody has to sign for it. */
const CERTIFICATE_DAYS = 21

const AT = 'data/manifest.json'

/** The day in the city: a day that has begun there counts. @param {number} now */
function cityDay(now) {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** @param {Visit} visit */
function pageSeq({ html }) {
  return Number(/<html[^>]*\sdata-seq="(\d+)"/.exec(html)?.[1] ?? 0)
}

/** @param {Visit} visit @returns {Fault[]} */
function manifestFaults(visit) {
  const { manifest, now } = visit
  if (manifest === null) return [fault(AT, '不是 JSON', 'is no JSON')]
  if (manifest['format'] !== 'qinglan-manifest/1')
    return [fault(AT, `format: ${String(manifest['format'])}`)]
  const { seq, expires, written } = manifest
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1)
    return [fault(AT, `seq: ${String(seq)}`)]
  if (seq < pageSeq(visit))
    return [
      fault(
        AT,
        `第 ${seq} 期,比网页写明的第 ${pageSeq(visit)} 期旧`,
        `seq ${seq}, older than the pages (${pageSeq(visit)})`,
      ),
    ]
  if (typeof expires === 'string' && expires < cityDay(now))
    return [fault(AT, `已于 ${expires} 过期`, `expired on ${expires}`)]
  if (Number.isNaN(Date.parse(String(written)))) return [fault(AT, `written: ${String(written)}`)]
  return []
}

/** @type {Rule} */
const manifest = (visit) => {
  const { seq, expires } = visit.manifest ?? {}
  const end = expires === undefined ? '' : `, expires ${String(expires)}`
  return failing('manifest', manifestFaults(visit), `seq ${String(seq)}${end}`)
}

/** @type {Rule} */
const age = ({ manifest, now }) => {
  const written = Date.parse(String(manifest?.['written']))
  const days = Math.floor((now - written) / DAY_MS)
  const faults = []
  if (days > QUIET_DAYS)
    faults.push(fault(AT, `已有 ${days} 天没有新数据`, `no new data for ${days} days`))
  if (written - now > CLOCK_LIMIT_MS)
    faults.push(
      fault(AT, `written 在未来:${String(manifest?.['written'])}`, 'written in the future'),
    )
  return warning('age', faults, String(manifest?.['written']))
}

/** @param {Visit['files'][number]} listed @returns {Fault[]} */
function fileFaults({ file, answer }) {
  if (answer.status !== 200) return [fault(file.path, answer.error ?? String(answer.status))]
  const { length } = answer.body
  if (length !== file.bytes)
    return [
      fault(
        file.path,
        `${length} 字节,应为 ${file.bytes}`,
        `${length} bytes instead of ${file.bytes}`,
      ),
    ]
  const isSame = createHash('sha256').update(answer.body).digest('hex') === file.sha256
  return isSame ? [] : [fault(file.path, 'SHA-256 不符', 'another SHA-256')]
}

/** @type {Rule} */
const files = (visit) => failing('files', visit.files.flatMap(fileFaults), visit.files.length)

/** As tools write JSON: with spaces, or without. */
const INTERNAL_MARK = /"audience"\s*:\s*"internal"/

/**
 * Browsers read what pages do not show. Where everything is meant to be there, nothing is asked.
 * @type {Rule}
 */
const edition = ({ manifest, files: listed, isInternal }) => {
  if (isInternal) return null
  const { dataset } = manifest ?? {}
  const marked = listed.filter(({ answer }) => INTERNAL_MARK.test(answer.body.toString('utf8')))
  const faults = marked.map(({ file }) =>
    fault(file.path, '有内部的内容', 'holds what is internal'),
  )
  if (String(dataset).endsWith('-internal'))
    faults.unshift(fault(AT, `dataset: ${String(dataset)}`))
  return failing('edition', faults, listed.length)
}

/** @type {Rule} */
const clock = ({ probes }) => {
  const [first] = probes
  const { date, age: held } = first?.plain.headers ?? {}
  if (!first || date === undefined) return failing('clock', [fault('', '没有 Date', 'no Date')], '')
  // A cache hands on the day of the answer that it holds, and says for how long it has held it.
  const shown = Date.parse(date) + Number(held ?? 0) * 1000
  const seconds = Math.round((shown - first.plain.arrived) / 1000)
  const isWrong = !(Math.abs(seconds) * 1000 <= CLOCK_LIMIT_MS)
  const faults = isWrong
    ? [fault('', `相差 ${seconds} 秒(${date})`, `${seconds} seconds off (${date})`)]
    : []
  return failing('clock', faults, date)
}

/** @type {Rule} */
const https = ({ base, probes, now }) => {
  if (!base.startsWith('https:')) return warning('https', [fault('', base)], '')
  const end = probes[0]?.plain.certificateEnd ?? null
  const days = end === null ? null : Math.floor((Date.parse(end) - now) / DAY_MS)
  const faults =
    days !== null && days < CERTIFICATE_DAYS
      ? [fault('', `证书还有 ${days} 天到期`, `the certificate ends in ${days} days`)]
      : []
  return warning('https', faults, end ?? '')
}

/** @type {Rule} */
const strictTransport = ({ base, probes }) => {
  const found = probes[0]?.plain.headers['strict-transport-security']
  if (!base.startsWith('https:')) return null
  const isSent = /max-age=[1-9]/.test(found ?? '')
  const faults = isSent ? [] : [fault('', '没有 Strict-Transport-Security', 'none is sent')]
  return warning('strict-transport', faults, found ?? '')
}

/** @type {Rule} */
const overHttp = ({ overHttp: answer }) => {
  if (answer === null) return null
  const target = answer.headers.location ?? ''
  const isOpen = answer.status !== 0 && !target.startsWith('https:')
  const faults = isOpen ? [fault('', `http:// → ${answer.status} ${target}`.trim())] : []
  return warning('over-http', faults, target)
}

/** @type {readonly Rule[]} */
export const FRESHNESS_RULES = [
  manifest,
  age,
  files,
  edition,
  clock,
  https,
  strictTransport,
  overHttp,
]
