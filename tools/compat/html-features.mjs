/** The elements and attributes of a page that the oldest browser does not know. */
import { Window } from 'happy-dom'
import { DATA, distinct, findingFor, sinceOf } from './oldest-browser.mjs'

/** @typedef {import('./oldest-browser.mjs').Finding} Finding */

const { elements: HTML, global_attributes: GLOBAL } = DATA.html
const { elements: SVG, global_attributes: SVG_GLOBAL } = DATA.svg

/** What the data do not list one by one: data, ARIA, and the namespaces of XML. */
const OPEN_ATTRIBUTES = /^(data-|aria-|role$|xmlns|xml:|xlink:)/

/**
 * The data write SVG's names as SVG does (`viewBox`), a parser of HTML in lower case.
 * @param {import('@mdn/browser-compat-data').Identifier | undefined} names
 * @param {string} name
 */
function anyCase(names, name) {
  const found = Object.keys(names ?? {}).find((known) => known.toLowerCase() === name.toLowerCase())
  return found === undefined ? undefined : names?.[found]
}

/**
 * An attribute, or the value of one whose values are listed (`type_email`). Those of SVG that style
 * are described as properties.
 * @param {string} tag
 * @param {string} name
 * @param {string} value
 */
function attributeEntries(tag, name, value) {
  return [
    HTML?.[tag]?.[name] ?? HTML?.[tag]?.[`${name}_${value}`],
    GLOBAL?.[name],
    anyCase(SVG?.[tag], name),
    anyCase(SVG_GLOBAL, name),
    SVG?.[tag] ? DATA.css.properties?.[name] : undefined,
  ]
}

/**
 * @param {string} tag
 * @param {readonly (readonly [name: string, value: string])[]} attributes
 * @returns {Finding[]}
 */
function scanElement(tag, attributes) {
  // A custom element is ours to define, with what it understands.
  if (tag.includes('-')) return []
  const listed = attributes.filter(([name]) => !OPEN_ATTRIBUTES.test(name))
  const found = listed.flatMap(([name, value]) =>
    findingFor(`<${tag} ${name}>`, sinceOf(attributeEntries(tag, name, value))),
  )
  return [...findingFor(`<${tag}>`, sinceOf([HTML?.[tag], SVG?.[tag]])), ...found]
}

const PARSER = new new Window().DOMParser()

/**
 * @param {string} text
 * @returns {Finding[]}
 */
export function scanHtml(text) {
  const page = PARSER.parseFromString(text, 'text/html')
  const found = [...page.querySelectorAll('*')].flatMap((element) =>
    scanElement(
      element.localName,
      [...element.attributes].map(({ name, value }) => [name, value ?? '']),
    ),
  )
  return distinct(found)
}
