/** Brings names and queries to one form, so that ＰＭ₂.₅, “pm2.5” and PM2.5 are the same text. */

/** Not NFKC: its table is long and turns characters into others that nobody typed. */
const FOLDED: ReadonlyMap<string, string> = new Map([
  ...[...'₀₁₂₃₄₅₆₇₈₉'].map((sign, i) => [sign, String(i)] as const),
  ...['ⅰ', 'ⅱ', 'ⅲ', 'ⅳ', 'ⅴ'].map(
    (sign, i) => [sign, ['i', 'ii', 'iii', 'iv', 'v'][i] ?? ''] as const,
  ),
  ['\u3000', ' '],
  // What the key of the full stop gives while an input method is on; inside a number it is a point.
  ['。', '.'],
  // Input methods write ü as v.
  ['ü', 'v'],
])

const FULL_WIDTH_SHIFT = 0xff01 - 0x21

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH_SHIFT)
  return FOLDED.get(character) ?? character
}

/**
 * Lower case, half width, no tone marks, no point inside a number, nothing but letters, digits,
 * Chinese characters and single spaces where one group ends. Input methods part syllables by an
 * apostrophe, which is dropped.
 */
export function foldText(text: string): string {
  return [...text.normalize('NFC').toLowerCase()]
    .map(foldCharacter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}|['’ʼ`]/gu, '')
    .replace(/(\d)\.(?=\d)/g, '$1')
    .replace(/[^a-z\d\p{Script=Han}]+/gu, ' ')
    .trim()
}
