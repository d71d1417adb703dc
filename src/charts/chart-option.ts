/** Shapes → ECharts option: one custom series for each role, painted in the order of the roles. */
import type { CustomSeriesOption } from 'echarts/charts'
import type { ChartOption } from './echarts-parts.ts'
import {
  ROLES,
  type MarkShape,
  type Role,
  type Shape,
  type Stroke,
  type TextShape,
} from './shape.ts'

/**
 * The family of styles/tokens.css. Single quotes, because ECharts' SVG string puts the font into an
 * attribute between double ones and does not escape it.
 */
const FONT_FAMILY =
  "'QN Num','PingFang SC','HarmonyOS Sans SC','MiSans','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"

type Element = Exclude<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>, null | undefined>

function strokeStyle(stroke: Stroke | undefined) {
  if (!stroke) return {}
  return {
    stroke: stroke.color,
    lineWidth: stroke.widthPx,
    ...(stroke.dashPx ? { lineDash: [...stroke.dashPx] } : {}),
    ...(stroke.isRound ? { lineCap: 'round' as const } : {}),
  }
}

function markElement({ kind, at, radiusPx, fill, stroke }: MarkShape): Element {
  const style = { fill, ...strokeStyle(stroke) }
  const { x, y } = at
  if (kind === 'circle') return { type: 'circle', shape: { cx: x, cy: y, r: radiusPx }, style }
  if (kind === 'left-half') {
    const shape = { cx: x, cy: y, r: radiusPx, startAngle: Math.PI / 2, endAngle: 1.5 * Math.PI }
    return { type: 'sector', shape, style }
  }
  const points = [
    [x, y - radiusPx],
    [x + radiusPx, y],
    [x, y + radiusPx],
    [x - radiusPx, y],
  ]
  return { type: 'polygon', shape: { points }, style }
}

function textElement(shape: TextShape, liftEm: number): Element {
  const { at, text, sizePx, weight, color, align, halo } = shape

  return {
    type: 'text',
    style: {
      text,
      x: at.x,
      y: at.y - liftEm * sizePx,
      fill: color,
      font: `${weight} ${sizePx}px ${FONT_FAMILY}`,
      align,
      verticalAlign: 'middle',
      ...strokeStyle(halo),
    },
  }
}

function elementOf(shape: Shape, liftEm: number): Element {
  switch (shape.kind) {
    case 'line': {
      const points = shape.spots.map(({ x, y }) => [x, y])
      return {
        type: 'polyline',
        shape: { points },
        style: { fill: 'none', ...strokeStyle(shape.stroke) },
      }
    }
    case 'box': {
      const style = { fill: shape.fill, ...strokeStyle(shape.stroke) }
      return { type: 'rect', shape: { ...shape.box }, style }
    }
    case 'text':
      return textElement(shape, liftEm)
    default:
      return markElement(shape)
  }
}

function seriesOf(
  role: Role,
  shapes: readonly Shape[],
  z: number,
  liftEm: number,
): CustomSeriesOption {
  const elements = shapes.map((shape) => elementOf(shape, liftEm))
  return {
    type: 'custom',
    id: role,
    coordinateSystem: 'none',
    silent: true,
    animation: false,
    z,
    data: elements.map((_, index) => index),
    renderItem: ({ dataIndex }) => elements[dataIndex] ?? null,
  }
}

/** `liftEm`: how much higher than its middle a text is set, as a share of its size. */
export function buildChartOption(shapes: readonly Shape[], liftEm: number): ChartOption {
  const series = ROLES.flatMap((role, z) => {
    const own = shapes.filter((shape) => shape.role === role)
    return own.length > 0 ? [seriesOf(role, own, z, liftEm)] : []
  })
  return { animation: false, series }
}
