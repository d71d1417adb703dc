/** What a style sheet uses that the oldest browser does not know. */
import * as csstree from 'css-tree'
import { propertyEntry, typeEntries, unitEntries } from './css-names.mjs'
import { DATA, distinct, findingFor, sinceOf } from './oldest-browser.mjs'

/**
 * @typedef {import('./oldest-browser.mjs').Entry} Entry
 * @typedef {import('./oldest-browser.mjs').Finding} Finding
 */

const CSS = DATA.css

/** @param {string} name */
function hasPrefix(name) {
  return /^-[a-z]+-/.test(name)
}

/**
 * What no entry describes is reported, except with a vendor's prefix: those are older than the data.
 * @param {string} feature
 * @param {readonly (Entry | undefined)[]} entries
 * @param {string} name
 */
function judged(feature, entries, name) {
  const since = sinceOf(entries, name)
  return since === undefined && hasPrefix(name) ? [] : findingFor(feature, since)
}

/**
 * A word or function of a value, where the data list it for this property.
 * @param {string} property
 * @param {Entry | undefined} entry
 * @param {string} word
 */
function findValue(property, entry, word) {
  const own = entry?.[word]
  return own ? judged(`${property}: ${word}`, [own], word) : []
}

/**
 * @param {csstree.Declaration} declaration
 * @param {string | undefined} atRule
 * @returns {Finding[]}
 */
function scanDeclaration({ property, value }, atRule) {
  const isCustom = property.startsWith('--')
  const entry = isCustom ? undefined : propertyEntry(property, atRule)
  const found = isCustom ? [] : judged(property, [entry], property)
  if (found.length > 0) return found
  csstree.walk(value, (node) => {
    if (node.type === 'Identifier') found.push(...findValue(property, entry, node.name))
    if (node.type === 'Dimension') {
      found.push(...judged(`<${node.unit}>`, unitEntries(node.unit), node.unit))
    }
    if (node.type === 'Function') {
      found.push(...findValue(property, entry, node.name), ...scanFunction(node.name, property))
    }
  })
  return found
}

/**
 * Functions that belong to one property or descriptor (`repeat()`, `format()`) are listed there.
 * @param {string} name
 * @param {string} property
 */
function scanFunction(name, property) {
  const entries = typeEntries(name)
  return entries.length === 0 && !property.startsWith('--')
    ? []
    : judged(`${name}()`, entries, name)
}

/**
 * @param {string} name
 * @param {string | undefined} outer the at-rule that it stands in
 */
function scanAtRule(name, outer) {
  const rules = CSS['at-rules']
  const nested = outer ? rules?.[outer]?.[`at_${name}`] : undefined
  const plain = name.replace(/^-[a-z]+-/, '')
  return judged(`@${name}`, [nested ?? rules?.[name] ?? rules?.[plain]], name)
}

/** @param {string} name */
function scanMediaFeature(name) {
  const entry = CSS['at-rules']?.media?.[name.replace(/^(min|max)-/, '')]
  return judged(`(${name})`, [entry], name)
}

/** @param {csstree.PseudoClassSelector | csstree.PseudoElementSelector} node */
function scanPseudo({ name, children }) {
  const selectors = CSS.selectors
  const entry = (children && selectors?.[`${name}function`]) ?? selectors?.[name]
  return judged(`:${name}`, [entry], name)
}

/**
 * @this {csstree.WalkContext}
 * @param {csstree.CssNode} node
 * @returns {Finding[]}
 */
function scanNode(node) {
  const atRule = this.atrule?.name
  switch (node.type) {
    case 'Declaration':
      return scanDeclaration(node, this.rule ? undefined : atRule)
    case 'Atrule':
      return scanAtRule(node.name, this.atrule === node ? undefined : atRule)
    case 'Feature':
      return node.kind === 'media' ? scanMediaFeature(node.name) : []
    case 'FeatureRange':
      return judged('media range', [CSS['at-rules']?.media?.range_syntax], '')
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      return scanPseudo(node)
    case 'Rule':
      return this.rule && this.rule !== node ? judged('nesting', [CSS.selectors?.nesting], '') : []
    case 'NestingSelector':
      return judged('nesting', [CSS.selectors?.nesting], '')
    default:
      return []
  }
}

/**
 * @param {string} text
 * @returns {Finding[]}
 */
export function scanCss(text) {
  /** @type {Finding[]} */
  const found = []
  const sheet = csstree.parse(text, {
    parseCustomProperty: true,
    onParseError: ({ message }) => found.push({ feature: 'css syntax', since: message }),
  })
  /**
   * @this {csstree.WalkContext}
   * @param {csstree.CssNode} node
   */
  function enter(node) {
    found.push(...scanNode.call(this, node))
  }
  csstree.walk(sheet, { enter })
  return distinct(found)
}
