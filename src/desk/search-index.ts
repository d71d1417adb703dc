/** Finds indicators by Chinese name, pinyin, initials, English words, pollutant and theme. Pure. */
import type { Catalog, Indicator, Theme } from '../contract/catalog.ts'
import type { Lang } from '../text/lang.ts'
import { otherNamesOf, otherThemeNamesOf } from './other-names.ts'
import type { Step, Transliterate } from './pinyin-match.ts'
import {
  bestOf,
  hitInNames,
  hitSome,
  searchName,
  type Hit,
  type SearchName,
} from './search-name.ts'
import { queryReader, type ReadQuery } from './search-query.ts'

interface SearchEntry {
  readonly indicator: Indicator
  readonly theme: Theme
  readonly name: SearchName
  readonly otherNames: readonly SearchName[]
  readonly themeNames: readonly SearchName[]
}

export interface SearchIndex {
  readonly entries: readonly SearchEntry[]
  readonly read: ReadQuery
}

export interface SearchResult {
  readonly indicator: Indicator
  readonly theme: Theme
  /** The characters that were found by their readings; empty where no reading was needed. */
  readonly readings: readonly Step[]
}

const BY_OTHER_NAME = 2
const BY_THEME = 8

/** Without transliteration, Chinese and English still find. */
export function buildSearchIndex(catalog: Catalog, transliterate?: Transliterate): SearchIndex {
  const themes = new Map(
    catalog.themes.map((theme) => {
      const names = [theme.name, ...otherThemeNamesOf(theme)]
      const themeNames = names.map((name) => searchName(name, transliterate))
      return [theme.id, { theme, themeNames }]
    }),
  )
  const entries = catalog.indicators.flatMap((indicator) => {
    const under = themes.get(indicator.theme)
    if (!under) return []
    const name = searchName(indicator.name, transliterate)
    const otherNames = otherNamesOf(indicator).map((other) => searchName(other, transliterate))
    return [{ indicator, name, otherNames, ...under }]
  })
  return { entries, read: queryReader(catalog) }
}

function hitEntry({ name, otherNames, themeNames }: SearchEntry, piece: string, lang: Lang) {
  const asTheme = hitInNames(themeNames, piece, lang, BY_THEME)
  return bestOf([
    hitInNames([name], piece, lang),
    hitInNames(otherNames, piece, lang, BY_OTHER_NAME),
    // Of a theme it is enough to know that it is meant.
    asTheme && { ...asTheme, readings: [] },
  ])
}

interface Found {
  readonly entry: SearchEntry
  readonly hit: Hit
  /** Words and hints that it lacks. */
  readonly missed: number
  readonly lacking: number
}

/**
 * Those that have the most words of the query, the best first; equals in the order of the catalog.
 * Nothing asked, nothing found.
 */
export function searchIndicators(
  { entries, read }: SearchIndex,
  query: string,
  lang: Lang,
): readonly SearchResult[] {
  const { words, hints } = read(query)
  const found = entries.flatMap((entry): Found[] => {
    const hitPiece = (piece: string) => hitEntry(entry, piece, lang)
    const { hit, missed } = hitSome(words, hitPiece)
    if (missed === words.length) return []
    return [{ entry, hit, missed, lacking: hitSome(hints, hitPiece).missed }]
  })
  const fewest = Math.min(...found.map(({ missed }) => missed))
  return found
    .filter(({ missed }) => missed === fewest)
    .sort((a, b) => a.lacking - b.lacking || a.hit.penalty - b.hit.penalty)
    .map(({ entry: { indicator, theme }, hit }) => ({ indicator, theme, readings: hit.readings }))
}
