/** Finds publications by title, publisher and date. Pure. */
import type { Publication } from '../contract/statement.ts'
import { comparePrecedence } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'
import { formatDay } from '../text/period-text.ts'
import type { Transliterate } from './pinyin-match.ts'
import {
  bestOf,
  hitInNames,
  hitPieces,
  searchName,
  splitQuery,
  type SearchName,
} from './search-name.ts'

interface PublicationEntry {
  readonly publication: Publication
  readonly title: SearchName
  readonly publisher: SearchName
  /** 2023-05-29, 2023年5月29日, 29 May 2023. */
  readonly days: readonly SearchName[]
}

/** Latest first. */
export type PublicationIndex = readonly PublicationEntry[]

const BY_PUBLISHER = 2

export function buildPublicationIndex(
  publications: readonly Publication[],
  transliterate?: Transliterate,
): PublicationIndex {
  return [...publications].sort(comparePrecedence).map((publication) => {
    const { title, publisher, published } = publication
    const days = [
      { zh: published },
      { zh: formatDay(published, 'zh'), en: formatDay(published, 'en') },
    ]
    return {
      publication,
      title: searchName({ zh: title }, transliterate),
      publisher: searchName({ zh: publisher }, transliterate),
      days: days.map((day) => searchName(day)),
    }
  })
}

/** Best first, then latest first. Nothing asked, nothing found. */
export function searchPublications(
  index: PublicationIndex,
  query: string,
  lang: Lang,
): readonly Publication[] {
  const pieces = splitQuery(query)
  if (pieces.length === 0) return []
  return index
    .flatMap(({ publication, title, publisher, days }) => {
      const hit = hitPieces(pieces, (piece) =>
        bestOf([
          hitInNames([title], piece, lang),
          hitInNames([publisher], piece, lang, BY_PUBLISHER),
          hitInNames(days, piece, lang, BY_PUBLISHER),
        ]),
      )
      return hit ? [{ publication, hit }] : []
    })
    .sort((a, b) => a.hit.penalty - b.hit.penalty)
    .map(({ publication }) => publication)
}
