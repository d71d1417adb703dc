/** Finds the pages that are no indicator and no publication, by name. Pure. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from '../text/lang.ts'
import { word, type Word } from '../text/ui-words.ts'
import type { Transliterate } from './pinyin-match.ts'
import { hitInNames, hitPieces, searchName, splitQuery } from './search-name.ts'

export interface SearchPage {
  /** Where the router finds it. */
  readonly path: string
  readonly name: Word
}

const PAGES: readonly SearchPage[] = [
  { path: '/inspection', name: 'inspection' },
  { path: '/slides', name: 'slidesPage' },
  { path: '/offline', name: 'offlinePage' },
]

function namesOf({ name }: SearchPage): Bilingual {
  return { zh: word(name, 'zh'), en: word(name, 'en') }
}

/** In the order of the navigation; nothing asked, nothing found. */
export function searchPages(
  query: string,
  lang: Lang,
  transliterate?: Transliterate,
): readonly SearchPage[] {
  const pieces = splitQuery(query)
  if (pieces.length === 0) return []
  return PAGES.filter((page) => {
    const name = searchName(namesOf(page), transliterate)
    return hitPieces(pieces, (piece) => hitInNames([name], piece, lang))
  })
}
