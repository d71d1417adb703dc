/** Shapes in px → an SVG as a person would write it. */
import { escapeHtml } from './markup.mjs'

/**
 * @typedef {import('../src/charts/shape.ts').Shape} Shape
 * @typedef {import('../src/charts/shape.ts').Stroke} Stroke
 * @typedef {import('../src/charts/shape.ts').MarkShape} MarkShape
 * @typedef {import('../src/charts/shape.ts').TextShape} TextShape
 */

const ANCHORS = { left: 'start', center: 'middle', right: 'end' }

/** A tenth of a pixel is less than an eye sees. */
function px(/** @type {number} */ value) {
  return String(Math.round(value * 10) / 10)
}

/** @param {Readonly<Record<string, string | undefined>>} values */
function attributes(values) {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`))
    .join('')
}

/** @param {Stroke | undefined} stroke */
function strokeOf(stroke) {
  if (!stroke) return {}
  return {
    stroke: stroke.color,
    'stroke-width': px(stroke.widthPx),
    'stroke-dasharray': stroke.dashPx?.map(px).join(' '),
    'stroke-linecap': stroke.isRound ? 'round' : undefined,
  }
}

/** @param {MarkShape} shape */
function markSvg({ kind, at, radiusPx, fill, stroke }) {
  const look = { fill, ...strokeOf(stroke) }
  const [x, y, r] = [px(at.x), px(at.y), px(radiusPx)]
  if (kind === 'circle') return `<circle${attributes({ cx: x, cy: y, r, ...look })}/>`
  const top = `M${x} ${px(at.y - radiusPx)}`
  const d =
    kind === 'left-half'
      ? `${top}a${r} ${r} 0 0 0 0 ${px(2 * radiusPx)}z`
      : `${top}l${r} ${r}l-${r} ${r}l-${r} -${r}z`
  return `<path${attributes({ d, ...look })}/>`
}

/** @param {TextShape} shape */
function textSvg({ at, text, sizePx, weight, color, align, halo }) {
  const place = {
    x: px(at.x),
    y: px(at.y),
    fill: color,
    'font-size': px(sizePx),
    'font-weight': weight === 400 ? undefined : String(weight),
    'text-anchor': align === 'left' ? undefined : ANCHORS[align],
    'dominant-baseline': 'central',
    'paint-order': halo ? 'stroke' : undefined,
  }
  return `<text${attributes({ ...place, ...strokeOf(halo) })}>${escapeHtml(text)}</text>`
}

/** @param {Shape} shape */
function shapeSvg(shape) {
  switch (shape.kind) {
    case 'line': {
      const d = `M${shape.spots.map(({ x, y }) => `${px(x)} ${px(y)}`).join('L')}`
      return `<path${attributes({ d, fill: 'none', ...strokeOf(shape.stroke) })}/>`
    }
    case 'box': {
      const { x, y, width, height } = shape.box
      const place = { x: px(x), y: px(y), width: px(width), height: px(height) }
      return `<rect${attributes({ ...place, fill: shape.fill, ...strokeOf(shape.stroke) })}/>`
    }
    case 'text':
      return textSvg(shape)
    default:
      return markSvg(shape)
  }
}

/**
 * @param {readonly Shape[]} shapes in the order of their roles
 * @param {{ widthPx: number, heightPx: number }} size
 */
export function shapesSvg(shapes, { widthPx, heightPx }) {
  const size = attributes({ width: px(widthPx), height: px(heightPx) })
  return `<svg${size}>${shapes.map(shapeSvg).join('')}</svg>`
}
