/** How wide a text will be, without a browser: advance widths of the figures' font, 1 em for Chinese. */

/** Advance widths of IBM Plex Sans Regular in thousandths of an em, rounded up to twenties. */
const ADVANCES: readonly (readonly [number, string])[] = [
  [240, ' '],
  [260, "'ij"],
  [280, ',.l'],
  [300, '!:;'],
  [340, '()[]|f·'],
  [360, 't{}²³'],
  [400, 'r-/I\\'],
  [420, '"⁴'],
  [500, '*?zsvy“”'],
  [520, 'JLcx'],
  [560, 'agkFeo'],
  [580, 'TZ_bdhnpquµ'],
  [600, '0123456789$+<=>ESY^`~–−×'],
  [640, 'PVXCKR'],
  [680, 'ABDU'],
  [720, '&G#HNOQ'],
  [780, 'w'],
  [820, 'M'],
  [880, 'm'],
  [940, '@W%'],
]
/** Letters of the SemiBold are wider; its figures are not. */
const BOLD_LETTERS = 1.05

const WIDTHS: ReadonlyMap<string, number> = new Map(
  ADVANCES.flatMap(([width, chars]) => [...chars].map((char) => [char, width] as const)),
)

/** Engines set an eighth of an em between Chinese and figures (`text-autospace`). */
const AUTOSPACE = 125

function isHan(char: string): boolean {
  return /[\u3400-\u9fff]/.test(char)
}

function isLatin(char: string): boolean {
  return /[0-9A-Za-z]/.test(char)
}

function advance(char: string, weight: 400 | 600): number {
  const width = WIDTHS.get(char) ?? 1000
  return weight === 600 && /[A-Za-z]/.test(char) ? width * BOLD_LETTERS : width
}

/** The width of a text in px at a size, rather too large than too small. */
export function textWidthPx(text: string, sizePx: number, weight: 400 | 600 = 400): number {
  let thousandths = 0
  let before = ''
  for (const char of text) {
    thousandths += advance(char, weight)
    const isSeam = (isHan(before) && isLatin(char)) || (isLatin(before) && isHan(char))
    if (isSeam) thousandths += AUTOSPACE
    before = char
  }
  return (thousandths * sizePx) / 1000
}

/** `600 15px 'QN Num', …`: weight and size of a font as CSS writes it. */
const FONT = /^(?:(\d+|bold|normal) )?([\d.]+)px/

/** ECharts' own size where a text names none. */
const PLAIN_SIZE_PX = 12

/**
 * Measures for ECharts, which would ask a canvas: memory of that canvas grows with every new text.
 * Pictures place their texts by the same widths.
 */
export function measureText(text: string, font = ''): { readonly width: number } {
  const [, weight = '', sizePx = PLAIN_SIZE_PX] = FONT.exec(font) ?? []
  const isBold = weight === 'bold' || Number(weight) >= 600
  return { width: textWidthPx(text, Number(sizePx), isBold ? 600 : 400) }
}
