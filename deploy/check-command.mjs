/** `deploy/check <address>`: asks a live site as readers would, and says what to mend. */
import { parseArgs } from 'node:util'
import { ANSWER_RULES } from './check-answers.mjs'
import { ask } from './check-ask.mjs'
import { FRESHNESS_RULES } from './check-freshness.mjs'
import { HEADER_RULES } from './check-headers.mjs'
import { RULES, WORDS } from './check-text.mjs'
import { visitSite } from './check-visit.mjs'

/**
 * @typedef {import('./check-verdict.mjs').Verdict} Verdict
 * @typedef {import('./check-text.mjs').Lang} Lang
 */

/** Faults shown of each rule: the same slip shows at many addresses. */
const SHOWN = 3

/**
 * Every rule's verdict, in the order of the report.
 * @param {import('./check-visit.mjs').Visit} visit
 * @returns {readonly Verdict[]}
 */
export function judgeSite(visit) {
  const order = Object.keys(RULES)
  return [...ANSWER_RULES, ...HEADER_RULES, ...FRESHNESS_RULES]
    .flatMap((rule) => rule(visit) ?? [])
    .sort((one, other) => order.indexOf(one.rule) - order.indexOf(other.rule))
}

/** @param {Verdict} verdict @returns {'passed' | 'failed' | 'warning'} */
function outcomeOf({ faults, weight }) {
  return faults.length === 0 ? 'passed' : weight
}

/**
 * @param {Verdict['seen']} seen
 * @param {Lang} lang
 */
function seenText(seen, lang) {
  return typeof seen === 'number' ? WORDS[lang].answers(seen) : seen
}

/**
 * @param {Verdict} verdict
 * @param {Lang} lang
 */
function formatVerdict(verdict, lang) {
  const words = WORDS[lang]
  const { name, fix } = RULES[verdict.rule][lang]
  const head = `${words[outcomeOf(verdict)]}  ${name}`
  if (verdict.faults.length === 0) return `${head}  ${seenText(verdict.seen, lang)}`.trimEnd()
  const shown = verdict.faults
    .slice(0, SHOWN)
    .map((fault) => `          ${[fault.at, fault[lang]].filter(Boolean).join('  ')}`)
  const more = verdict.faults.length - shown.length
  if (more > 0) shown.push(`          ${words.more(more)}`)
  return [head, ...shown, `          ${words.fix}${fix}`].join('\n')
}

/**
 * @param {readonly Verdict[]} verdicts
 * @param {Lang} lang
 */
export function formatReport(verdicts, lang) {
  const outcomes = verdicts.map(outcomeOf)
  const [passed, failed, warned] = ['passed', 'failed', 'warning'].map(
    (wanted) => outcomes.filter((outcome) => outcome === wanted).length,
  )
  return [
    ...verdicts.map((verdict) => formatVerdict(verdict, lang)),
    '',
    WORDS[lang].sum(passed ?? 0, failed ?? 0, warned ?? 0),
  ].join('\n')
}

/** @param {string} text @returns {string | null} the folder's address with a slash at its end */
function parseBase(text) {
  if (!/^https?:\/\/[^/]/.test(text)) return null
  const { origin, pathname } = new URL(text)
  return `${origin}${pathname.replace(/[^/]*\.html$/, '').replace(/\/?$/, '/')}`
}

/** @param {string | undefined} text @returns {string[] | null} origins */
function parseHosts(text) {
  return (
    text?.split(/[\s,]+/).map((host) => (host.includes('*') ? host : new URL(host).origin)) ?? null
  )
}

/**
 * @param {readonly string[]} words what stands behind the command
 * @returns {{ base: string, hosts: string[] | null, lang: Lang, isInternal: boolean } | { usage: Lang }}
 */
export function readArguments(words) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        hosts: { type: 'string' },
        lang: { type: 'string' },
        internal: { type: 'boolean' },
      },
      allowPositionals: true,
    })
    const lang = values.lang === 'en' ? 'en' : 'zh'
    const base = positionals.length === 1 ? parseBase(positionals[0] ?? '') : null
    if (base === null) return { usage: lang }
    const isInternal = values.internal === true
    return { base, hosts: parseHosts(values.hosts), lang, isInternal }
  } catch {
    return { usage: 'zh' } // an option or an address that is none
  }
}

/** @param {import('./check-visit.mjs').Visit} visit @returns {string | null} why it is no Qinglan */
function strangeness({ html, probes }) {
  const front = probes[0]?.plain
  if (front?.error) return front.error
  return /<html[^>]*\sdata-seq="/.test(html) ? null : `${front?.status ?? ''} ${html.slice(0, 60)}`
}

export async function main() {
  const read = readArguments(process.argv.slice(2))
  if ('usage' in read) {
    console.error(WORDS[read.usage].usage)
    process.exitCode = 2
    return
  }
  const { hosts, isInternal } = read
  const visit = await visitSite(read.base, { ask, now: Date.now(), hosts, isInternal })
  const strange = strangeness(visit)
  if (strange !== null) {
    console.log(WORDS[read.lang].silent(read.base, strange.trim()))
    process.exitCode = 1
    return
  }
  const verdicts = judgeSite(visit)
  console.log(formatReport(verdicts, read.lang))
  process.exitCode = verdicts.some((verdict) => outcomeOf(verdict) === 'failed') ? 1 : 0
}
