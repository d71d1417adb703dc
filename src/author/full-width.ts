/**
 * Full-width characters that input methods leave in codes and numbers, one by one. Not NFKC: that
 * would turn 10⁵ into 105 and ① into 1.
 */
const ASCII_FORMS: ReadonlyMap<string, string> = new Map([
  ...Array.from('０１２３４５６７８９', (digit, value) => [digit, String(value)] as const),
  ...Array.from('ＡＢＤＥＦＭＰＱ', (letter, at) => [letter, 'ABDEFMPQ'.charAt(at)] as const),
  ['．', '.'],
  ['％', '%'],
  ['＋', '+'],
  ['－', '-'],
  // U+2212 MINUS SIGN, which Number() does not read.
  ['\u2212', '-'],
  ['／', '/'],
  ['：', ':'],
  ['；', ';'],
  ['＜', '<'],
  ['＞', '>'],
  ['＝', '='],
  ['～', '~'],
  ['\u3000', ' '],
])

/** A code or number with the characters of the table in their ASCII form; all others stay. */
export function foldFullWidth(text: string): string {
  return Array.from(text, (character) => ASCII_FORMS.get(character) ?? character).join('')
}
