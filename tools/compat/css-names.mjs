/** Where MDN's data speak of a name in a style sheet. */
import { childrenOf, DATA } from './oldest-browser.mjs'

/** @typedef {import('./oldest-browser.mjs').Entry} Entry */

const CSS = DATA.css

/** The names by which the data speak of functions and units: keys, and code in descriptions. */
const TYPES = namesUnder(CSS.types)

/**
 * @param {Entry | undefined} root
 * @returns {Map<string, Entry[]>}
 */
function namesUnder(root) {
  /** @type {Map<string, Entry[]>} */
  const names = new Map()
  /** @param {Entry | undefined} entry */
  const visit = (entry) => {
    for (const [key, child] of childrenOf(entry)) {
      const described = child.__compat?.description?.matchAll(/<code>([\w-]+)(?:\(\))?<\/code>/g)
      for (const name of new Set([key, ...[...(described ?? [])].map(([, word = '']) => word)])) {
        names.set(name, [...(names.get(name) ?? []), child])
      }
      visit(child)
    }
  }
  visit(root)
  return names
}

/**
 * @param {string} property
 * @param {string | undefined} atRule of which it is a descriptor, perhaps
 * @returns {Entry | undefined}
 */
export function propertyEntry(property, atRule) {
  const plain = property.replace(/^-[a-z]+-/, '')
  const descriptor = atRule ? CSS['at-rules']?.[atRule]?.[property] : undefined
  return descriptor ?? CSS.properties?.[property] ?? CSS.properties?.[plain]
}

/**
 * @param {string} name of a function
 * @returns {readonly Entry[]}
 */
export function typeEntries(name) {
  return TYPES.get(name) ?? []
}

/** Units so old that the data list only their dimension. */
const UNITS_OF = {
  length: ['px', 'pt', 'pc', 'cm', 'mm', 'in'],
  angle: ['deg', 'rad', 'grad', 'turn'],
  time: ['s', 'ms'],
  flex: ['fr'],
  resolution: ['dpi', 'dppx', 'x'],
}

/** @param {string} unit */
export function unitEntries(unit) {
  const dimensions = Object.entries(UNITS_OF).filter(([, units]) => units.includes(unit))
  return [unit, ...dimensions.map(([dimension]) => dimension)].flatMap(typeEntries)
}
