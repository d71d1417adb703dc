/** Regular expressions that the oldest browser cannot read. */
import { RegExpValidator } from '@eslint-community/regexpp'

/**
 * @typedef {import('./oldest-browser.mjs').Finding} Finding
 * @typedef {import('estree').Node} Node
 */

/** Chromium 90 knows little more than that: the flag `d`, which nobody has asked for yet. */
const REGEXPS = new RegExpValidator({ ecmaVersion: 2021 })

/**
 * @param {Node} node
 * @returns {string | undefined}
 */
export function textOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  return node.type === 'TemplateLiteral' && node.expressions.length === 0
    ? (node.quasis[0]?.value.cooked ?? undefined)
    : undefined
}

/**
 * @param {string} pattern
 * @param {string} flags
 * @returns {Finding[]}
 */
export function findRegExp(pattern, flags) {
  try {
    REGEXPS.validateFlags(flags)
    REGEXPS.validatePattern(pattern, undefined, undefined, { unicode: flags.includes('u') })
    return []
  } catch (error) {
    return [{ feature: `/${pattern}/${flags}`, since: error instanceof Error ? error.message : '' }]
  }
}

/**
 * @param {import('estree').NewExpression | import('estree').CallExpression} node
 * @returns {Finding[]}
 */
export function findBuiltRegExp({ callee, arguments: [pattern, flags] }) {
  if (callee.type !== 'Identifier' || callee.name !== 'RegExp' || !pattern) return []
  const written = textOf(pattern)
  const writtenFlags = flags ? textOf(flags) : ''
  return written === undefined || writtenFlags === undefined
    ? []
    : findRegExp(written, writtenFlags)
}
