/** Syntax that the oldest browser cannot read: what esbuild would write otherwise for it. */
import { transform } from 'esbuild'
import { OLDEST_CHROMIUM } from './oldest-browser.mjs'

/**
 * script-features.mjs reads the regular expressions; esbuild would rewrite all that name a Unicode
 * property, because more characters have one with every engine.
 */
const SUPPORTED = { 'regexp-unicode-property-escapes': true }

const EXCERPT = 80

/**
 * The first place where two prints of one script differ.
 * @param {string} asWritten
 * @param {string} asRewritten
 */
function firstDifference(asWritten, asRewritten) {
  const others = asRewritten.split('\n')
  const line = asWritten.split('\n').find((text, index) => text !== others[index]) ?? ''
  return line.trim().slice(0, EXCERPT)
}

/**
 * @param {string} text
 * @returns {Promise<import('./oldest-browser.mjs').Finding[]>}
 */
export async function scanSyntax(text) {
  const target = `chrome${OLDEST_CHROMIUM}`
  try {
    const asWritten = await transform(text, { target: 'esnext', logLevel: 'silent' })
    const forOldest = await transform(text, { target, supported: SUPPORTED, logLevel: 'silent' })
    if (asWritten.code === forOldest.code) return []
    const since = `newer than ${target}: ${firstDifference(asWritten.code, forOldest.code)}`
    return [{ feature: 'syntax', since }]
  } catch (error) {
    return [{ feature: 'syntax', since: error instanceof Error ? error.message : String(error) }]
  }
}
