/** A text as a QR code: the dark squares as one path, for a screen that shows its address to phones. */
import { correction, generate, mode } from 'lean-qr'

/** ISO/IEC 18004: so many light modules around, or readers do not find the code. */
export const QUIET_ZONE = 4

export interface QrPath {
  /** Modules of a side, with the quiet zone: the side of the path's view box. */
  readonly size: number
  /** Data of an SVG path; one unit is one module. */
  readonly path: string
}

/**
 * Plain bytes, and for what is no ASCII bytes that are declared as UTF-8. Left to itself the library
 * writes Chinese as Japanese kanji where that is shorter, which Chinese readers get wrong.
 */
const MODES = [mode.ascii, mode.utf8]

type IsDark = (x: number, y: number) => boolean

/** Dark modules that touch in a row are one rectangle: seams between them would show. */
function rowPath(isDark: IsDark, y: number, side: number): string {
  let path = ''
  for (let x = 0; x < side; x += 1) {
    if (!isDark(x, y) || isDark(x - 1, y)) continue
    let length = 1
    while (isDark(x + length, y)) length += 1
    path += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`
  }
  return path
}

/** With error correction M, 15 %. Null for an empty text and one of more than about 2,300 bytes. */
export function planQr(text: string): QrPath | null {
  if (text === '') return null
  try {
    const { size, get } = generate(text, {
      minCorrectionLevel: correction.M,
      maxCorrectionLevel: correction.M,
      modes: MODES,
    })
    const rows = Array.from({ length: size }, (_, y) => rowPath(get, y, size))
    return { size: size + 2 * QUIET_ZONE, path: rows.join('') }
  } catch {
    return null
  }
}
