/** How much of what is new a canvas has room for. */
import { columnWidths, isShort, NARROW } from './arrange.ts'
import type { Canvas } from './canvas.ts'

export interface NewsRoom {
  /** Of the document's own words, in canvas px. */
  readonly textWidth: number
  readonly rows: number
  readonly others: number
}

export function newsRoom(canvas: Canvas): NewsRoom {
  const { shape, width, height } = canvas
  const [textWidth = canvas.width] = columnWidths('facts', canvas)
  const isLow = height < 1000
  // On a narrow one every text takes a line more.
  if (shape === 'portrait') return { textWidth, rows: width < NARROW ? 3 : 5, others: 3 }
  if (isShort(canvas)) return { textWidth, rows: 3, others: 0 }
  const rows = isLow ? 4 : 5
  return { textWidth, rows: shape === 'ultra' ? 2 * rows : rows, others: isLow ? 2 : 3 }
}
