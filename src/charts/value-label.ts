/** The labels of values: the city's in its colour, the last one larger, the province's quieter. */
import { formatReading } from '../text/number-text.ts'
import type { Lang } from '../text/lang.ts'
import { formatSeriesName } from '../text/chart-words.ts'
import type { Series } from '../domain/series.ts'
import type { Box } from './box.ts'
import type { ValuedPoint } from './cast.ts'
import type { ChartStyle } from './chart-style.ts'
import { RANKS } from './drawing.ts'
import { waysOf, type Block, type Label, type Side, type Span } from './label.ts'

export interface ValueLabelLook {
  readonly anchor: Box
  readonly sides: readonly Side[]
  /** Warn colour for what two documents dispute. */
  readonly color?: string
  /** What the period is called, where the axis does not say. */
  readonly tag?: string
}

export const ROUND_ABOUT: readonly Side[] = [
  'above',
  'below',
  'right',
  'left',
  'above-end',
  'above-start',
  'below-end',
  'below-start',
]

function tagSpan(text: string, color: string, style: ChartStyle): Span {
  return { text, sizePx: style.axisPx, weight: 400, color }
}

/** A value of the city. */
export function cityLabel(
  point: ValuedPoint,
  importance: 'last' | 'extreme' | 'first' | 'value',
  look: ValueLabelLook,
  style: ChartStyle,
): Label {
  const color = look.color ?? style.palette.city
  const sizePx = importance === 'last' ? style.lastPx : style.valuePx
  const value: Span = { text: formatReading(point.reading), sizePx, weight: 600, color }
  const tag = look.tag ? [tagSpan(look.tag, color, style)] : []
  const blocks: readonly Block[] = look.tag
    ? [[[value], tag], [[value, ...tag]], [[value]]]
    : [[[value]]]
  return {
    anchor: look.anchor,
    gapPx: 2 * style.scale,
    besidePx: style.besidePx,
    ways: waysOf(blocks, look.sides),
    rank: RANKS[importance],
    isRequired: importance !== 'value',
  }
}

/** The name of a series at its last mark. */
export function nameLabel(name: string, anchor: Box, style: ChartStyle): Label {
  const span: Span = { text: name, sizePx: style.namePx, weight: 600, color: style.palette.city }
  return {
    anchor,
    gapPx: 2 * style.scale,
    besidePx: style.besidePx,
    ways: waysOf([[[span]]], ['below', 'above', 'right', 'left', 'above-end', 'below-end']),
    rank: RANKS.name,
  }
}

/** A value of what stands beside the city; the last one carries the name. */
export function peerLabel(
  point: ValuedPoint,
  series: Series,
  isLast: boolean,
  look: ValueLabelLook,
  style: ChartStyle,
  lang: Lang,
): Label {
  const color = style.palette.other
  const text = formatReading(point.reading)
  const value: Span = { text, sizePx: style.namePx, weight: 400, color }
  const name: Span = { ...value, text: formatSeriesName(series, lang) }
  return {
    anchor: look.anchor,
    gapPx: 2 * style.scale,
    besidePx: style.besidePx,
    ways: waysOf(isLast ? [[[name], [value]], [[name, value]]] : [[[value]]], look.sides),
    rank: isLast ? RANKS.peerLast : RANKS.peer,
    isRequired: isLast,
  }
}
