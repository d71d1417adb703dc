/** Finds indicators by Chinese name, pinyin, initials, English words, pollutant and theme. Pure. */
import type { Catalog, Indicator, Theme } from '../contract/catalog.ts'
import type { Lang } from '../text/lang.ts'
import { otherNamesOf, otherThemeNamesOf } from './other-names.ts'
import type { Step, Transliterate } from './pinyin-match.ts'
import {
  bestOf,
  hitInNames,
  hitPieces,
  searchName,
  splitQuery,
  type Hit,
  type SearchName,
} from './search-name.ts'

interface SearchEntry {
  readonly indicator: Indicator
  readonly theme: Theme
  readonly name: SearchName
  readonly otherNames: readonly SearchName[]
  readonly themeNames: readonly SearchName[]
}

export type SearchIndex = readonly SearchEntry[]

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
  return catalog.indicators.flatMap((indicator) => {
    const under = themes.get(indicator.theme)
    if (!under) return []
    const name = searchName(indicator.name, transliterate)
    const otherNames = otherNamesOf(indicator).map((other) => searchName(other, transliterate))
    return [{ indicator, name, otherNames, ...under }]
  })
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

/** Best first; equals in the order of the catalog. Nothing asked, nothing found. */
export function searchIndicators(
  index: SearchIndex,
  query: string,
  lang: Lang,
): readonly SearchResult[] {
  const pieces = splitQuery(query)
  if (pieces.length === 0) return []
  return index
    .flatMap((entry): { entry: SearchEntry; hit: Hit }[] => {
      const hit = hitPieces(pieces, (piece) => hitEntry(entry, piece, lang))
      return hit ? [{ entry, hit }] : []
    })
    .sort((a, b) => a.hit.penalty - b.hit.penalty)
    .map(({ entry: { indicator, theme }, hit }) => ({ indicator, theme, readings: hit.readings }))
}
