/** Sizes of type on a slide, chosen so that a text fits its column: no text is ever cut. In canvas px. */
import { textWidthPx } from '../charts/text-width.ts'
import { plain } from '../text/rich.ts'

/** Largest first; slide.css has a class of each, `type-46`. */
const SENTENCE_SIZES = [68, 56, 46, 40, 36] as const
const FIGURE_SIZES = [272, 208, 176, 148, 120, 96] as const

export type SentenceSize = (typeof SENTENCE_SIZES)[number]
export type FigureSize = (typeof FIGURE_SIZES)[number]

export interface Room {
  /** Breadth of the column. */
  readonly width: number
  readonly largest: number
}

/** Lines break between phrases, so the last part of each stays empty. */
const RAGGED = 0.86

/** The largest size that takes at most so many lines; the smallest where none does. */
export function sentenceSize(
  text: string,
  room: Room & { readonly mostLines: number },
): SentenceSize {
  const sizes = SENTENCE_SIZES.filter((size) => size <= room.largest)
  const fits = sizes.find(
    (size) =>
      textWidthPx(plain(text), size, 600) <=
      room.width * (room.mostLines === 1 ? 1 : RAGGED * room.mostLines),
  )
  return fits ?? 36
}

/**
 * The largest size at which a figure with its unit stands in one line. From `least` on the unit may
 * stand beneath it instead: a long one must not make the lead figure small.
 */
export function figureSize(
  number: string,
  unit: string,
  room: Room & { readonly least: number },
): FigureSize {
  const sizes = FIGURE_SIZES.filter((size) => size <= room.largest)
  const unitWidth = textWidthPx(unit, 44, 600) + 24
  const fitsWith = (beside: number) =>
    sizes.find((size) => textWidthPx(number, size, 600) + beside <= room.width) ?? 96
  const inOneLine = fitsWith(unitWidth)
  if (inOneLine >= room.least) return inOneLine
  const alone = fitsWith(0)
  return alone < room.least ? alone : (sizes.filter((size) => size >= room.least).pop() ?? alone)
}
