/** Finds indicators by Chinese name, pinyin, initials, English words and theme. Pure. */
import type { Catalog, Indicator, Theme } from '../contract/catalog.ts'
import type { Lang } from '../text/lang.ts'
import {
  isLiteral,
  matchCells,
  splitCells,
  type Cell,
  type Step,
  type Transliterate,
} from './pinyin-match.ts'
import { foldText } from './search-fold.ts'

interface SearchName {
  readonly cells: readonly Cell[]
  /** English words, folded. */
  readonly words: readonly string[]
}

interface SearchEntry {
  readonly indicator: Indicator
  readonly theme: Theme
  readonly name: SearchName
  readonly themeName: SearchName
}

export type SearchIndex = readonly SearchEntry[]

export interface SearchResult {
  readonly indicator: Indicator
  readonly theme: Theme
  /** The characters that were found by their readings; empty where no reading was needed. */
  readonly readings: readonly Step[]
}

/** Longer queries find nothing that a short one does not. */
const LONGEST_QUERY = 60

/** Penalties: the smaller, the higher a result stands. */
const INSIDE = 1
const BY_READING = 3
const OTHER_LANGUAGE = 4
const BY_THEME = 8

function searchName(
  { zh, en }: { readonly zh: string; readonly en: string },
  transliterate?: Transliterate,
): SearchName {
  return {
    cells: splitCells(foldText(zh), transliterate),
    words: foldText(en).split(' '),
  }
}

/** Without transliteration, Chinese and English still find. */
export function buildSearchIndex(catalog: Catalog, transliterate?: Transliterate): SearchIndex {
  const themes = new Map(
    catalog.themes.map((theme) => [
      theme.id,
      { theme, themeName: searchName(theme.name, transliterate) },
    ]),
  )
  return catalog.indicators.flatMap((indicator) => {
    const under = themes.get(indicator.theme)
    return under ? [{ indicator, name: searchName(indicator.name, transliterate), ...under }] : []
  })
}

interface Hit {
  readonly penalty: number
  readonly readings: readonly Step[]
}

function hitInChinese({ cells }: SearchName, piece: string, lang: Lang): Hit | null {
  const match = matchCells(cells, piece)
  if (!match) return null
  const place = match.at === 0 ? 0 : INSIDE
  if (isLiteral(match)) return { penalty: place, readings: [] }
  const foreign = lang === 'en' ? OTHER_LANGUAGE : 0
  return { penalty: BY_READING + place + foreign, readings: match.steps }
}

function hitInEnglish({ words }: SearchName, piece: string, lang: Lang): Hit | null {
  const at = words.findIndex((word) => word.startsWith(piece))
  if (at < 0) return null
  const foreign = lang === 'zh' ? OTHER_LANGUAGE : 0
  return { penalty: (at === 0 ? 0 : INSIDE) + foreign, readings: [] }
}

function better(a: Hit | null, b: Hit | null): Hit | null {
  if (!a || !b) return a ?? b
  return b.penalty < a.penalty ? b : a
}

function hitInName(name: SearchName, piece: string, lang: Lang): Hit | null {
  return better(hitInChinese(name, piece, lang), hitInEnglish(name, piece, lang))
}

function hitEntry(entry: SearchEntry, piece: string, lang: Lang): Hit | null {
  const inTheme = hitInName(entry.themeName, piece, lang)
  const asTheme = inTheme && { penalty: BY_THEME + inTheme.penalty, readings: [] }
  return better(hitInName(entry.name, piece, lang), asTheme)
}

/** Every piece must be found, in any order; null where one is not. */
function hitPieces(entry: SearchEntry, pieces: readonly string[], lang: Lang): Hit | null {
  let penalty = 0
  const readings: Step[] = []
  for (const piece of pieces) {
    const hit = hitEntry(entry, piece, lang)
    if (!hit) return null
    penalty += hit.penalty
    readings.push(...hit.readings)
  }
  return { penalty, readings }
}

/** Best first; equals in the order of the catalog. Nothing asked, nothing found. */
export function searchIndicators(
  index: SearchIndex,
  query: string,
  lang: Lang,
): readonly SearchResult[] {
  const folded = foldText(query.slice(0, LONGEST_QUERY))
  if (folded === '') return []
  const pieces = folded.split(' ')
  return index
    .flatMap((entry) => {
      const hit = hitPieces(entry, pieces, lang)
      return hit ? [{ entry, hit }] : []
    })
    .sort((a, b) => a.hit.penalty - b.hit.penalty)
    .map(({ entry, hit }) => ({
      indicator: entry.indicator,
      theme: entry.theme,
      readings: hit.readings,
    }))
}
