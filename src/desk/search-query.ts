/** A query taken apart: words that must count, words that may help, and words that say nothing. Pure. */
import type { Catalog } from '../contract/catalog.ts'
import { SMALL_WORDS } from '../text/asked-names.ts'
import { foldText } from './search-fold.ts'
import { LONGEST_QUERY } from './search-name.ts'

export interface SearchQuery {
  /** Each that an entry lacks puts it behind those that have it. */
  readonly words: readonly string[]
  /** Places and years: a series has all years, and most are of one city. */
  readonly hints: readonly string[]
}

/** 焦作市 and 焦作, jiaozuo: not 温 for 温县, nor wen, which are parts of other words. */
function placesOf({ regions }: Pick<Catalog, 'regions'>): readonly string[] {
  const places = regions.flatMap(({ name }) => {
    const zh = foldText(name.zh)
    const en = foldText(name.en).replace(/ [a-z]+$/, '')
    const short = zh.slice(0, -1)
    return [zh, ...(short.length > 1 ? [short] : []), ...(en.length > 3 ? [en] : [])]
  })
  return [...new Set(places)].sort((a, b) => b.length - a.length)
}

/** A year that is no part of a longer number. */
const YEAR = '(?<!\\d)(?:19|20)\\d\\d(?!\\d)年?'
const IS_YEAR = new RegExp(`^${YEAR}$`)

const SMALL_ENGLISH: ReadonlySet<string> = new Set(SMALL_WORDS.en)
const SMALL_CHINESE: ReadonlySet<string> = new Set(SMALL_WORDS.zh)

export type ReadQuery = (query: string) => SearchQuery

/** Prepares to read queries about one catalog. */
export function queryReader(catalog: Pick<Catalog, 'regions'>): ReadQuery {
  const places = placesOf(catalog)
  const isPlace = new Set(places)
  // Chinese runs on: 焦作市优良天数有多少 is one group of characters and three of words.
  const parts = [YEAR, ...places.filter((place) => !/[a-z]/.test(place)), ...SMALL_WORDS.zh]
  const apart = new RegExp(`(${parts.join('|')})`, 'g')
  return (query) => {
    const folded = foldText(query.slice(0, LONGEST_QUERY))
    const pieces = folded.replace(apart, ' $1 ').split(' ').filter(Boolean)
    const isSmall = (piece: string) => SMALL_ENGLISH.has(piece) || SMALL_CHINESE.has(piece)
    const isHint = (piece: string) => isPlace.has(piece) || IS_YEAR.test(piece)
    const said = pieces.filter((piece) => !isSmall(piece))
    const words = said.filter((piece) => !isHint(piece))
    if (words.length > 0) return { words, hints: said.filter(isHint) }
    // Alone they may be the beginning of a name, or a part of it.
    return { words: said.length > 0 ? said : pieces, hints: [] }
  }
}
