/** What a reader chose, as it stands in the address: day of knowledge, region, language, theme. */
import { isCalendarDate } from '../contract/calendar.ts'
import { THEMES, type Theme } from '../charts/theme.ts'
import type { AsOf } from '../domain/standing.ts'
import { LANGS, type Lang } from '../text/lang.ts'

export interface ViewState {
  readonly asOf: AsOf
  /** Code of the region asked for; absent: the home region. */
  readonly region?: string
  readonly lang: Lang
  readonly theme: Theme
  /** Day and region as the address has them, where they cannot be read: "v=abc". */
  readonly rejected: readonly string[]
}

/** Query of an address, as the router hands it over. */
export type Query = Readonly<Record<string, unknown>>

function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value)
}

/** Reads the query; what it does not name, or names wrongly, comes from the defaults. */
export function parseViewState(
  query: Query,
  defaults: { readonly lang: Lang; readonly theme: Theme },
): ViewState {
  const { v, region } = query
  const isDay = typeof v === 'string' && isCalendarDate(v)
  const isRegion = typeof region === 'string' && /^\d{6}$/.test(region)
  const rejected = [
    ...(v === undefined || isDay ? [] : [`v=${String(v)}`]),
    ...(region === undefined || isRegion ? [] : [`region=${String(region)}`]),
  ]
  return {
    asOf: isDay ? v : 'latest',
    ...(isRegion ? { region } : {}),
    rejected,
    lang: oneOf(LANGS, query['lang']) ?? defaults.lang,
    theme: oneOf(THEMES, query['theme']) ?? defaults.theme,
  }
}

/** The part of the query that a link keeps, so that it opens the same view on another machine. */
export function keptQuery(query: Query): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of ['v', 'region', 'lang', 'theme']) {
    const value = query[name]
    if (typeof value === 'string' && value !== '') kept[name] = value
  }
  return kept
}

/** A hash address with a query; keys in one order, so that equal views have equal addresses. */
export function hashAddress(path: string, query: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  )
  return pairs.length > 0 ? `#${path}?${pairs.join('&')}` : `#${path}`
}
