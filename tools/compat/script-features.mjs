/** What a script asks of its surroundings that the oldest browser does not have. */
import { ReferenceTracker } from '@eslint-community/eslint-utils'
import { Linter } from 'eslint'
import { distinct } from './oldest-browser.mjs'
import { findBuiltRegExp, findRegExp, textOf } from './regexp-features.mjs'
import { findingAt, NEW_ATTRIBUTES, NEW_EVENTS, NEW_GLOBALS, NEW_MEMBERS } from './script-names.mjs'

/**
 * @typedef {import('./oldest-browser.mjs').Finding} Finding
 * @typedef {import('estree').Node} Node
 */

/** Only what is declared is followed. */
const GLOBALS = Object.fromEntries(
  Object.keys(NEW_GLOBALS).map((name) => [name, /** @type {const} */ ('readonly')]),
)

/**
 * The name of a member or of a key in a pattern, where it is written out.
 * @param {{ computed: boolean }} owner
 * @param {Node} key
 */
function nameOf({ computed }, key) {
  return !computed && key.type === 'Identifier' ? key.name : textOf(key)
}

/**
 * @param {string | undefined} name
 * @param {string} [call] `()` where it is called
 * @returns {Finding[]}
 */
function findMember(name, call = '') {
  const finding = name === undefined ? undefined : NEW_MEMBERS.get(name)
  return finding ? [{ ...finding, feature: `.${name}${call}` }] : []
}

/**
 * `X.prototype.name = …` gives a class of its own what has the name of something new.
 * @param {import('estree').MemberExpression & import('eslint').Rule.NodeParentExtension} node
 */
function isDefinition({ object, parent }) {
  if (parent.type !== 'AssignmentExpression' || parent.left.type !== 'MemberExpression')
    return false
  return (
    parent.left.object === object &&
    object.type === 'MemberExpression' &&
    nameOf(object, object.property) === 'prototype'
  )
}

/**
 * @param {string | undefined} name
 * @returns {Finding[]}
 */
function findAttribute(name) {
  const finding = name === undefined ? undefined : NEW_ATTRIBUTES.get(name)
  return finding ? [{ ...finding, feature: `attribute ${name}` }] : []
}

/**
 * What a method is asked for by a text: an event to listen to, an attribute to set.
 * @param {import('estree').CallExpression} call
 * @returns {Finding[]}
 */
function findNamed({ callee, arguments: [first] }) {
  if (callee.type !== 'MemberExpression' || !first) return []
  const method = nameOf(callee, callee.property)
  const name = textOf(first) ?? ''
  if (method === 'setAttribute') return findAttribute(name)
  const event = method === 'addEventListener' ? NEW_EVENTS.get(name) : undefined
  return event ? [{ ...event, feature: `event ${name}` }] : []
}

/**
 * @param {import('eslint').Scope.Scope} scope
 * @returns {Finding[]}
 */
function findGlobals(scope) {
  const tracker = new ReferenceTracker(scope, { mode: 'legacy' })
  return [...tracker.iterateGlobalReferences(NEW_GLOBALS)].flatMap(({ path }) => findingAt(path))
}

/**
 * @param {(finding: readonly Finding[]) => void} report
 * @returns {import('eslint').Rule.RuleModule}
 */
function ruleThat(report) {
  return {
    create: ({ sourceCode }) => ({
      Program(node) {
        report(findGlobals(sourceCode.getScope(node)))
      },
      MemberExpression(node) {
        if (isDefinition(node)) return
        const { parent } = node
        const isCalled = parent.type === 'CallExpression' && parent.callee === node
        report(findMember(nameOf(node, node.property), isCalled ? '()' : ''))
      },
      ObjectPattern({ properties }) {
        for (const property of properties) {
          if (property.type === 'Property') report(findMember(nameOf(property, property.key)))
        }
      },
      ObjectExpression({ properties }) {
        for (const property of properties) {
          if (property.type === 'Property') report(findAttribute(nameOf(property, property.key)))
        }
      },
      CallExpression: (node) => report([...findNamed(node), ...findBuiltRegExp(node)]),
      NewExpression: (node) => report(findBuiltRegExp(node)),
      Literal(node) {
        if ('regex' in node && node.regex) report(findRegExp(node.regex.pattern, node.regex.flags))
      },
    }),
  }
}

/**
 * @param {string} text
 * @returns {Finding[]}
 */
export function scanScript(text) {
  /** @type {Finding[]} */
  const found = []
  const rule = ruleThat((findings) => found.push(...findings))
  const messages = new Linter({ configType: 'flat' }).verify(text, {
    plugins: { qinglan: { rules: { oldest: rule } } },
    rules: { 'qinglan/oldest': 'error' },
    languageOptions: { sourceType: 'module', ecmaVersion: 'latest', globals: GLOBALS },
    linterOptions: { noInlineConfig: true },
  })
  const faults = messages
    .filter(({ fatal }) => fatal)
    .map(({ message }) => ({ feature: 'script syntax', since: message }))
  return distinct([...faults, ...found])
}
