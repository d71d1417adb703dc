/** Slides that may be added: pages and themes by name, indicators as the search finds them. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from '../text/lang.ts'
import type { Transliterate } from './pinyin-match.ts'
import type { SearchResult } from './search-index.ts'
import { hitInNames, hitPieces, searchName, splitQuery } from './search-name.ts'
import { hasRoomFor } from './slide-list.ts'

export interface NamedSlide {
  /** As in the address. */
  readonly name: string
  readonly title: Bilingual
  readonly kind: 'page' | 'theme'
}

export interface SlideChoice {
  readonly name: string
  readonly title: string
  readonly kind: NamedSlide['kind'] | 'indicator'
  /** Where it stands already, counted from 1. */
  readonly place: number | null
  /** Whether it may be put on the slide that is looked at. */
  readonly fitsBeside: boolean
}

export interface Asked {
  readonly query: string
  readonly lang: Lang
  readonly transliterate?: Transliterate | undefined
  /** The list as it is. */
  readonly names: readonly string[]
  /** The slide that is looked at, where indicators were named on it. */
  readonly beside: string | null
}

const MOST = 8

function isFound({ title }: NamedSlide, { query, lang, transliterate }: Asked): boolean {
  const name = searchName(title, transliterate)
  const pieces = splitQuery(query)
  return pieces.length > 0 && Boolean(hitPieces(pieces, (piece) => hitInNames([name], piece, lang)))
}

/** With nothing asked: what could stand in the list and does not. */
export function planSlideChoices(
  pages: readonly NamedSlide[],
  results: readonly SearchResult[],
  asked: Asked,
): readonly SlideChoice[] {
  const { query, lang, names, beside } = asked
  const isAsked = query.trim() !== ''
  const placeOf = (name: string) => (names.includes(name) ? names.indexOf(name) + 1 : null)
  const found = pages
    .filter((page) => (isAsked ? isFound(page, asked) : placeOf(page.name) === null))
    .map(({ name, title, kind }) => {
      return { name, kind, title: title[lang], place: placeOf(name), fitsBeside: false }
    })
  if (!isAsked) return found
  const indicators = results.map(({ indicator: { id, name } }) => ({
    name: id,
    kind: 'indicator' as const,
    title: name[lang],
    place: placeOf(id),
    fitsBeside: beside !== null && hasRoomFor(beside, id),
  }))
  return [...found, ...indicators].slice(0, MOST)
}
