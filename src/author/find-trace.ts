/** Whether a trace of something internal stands in the text of a built file. */
import type { Trace } from './internal-traces.ts'

const ID_CHARACTER = /[a-z0-9-]/i

function isAlone(text: string, at: number, length: number, part: RegExp): boolean {
  const [before = '', after = ''] = [text[at - 1], text[at + length]]
  return !part.test(before) && !part.test(after)
}

function findAlone(text: string, wanted: string, part: RegExp): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (isAlone(text, at, wanted.length, part)) return true
  }
  return false
}

/** A text as the formats of the build write it: in JSON, in HTML and SVG, in a calendar. */
function spellings(text: string): readonly string[] {
  const html = text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
  const named = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const calendar = text.replace(/[\\;,]/g, (char) => `\\${char}`)
  const csv = text.replaceAll('"', '""')
  return [...new Set([text, JSON.stringify(text).slice(1, -1), html, named, calendar, csv])]
}

/** Numbers of drawings and of the bundler are no figures: only what is read, or named as a value. */
function figuresIn(name: string, text: string): string {
  if (/\.(?:html|svg)$/.test(name))
    return text.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
  if (/\.(?:csv|ics)$/.test(name)) return text
  if (!name.endsWith('.json')) return ''
  return [...text.matchAll(/"(?:value|digits|\d+)":\s*"?(-?[\d.]+)/g)].map(([, n]) => n).join(' ')
}

/** Pages set texts with marks between words and with full-width signs: both are looked through. */
function readable(name: string, text: string): string {
  if (!/\.(?:html|svg)$/.test(name)) return text
  return text.replace(/<[^>]*>|\u200b/g, '')
}

const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['；', ';'],
  ['：', ':'],
  ['（', '('],
  ['）', ')'],
])

function fold(text: string): string {
  return text.replace(/[，；：（）]/g, (char) => FULL_WIDTH.get(char) ?? char)
}

export interface SearchedFile {
  /** Below the built folder; looked through too. */
  readonly name: string
  readonly text: string
}

/** The traces that stand in a file. */
export function tracesIn({ name, text }: SearchedFile, traces: readonly Trace[]): readonly Trace[] {
  const [raw, read, figures] = [fold(text), fold(readable(name, text)), figuresIn(name, text)]
  return traces.filter((trace) => {
    if (trace.kind === 'id') {
      const places = /\.(?:js|css)$/.test(name) ? quotedIn(text) : `${name}\n${text}`
      return findAlone(places, trace.text, ID_CHARACTER)
    }
    if (trace.kind === 'value') return findAlone(figures, trace.text, /[\d.]/)
    return spellings(fold(trace.text)).some((each) => raw.includes(each) || read.includes(each))
  })
}

/** In code an id can only be a string; its words may be names of anything there. */
function quotedIn(code: string): string {
  return [...code.matchAll(/["'`]([a-z0-9-]+)["'`]/g)].map(([, text]) => text).join('\n')
}
