/** How wide a text will be, without a browser: advance widths of the figures' font, 1 em for Chinese. */

/** Advance widths in thousandths of an em of IBM Plex Sans SemiBold, the widest weight in charts. */
const ADVANCES: readonly (readonly [string, number])[] = [
  [' ', 236],
  ["ijl.,'|", 290],
  ['():;[]!rtf', 350],
  ['/-IsJczxvy', 515],
  ['aeoghknudbpqLS', 590],
  ['0123456789+<=>−–~ABCEFPRTVXYZK×µ', 620],
  ['DGHNOQU', 720],
  ['wm%WM&@', 930],
  ['²³⁴“”·’‘', 517],
]

const WIDTHS: ReadonlyMap<string, number> = new Map(
  ADVANCES.flatMap(([chars, width]) => [...chars].map((char) => [char, width] as const)),
)

/** Chinese engines set an eighth of an em between Chinese and figures (`text-autospace`). */
const AUTOSPACE = 125

function isHan(char: string): boolean {
  return /[\u3400-\u9fff]/.test(char)
}

function isLatin(char: string): boolean {
  return /[0-9A-Za-z]/.test(char)
}

/** The width of a text in px at a size, rather too large than too small. */
export function textWidthPx(text: string, sizePx: number): number {
  let thousandths = 0
  let before = ''
  for (const char of text) {
    thousandths += WIDTHS.get(char) ?? 1000
    const isSeam = (isHan(before) && isLatin(char)) || (isLatin(before) && isHan(char))
    if (isSeam) thousandths += AUTOSPACE
    before = char
  }
  return (thousandths * sizePx) / 1000
}
