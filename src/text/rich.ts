/** Plain text → pieces that a typographer would set: subscripts, figures kept with their units, phrase ends. */

export interface RichPiece {
  readonly kind: 'text' | 'sub' | 'keep' | 'break' | 'gap'
  readonly text: string
}

/** Marks the end of a phrase, where a headline may break (U+200B, invisible in plain use). */
export const PHRASE_END = '\u200b'

/** Chemical names as the field writes them: PM2.5, PM10, SO2, NO2, O3, with their figures lowered. */
const FORMULA = /(PM|SO|NO|O)(2\.5|10|2|3)(?![\d.])/
const UNIT =
  '(?:微克/立方米|毫克/立方米|万吨/日|万千瓦|平方米|个百分点|万公顷|万亩|万户|万吨|蒸吨|公里|[项件家个种台位套辆块条座处名天%年月日])'
const FIGURE = new RegExp(`第?[≥≤><≈]?[−-]?\\d[\\d.]*${UNIT}?`)
const PIECES = new RegExp(`(?<![A-Za-z])${FORMULA.source}|${FIGURE.source}|${PHRASE_END}`, 'g')

function isWide(character: string | undefined): boolean {
  return character !== undefined && /[\u4e00-\u9fff]/.test(character)
}

function phraseEnd(before: string | undefined, after: string | undefined): readonly RichPiece[] {
  const end: RichPiece = { kind: 'break', text: '' }
  // A break between Chinese and a figure switches the engine's own gap off, so it is set by hand.
  const needsGap = after !== undefined && isWide(before) && /[\dA-Za-z]/.test(after)
  return needsGap ? [{ kind: 'gap', text: '' }, end] : [end]
}

/** Sets a text. Joined again without kinds, the pieces give the text back (phrase ends apart). */
export function enrich(text: string): readonly RichPiece[] {
  const pieces: RichPiece[] = []
  let done = 0
  for (const match of text.matchAll(PIECES)) {
    const [found, base, lowered] = match
    const at = match.index ?? 0
    if (at > done) pieces.push({ kind: 'text', text: text.slice(done, at) })
    if (found === PHRASE_END) pieces.push(...phraseEnd(text[at - 1], text[at + 1]))
    else if (base !== undefined && lowered !== undefined) {
      pieces.push({ kind: 'text', text: base }, { kind: 'sub', text: lowered })
    } else pieces.push({ kind: 'keep', text: found })
    done = at + found.length
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) })
  return pieces
}

/** The same text for speech, titles and alternative texts. */
export function plain(text: string): string {
  return text.split(PHRASE_END).join('')
}

const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['(', '（'],
  [')', '）'],
])

/** A document's title as Chinese sets it: 《…》, unless it brings its own. */
export function bookTitle(title: string): string {
  const wide = fullWidthPunctuation(title)
  return wide.startsWith('《') ? wide : `《${wide}》`
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\dA-Za-z]/.test(character)
}

/**
 * Chinese texts of the sources carry ASCII punctuation: shown full-width unless it stands between
 * Latin letters or digits on both sides.
 */
export function fullWidthPunctuation(text: string): string {
  if (!/[\u4e00-\u9fff]/.test(text)) return text
  return [...text]
    .map((character, i, all) => {
      const wide = FULL_WIDTH.get(character)
      return wide === undefined || (isLatin(all[i - 1]) && isLatin(all[i + 1])) ? character : wide
    })
    .join('')
}
