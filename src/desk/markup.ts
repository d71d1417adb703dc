/**
 * Markup as data. Of one tree come the text for other people's pages and the preview of it here, where
 * the policy lets nobody parse a text.
 */
import { enrich } from '../text/rich.ts'

export type Markup = string | MarkupElement

export interface MarkupElement {
  readonly tag: string
  /** An empty value stands for an attribute without one: `defer`. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Markup[]
}

export function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Markup[]
): MarkupElement {
  return { tag, attributes, children }
}

/** A text with the figures of PM2.5 and its kin lowered; nothing else survives in other people's pages. */
export function richMarkup(text: string): readonly Markup[] {
  return enrich(text).flatMap(({ kind, text: piece }): readonly Markup[] => {
    if (kind === 'sub') return [element('sub', {}, piece)]
    return piece === '' ? [] : [piece]
  })
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** For texts and for attributes in quotes alike. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES.get(char) ?? char)
}

const EMPTY: ReadonlySet<string> = new Set(['img'])

/** Between these, line ends mean nothing to a reader. */
const BLOCKS: ReadonlySet<string> = new Set([
  'caption',
  'iframe',
  'object',
  'p',
  'qinglan-panel',
  'script',
  'table',
  'tbody',
  'thead',
  'tr',
])

function isBlock(node: Markup): boolean {
  return typeof node !== 'string' && BLOCKS.has(node.tag)
}

function write(node: Markup, indent: string): string {
  if (typeof node === 'string') return escape(node)
  const { tag, attributes, children } = node
  const pairs = Object.entries(attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escape(value)}"`,
  )
  const start = `<${tag}${pairs.join('')}>`
  if (EMPTY.has(tag)) return start
  if (children.length === 0 || !children.every(isBlock)) {
    return `${start}${children.map((child) => write(child, indent)).join('')}</${tag}>`
  }
  const inner = `${indent}  `
  const lines = children.map((child) => `\n${inner}${write(child, inner)}`)
  return `${start}${lines.join('')}\n${indent}</${tag}>`
}

/** One line for each node, blocks inside blocks indented. */
export function writeMarkup(nodes: readonly Markup[]): string {
  return nodes.map((node) => write(node, '')).join('\n')
}
