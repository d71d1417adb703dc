/** One name that can be found, and how well a piece of a query fits it. Pure. */
import type { Bilingual } from '../contract/issue.ts'
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

export interface SearchName {
  readonly cells: readonly Cell[]
  /** English words, folded. */
  readonly words: readonly string[]
}

export interface Hit {
  /** The smaller, the higher a result stands. */
  readonly penalty: number
  /** The characters that were found by their readings; empty where no reading was needed. */
  readonly readings: readonly Step[]
}

/** Longer queries find nothing that a short one does not. */
export const LONGEST_QUERY = 60

const INSIDE = 1
const BY_READING = 3
const OTHER_LANGUAGE = 4

/** Without transliteration, Chinese and English still find. */
export function searchName(
  { zh = '', en = '' }: Partial<Bilingual>,
  transliterate?: Transliterate,
): SearchName {
  return {
    cells: splitCells(foldText(zh), transliterate),
    words: foldText(en).split(' '),
  }
}

/** Groups of a query, every one of which must be found; none where nothing is asked. */
export function splitQuery(query: string): readonly string[] {
  const folded = foldText(query.slice(0, LONGEST_QUERY))
  return folded === '' ? [] : folded.split(' ')
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

/** The best of several names for one thing; `penalty` is for names that are not its first. */
export function hitInNames(
  names: readonly SearchName[],
  piece: string,
  lang: Lang,
  penalty = 0,
): Hit | null {
  const best = names.reduce<Hit | null>(
    (hit, name) =>
      better(hit, better(hitInChinese(name, piece, lang), hitInEnglish(name, piece, lang))),
    null,
  )
  return best && { ...best, penalty: best.penalty + penalty }
}

export function bestOf(hits: readonly (Hit | null)[]): Hit | null {
  return hits.reduce(better, null)
}

/** Every piece must be found, in any order; null where one is not. */
export function hitPieces(
  pieces: readonly string[],
  hitPiece: (piece: string) => Hit | null,
): Hit | null {
  const { hit, missed } = hitSome(pieces, hitPiece)
  return missed === 0 ? hit : null
}

/** What of the pieces is found, in any order, and how many are not. */
export function hitSome(
  pieces: readonly string[],
  hitPiece: (piece: string) => Hit | null,
): { readonly hit: Hit; readonly missed: number } {
  const hits = pieces.flatMap((piece) => hitPiece(piece) ?? [])
  return {
    hit: {
      penalty: hits.reduce((sum, { penalty }) => sum + penalty, 0),
      readings: hits.flatMap(({ readings }) => readings),
    },
    missed: pieces.length - hits.length,
  }
}
