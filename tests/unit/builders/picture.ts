import { buildChart, type Picture } from '../../../src/charts/build-chart.ts'
import type { Spot } from '../../../src/charts/box.ts'
import type { Frame } from '../../../src/charts/frame.ts'
import type {
  BoxShape,
  LineShape,
  MarkShape,
  Role,
  Shape,
  TextShape,
} from '../../../src/charts/shape.ts'
import type { IndicatorView } from '../../../src/domain/indicator-view.ts'

export function frame(overrides: Partial<Frame> = {}): Frame {
  return { widthPx: 800, heightPx: 320, theme: 'light', lang: 'zh', asOf: 'latest', ...overrides }
}

/** The picture of a view, which must have one. */
export function pictureOf(view: IndicatorView, overrides: Partial<Frame> = {}): Picture {
  const picture = buildChart(view, frame(overrides))
  if (!picture) throw new Error(`no picture of a ${view.form}`)
  return picture
}

function ofRole(picture: Picture, role: Role): readonly Shape[] {
  return picture.shapes.filter((shape) => shape.role === role)
}

export function linesOf(picture: Picture, role: Role): readonly LineShape[] {
  return ofRole(picture, role).filter((shape): shape is LineShape => shape.kind === 'line')
}

export function boxesOf(picture: Picture, role: Role): readonly BoxShape[] {
  return ofRole(picture, role).filter((shape): shape is BoxShape => shape.kind === 'box')
}

export function marksOf(picture: Picture, role: Role): readonly MarkShape[] {
  return ofRole(picture, role).filter(
    (shape): shape is MarkShape => !['line', 'box', 'text'].includes(shape.kind),
  )
}

export function textsOf(picture: Picture, role: Role = 'label'): readonly string[] {
  return ofRole(picture, role)
    .filter((shape): shape is TextShape => shape.kind === 'text')
    .map((shape) => shape.text)
}

/** Where the point of a period is. */
export function spotOf(picture: Picture, period: string): Spot {
  const found = picture.points.find((each) => each.point.period.text === period)
  if (!found) throw new Error(`no point of ${period}`)
  return { x: found.xPx, y: found.yPx }
}

/** Lines that say "these compare": everything but furniture, brackets, targets and breaks. */
export function joinsOf(picture: Picture): readonly LineShape[] {
  const roles: readonly Role[] = ['month-line', 'join', 'peer-join', 'between', 'step']
  return roles.flatMap((role) => linesOf(picture, role))
}

/** The periods of the points that a line runs through. */
export function periodsAlong(picture: Picture, line: LineShape): readonly string[] {
  return picture.points
    .filter(({ xPx, yPx }) =>
      line.spots.some(({ x, y }) => Math.abs(x - xPx) < 0.01 && Math.abs(y - yPx) < 0.01),
    )
    .map(({ point }) => point.period.text)
}
