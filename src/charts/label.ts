/** Labels: words that belong to a mark, and the boxes that they would take up on each side of it. */
import type { Box } from './box.ts'
import type { Shape, Stroke, TextShape } from './shape.ts'
import { textWidthPx } from './text-width.ts'

export interface Span {
  readonly text: string
  readonly sizePx: number
  readonly weight: 400 | 600
  readonly color: string
}

/** Lines of spans, top to bottom. */
export type Block = readonly (readonly Span[])[]

/**
 * `-start` and `-end`: flush with that end of the anchor instead of centred on it; `-low`: hanging
 * from its middle.
 */
export type Side =
  | 'above'
  | 'below'
  | 'right'
  | 'right-low'
  | 'left'
  | 'above-start'
  | 'above-end'
  | 'below-start'
  | 'below-end'
  | 'inside'

/** One way to set the words, and the sides where that will do, best first. */
export interface Way {
  readonly block: Block
  readonly sides: readonly Side[]
}

export interface Label {
  /** What the words belong to. */
  readonly anchor: Box
  readonly gapPx: number
  /** More than the gap, where the words stand left or right. */
  readonly besidePx?: number
  /** Best first. */
  readonly ways: readonly Way[]
  /** Labels of lower rank are placed first. */
  readonly rank: number
  /** Moved further off rather than left out. */
  readonly isRequired?: boolean
  /** Drawn only where the label has found a place: a mark that nobody could read is no mark. */
  readonly brings?: readonly Shape[]
}

/** The same words set in several ways, each on any of the sides. */
export function waysOf(blocks: readonly Block[], sides: readonly Side[]): readonly Way[] {
  return blocks.map((block) => ({ block, sides }))
}

/** A value with its period beside the mark, the value always next to it. */
export function besideWays(value: Span, tag: Span): readonly Way[] {
  return [
    { block: [[tag, value]], sides: ['left'] },
    { block: [[value, tag]], sides: ['right', 'above', 'below'] },
    { block: [[value], [tag]], sides: ['above', 'below'] },
  ]
}

/** Height of a line as a multiple of its type size. */
const LEADING = 1.2
const SPAN_GAP = 0.3

function lineHeightPx(line: readonly Span[]): number {
  return LEADING * Math.max(...line.map((span) => span.sizePx))
}

function spanGapPx(line: readonly Span[]): number {
  return SPAN_GAP * Math.min(...line.map((span) => span.sizePx))
}

function lineWidthPx(line: readonly Span[]): number {
  const words = line.reduce(
    (sum, span) => sum + textWidthPx(span.text, span.sizePx, span.weight),
    0,
  )
  return words + (line.length - 1) * spanGapPx(line)
}

export function blockSize(block: Block): { widthPx: number; heightPx: number } {
  return {
    widthPx: Math.max(...block.map(lineWidthPx)),
    heightPx: block.reduce((sum, line) => sum + lineHeightPx(line), 0),
  }
}

/** Of a hanging block, the share of the gap that still stands above the middle. */
const LOW = 0.5

function isRight(side: Side): boolean {
  return side === 'right' || side === 'right-low'
}

function alignOf(side: Side): TextShape['align'] {
  if (isRight(side) || side.endsWith('-start')) return 'left'
  return side === 'left' || side.endsWith('-end') ? 'right' : 'center'
}

function leftOf(anchor: Box, side: Side, widthPx: number, gapPx: number): number {
  if (isRight(side)) return anchor.x + anchor.width + gapPx
  if (side === 'left') return anchor.x - gapPx - widthPx
  if (side.endsWith('-start')) return anchor.x
  if (side.endsWith('-end')) return anchor.x + anchor.width - widthPx
  return anchor.x + (anchor.width - widthPx) / 2
}

function topOf(anchor: Box, side: Side, heightPx: number, gapPx: number): number {
  if (side.startsWith('above')) return anchor.y - gapPx - heightPx
  if (side.startsWith('below')) return anchor.y + anchor.height + gapPx
  if (side === 'right-low') return anchor.y + anchor.height / 2 - LOW * gapPx
  return anchor.y + (anchor.height - heightPx) / 2
}

/** Slid in from an edge, a block is flush with it. */
function alignAtEdge(x: number, slid: number, side: Side): TextShape['align'] {
  if (slid < x) return 'right'
  return slid > x ? 'left' : alignOf(side)
}

export interface PlacedBlock {
  readonly block: Block
  readonly box: Box
  readonly align: TextShape['align']
}

/** Where a block would stand. Above and below, it may slide sideways to stay within the bounds. */
export function standBlock(
  block: Block,
  side: Side,
  { anchor, gapPx, besidePx = 0 }: Pick<Label, 'anchor' | 'gapPx' | 'besidePx'>,
  bounds: Box,
): PlacedBlock {
  const { widthPx, heightPx } = blockSize(block)
  const x = leftOf(anchor, side, widthPx, gapPx + besidePx)
  const isBeside = isRight(side) || side === 'left' || side === 'inside'
  const slid = Math.max(bounds.x, Math.min(x, bounds.x + bounds.width - widthPx))
  const isNear = slid < anchor.x + anchor.width && slid + widthPx > anchor.x
  return {
    block,
    box: {
      x: !isBeside && isNear ? slid : x,
      y: topOf(anchor, side, heightPx, gapPx),
      width: widthPx,
      height: heightPx,
    },
    align: !isBeside && isNear ? alignAtEdge(x, slid, side) : alignOf(side),
  }
}

function lineLeftPx({ box, align }: PlacedBlock, widthPx: number): number {
  if (align === 'left') return box.x
  return align === 'right' ? box.x + box.width - widthPx : box.x + (box.width - widthPx) / 2
}

/** One span is anchored at the end that it is flush with, so that an estimate cannot move it. */
function setLine(line: readonly Span[], y: number, placed: PlacedBlock, halo?: Stroke) {
  const rim = halo ? { halo } : {}
  const only = line[0]
  if (line.length === 1 && only) {
    const { box, align } = placed
    const x = { left: box.x, center: box.x + box.width / 2, right: box.x + box.width }[align]
    return [{ role: 'label', kind: 'text', at: { x, y }, align, ...only, ...rim } as const]
  }
  let x = lineLeftPx(placed, lineWidthPx(line))
  return line.map((span): TextShape => {
    const at = { x, y }
    x += textWidthPx(span.text, span.sizePx, span.weight) + spanGapPx(line)
    return { role: 'label', kind: 'text', at, align: 'left', ...span, ...rim }
  })
}

export function setBlock(placed: PlacedBlock, halo?: Stroke): readonly TextShape[] {
  let top = placed.box.y
  return placed.block.flatMap((line): readonly TextShape[] => {
    const heightPx = lineHeightPx(line)
    const y = top + heightPx / 2
    top += heightPx
    return setLine(line, y, placed, halo)
  })
}

/** The box of a text that is set already. */
export function textBox(shape: TextShape): Box {
  const width = textWidthPx(shape.text, shape.sizePx, shape.weight)
  const height = LEADING * shape.sizePx
  const left = { left: 0, center: width / 2, right: width }[shape.align]
  return { x: shape.at.x - left, y: shape.at.y - height / 2, width, height }
}
