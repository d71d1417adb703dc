/** What the page around a frame may ask of it: a closed list, which changes the view and nothing else. */
import { THEMES, type Theme } from '../charts/theme.ts'
import { isCalendarDate } from '../contract/calendar.ts'
import { LANGS, type Lang } from '../text/lang.ts'

export type HostRequest =
  | { readonly ask: 'height' }
  | { readonly ask: 'theme'; readonly value: Theme }
  | { readonly ask: 'lang'; readonly value: Lang }
  /** A day, or `latest`. */
  | { readonly ask: 'v'; readonly value: string }

/** A published shape: `{ qinglan: 1, ask: 'theme', value: 'dark' }`. */
export const TALK_VERSION = 1
const MOST_KEYS = 3

function parseRequest(data: unknown): HostRequest | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null
  const keys = Object.keys(data)
  if (keys.length > MOST_KEYS) return null
  const fields = new Map<string, unknown>(Object.entries(data))
  if (fields.get('qinglan') !== TALK_VERSION) return null
  const ask = fields.get('ask')
  const value = fields.get('value')
  if (ask === 'height') return keys.length === 2 ? { ask } : null
  if (ask === 'theme') {
    const theme = THEMES.find((each) => each === value)
    return theme ? { ask, value: theme } : null
  }
  if (ask === 'lang') {
    const lang = LANGS.find((each) => each === value)
    return lang ? { ask, value: lang } : null
  }
  if (ask !== 'v' || typeof value !== 'string') return null
  return value === 'latest' || isCalendarDate(value) ? { ask, value } : null
}

/** Null for everything that is not on the list, whatever it is; never throws. */
export function readHostRequest(data: unknown): HostRequest | null {
  try {
    return parseRequest(data)
  } catch {
    return null // fields that throw when they are read
  }
}

/** An origin that can be named; a sandboxed page has `null`, and is told nothing. */
export function isNamedOrigin(origin: string): boolean {
  return /^https?:\/\/[^/]+$/.test(origin)
}

/**
 * The origin of the page around, as far as the browser tells it: Chromium and Safari name the
 * ancestors, the others a referrer, unless the host keeps that back.
 */
export function hostOrigin(ancestors: readonly string[], referrer: string): string | null {
  const [parent] = ancestors
  if (parent !== undefined) return isNamedOrigin(parent) ? parent : null
  try {
    const { origin } = new URL(referrer)
    return isNamedOrigin(origin) ? origin : null
  } catch {
    return null // no referrer
  }
}
