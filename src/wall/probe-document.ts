/** Whether the server answers for a document and for every script and sheet that it names. */
import type { StartTimer } from '../db/timer.ts'
import type { FetchLike } from '../feed/fetch-bounded.ts'

export interface ProbeTools {
  readonly fetch: FetchLike
  readonly startTimer: StartTimer
}

const DOCUMENT_MAX_BYTES = 4 * 1024 * 1024
const PART_MAX_BYTES = 16 * 1024 * 1024
/** For each file, from asking to its last byte. */
const FILE_MS = 30_000

const TYPES = {
  document: /^text\/html\b/i,
  script: /^(?:text|application)\/javascript\b/i,
  sheet: /^text\/css\b/i,
}

interface Part {
  readonly url: string
  readonly kind: 'script' | 'sheet'
}

function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  const value = match && (match[1] ?? match[2] ?? match[3] ?? '')
  return value === null ? null : value.replace(/&amp;/g, '&')
}

function partOf(tag: string, base: string): Part | null {
  const isScript = /^<script/i.test(tag)
  const rel = (attribute(tag, 'rel') ?? '').toLowerCase().split(/\s+/)
  const isSheet = rel.includes('stylesheet')
  if (!isScript && !isSheet && !rel.includes('modulepreload')) return null
  const address = attribute(tag, isScript ? 'src' : 'href')
  if (address === null || address === '') return null
  return { url: new URL(address, base).href, kind: isSheet ? 'sheet' : 'script' }
}

/**
 * Scripts and sheets that a document of ours names, by absolute address. Read with a pattern: under
 * Trusted Types no parser takes a string, and what is read here is written by our own build.
 */
export function partsOfDocument(html: string, base: string): readonly Part[] {
  const tags = html.replace(/<!--[\s\S]*?-->/g, '').match(/<(?:script|link)\b[^>]*>/gi) ?? []
  const parts = tags.flatMap((tag) => partOf(tag, base) ?? [])
  return [...new Map(parts.map((part) => [part.url, part])).values()]
}

/** The whole body; null where it is longer than allowed. */
async function readWhole(response: Response, maxBytes: number): Promise<string | null> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const piece = await reader.read()
    if (piece.done) return text + decoder.decode()
    size += piece.value.length
    if (size > maxBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(piece.value, { stream: true })
  }
}

/** The text of a file that came whole, with status 200 and as what it should be; null otherwise. */
async function ask(
  url: string,
  kind: keyof typeof TYPES,
  { fetch, startTimer }: ProbeTools,
): Promise<string | null> {
  const controller = new AbortController()
  const cancel = startTimer(() => controller.abort(), FILE_MS)
  try {
    // What is redirected is a gate in front of the server, or another page: neither is to be shown.
    const response = await fetch(url, {
      cache: 'no-store',
      redirect: 'error',
      signal: controller.signal,
    })
    const isRight =
      response.status === 200 && TYPES[kind].test(response.headers.get('content-type') ?? '')
    if (!isRight) {
      controller.abort()
      return null
    }
    return await readWhole(response, kind === 'document' ? DOCUMENT_MAX_BYTES : PART_MAX_BYTES)
  } catch {
    return null // no server, cut off, or too slow: all the same to a wall that can wait
  } finally {
    cancel()
  }
}

/** True where a reload of `url` would find document, scripts and sheets, and at least one script. */
export async function probeDocument(url: string, tools: ProbeTools): Promise<boolean> {
  const html = await ask(url, 'document', tools)
  if (html === null) return false
  const parts = partsOfDocument(html, url)
  if (!parts.some(({ kind }) => kind === 'script')) return false
  for (const part of parts) {
    // One after the other: nothing is urgent at night, and the wall goes on meanwhile.
    if ((await ask(part.url, part.kind, tools)) === null) return false
  }
  return true
}
