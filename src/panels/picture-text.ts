/** Text in a picture that stands alone: broken into lines by estimated widths, set as SVG text. */
import { textWidthPx } from '../charts/text-width.ts'
import { enrich, PHRASE_END } from '../text/rich.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char)
}

/** Never the first of a line, in Chinese and English. */
const CLOSING = /^[，。；：、？！）》」』”’%…,.;:?!)\]]/

/** Pieces that stay whole: a figure with its unit, a Latin word, else one character. */
function wordsOf(text: string): readonly string[] {
  return enrich(text).flatMap(({ kind, text: piece }) => {
    if (kind === 'keep' || kind === 'sub') return [piece]
    return kind === 'text' ? (piece.match(/[\w.-]+ ?|[\s\S]/gu) ?? []) : []
  })
}

/** Lines no wider than the box: broken where phrases end if that is enough, else wherever they are full. */
export function breakLines(
  text: string,
  sizePx: number,
  weight: 400 | 600,
  widthPx: number,
): readonly string[] {
  const phrases = text.split(PHRASE_END)
  const fits = (line: string) => textWidthPx(line, sizePx, weight) <= widthPx
  if (fits(phrases.join(''))) return [phrases.join('')]
  if (phrases.every(fits)) return joinPhrases(phrases, fits)
  return fillLines(phrases.join(''), fits)
}

function joinPhrases(
  phrases: readonly string[],
  fits: (line: string) => boolean,
): readonly string[] {
  return phrases.reduce<readonly string[]>((lines, phrase) => {
    const last = lines[lines.length - 1]
    return last !== undefined && fits(last + phrase)
      ? [...lines.slice(0, -1), last + phrase]
      : [...lines, phrase]
  }, [])
}

function fillLines(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text)) {
    if (!fits(line + word) && line !== '' && !CLOSING.test(word)) {
      lines.push(line.trimEnd())
      line = word.trimStart()
    } else line += word
  }
  return line === '' ? lines : [...lines, line]
}

export interface TextPlace {
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly sizePx: number
  readonly weight: 400 | 600
  readonly color: string
}

/** One line, the figures of PM2.5 and its kin lowered. */
export function textMarkup(text: string, { x, y, sizePx, weight, color }: TextPlace): string {
  let isLow = false
  const spans = enrich(text).map(({ kind, text: piece }) => {
    const [low, was] = [kind === 'sub', isLow]
    isLow = low
    const drop = Math.round(0.2 * sizePx)
    const shift = low === was ? '' : ` dy="${low ? drop : -drop}"`
    const size = low ? ` font-size="${Math.round(0.72 * sizePx)}"` : ''
    const inside = escapeText(piece)
    return shift || size ? `<tspan${shift}${size}>${inside}</tspan>` : inside
  })
  const font = `font-size="${sizePx}"${weight === 600 ? ' font-weight="600"' : ''}`
  return `<text x="${x}" y="${y}" ${font} fill="${color}">${spans.join('')}</text>`
}
