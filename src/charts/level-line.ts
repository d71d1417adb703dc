/** A level with three or more comparable points: a line, dotted where years between are unknown. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Series } from '../domain/series.ts'
import { breakPiece } from './break-rule.ts'
import { valuesOf } from './cast.ts'
import { drawingOf, type Drawing, type Piece } from './drawing.ts'
import type { Frame } from './frame.ts'
import {
  behindOf,
  companionLevelPiece,
  joinsOf,
  levelGhostPiece,
  levelPiece,
  levelSpot,
} from './level.ts'
import { missingPointsPiece } from './missing-points.ts'
import { buildPlot, gridShapes, ticksOf, timeAxisShapes, unitShape } from './plot.ts'
import { dotted, type Shape, type Stroke } from './shape.ts'
import { settingOf, type Stage } from './stage.ts'
import { targetPiece } from './target-mark.ts'
import { buildValueAxis } from './value-axis.ts'

/** Lines between neighbours of one run. */
export function joinPiece(series: Series, { cast, style, plot }: Stage): Piece {
  const isCity = series === cast.main
  const color = isCity ? style.palette.city : style.palette.other
  const solid: Stroke = { color, widthPx: isCity ? style.cityLinePx : style.peerLinePx }
  const open = dotted(color, style.breakDotPx)
  return {
    shapes: joinsOf(series).map(({ from, to, isClose }): Shape => {
      const spots = [levelSpot(from, series, plot), levelSpot(to, series, plot)]
      if (!isClose) return { role: 'between', kind: 'line', spots, stroke: open }
      return { role: isCity ? 'join' : 'peer-join', kind: 'line', spots, stroke: solid }
    }),
  }
}

export function buildLevelLine(view: IndicatorView, frame: Frame): Drawing | null {
  const setting = settingOf(view, frame)
  if (!setting) return null
  const { cast, style, span, headerPx } = setting
  const values = valuesOf(cast)
  const axis = buildValueAxis({
    values: values.length > 0 ? values : [0],
    isFromZero: false,
    isPercent: view.indicator.unit === '%',
  })
  const ticks = ticksOf(axis)
  const plot = buildPlot({
    frame,
    style,
    span,
    range: [axis.min, axis.max],
    ticks,
    headerPx,
    behind: behindOf(setting),
  })
  const stage: Stage = { ...setting, plot }
  const furniture = [
    ...gridShapes(plot, ticks, style),
    ...timeAxisShapes(plot, axis.min === 0, style),
    unitShape(plot, view.indicator.unit, frame, style),
  ]
  return drawingOf(plot, axis.min === 0, [
    { shapes: furniture },
    breakPiece(stage),
    ...cast.companions.map((series) => joinPiece(series, stage)),
    joinPiece(cast.main, stage),
    ...cast.companions.map((series) => companionLevelPiece(series, stage)),
    levelPiece(stage),
    levelGhostPiece(stage),
    targetPiece(stage),
    missingPointsPiece(stage),
  ])
}
