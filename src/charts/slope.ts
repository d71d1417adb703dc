/** Two levels that compare, and whatever does not: no value axis, every figure written. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import { breakPiece } from './break-rule.ts'
import { valuedPoints, valuesOf } from './cast.ts'
import { drawingOf, type Drawing } from './drawing.ts'
import { greatest, least } from './extremes.ts'
import { isWall, type Frame } from './frame.ts'
import { behindOf, companionLevelPiece, levelDay, levelGhostPiece, levelPiece } from './level.ts'
import { joinPiece } from './level-line.ts'
import { cityLook, markReachPx } from './mark.ts'
import { missingPointsPiece } from './missing-points.ts'
import { buildPlot, timeAxisShapes } from './plot.ts'
import { settingOf, type Setting, type Stage } from './stage.ts'
import { targetPiece } from './target-mark.ts'

/** Room for a label above the highest point and a note below the lowest. */
const INSET = 34

function rangeOf(values: readonly number[]): readonly [number, number] {
  const low = least(values)
  const high = greatest(values)
  return low < high ? [low, high] : [low - 1, high + 1]
}

/** On a wall, where marks are large, far enough in for the first one not to stand over the edge. */
function startOf({ cast, style, span, frame }: Setting): number {
  if (!isWall(frame)) return style.scale
  const days = [cast.main, ...cast.companions].flatMap((series) =>
    valuedPoints(series).map((point) => levelDay(point, series)),
  )
  const share = (least(days) - span.start) / (span.end - span.start)
  const reach = markReachPx(cityLook(style), style)
  return Math.max(style.scale, (reach - share * frame.widthPx) / (1 - share))
}

export function buildSlope(view: IndicatorView, frame: Frame): Drawing | null {
  const setting = settingOf(view, frame)
  if (!setting) return null
  const { cast, style, span } = setting
  const values = valuesOf(cast)
  const hasBreak = cast.main.breaks.length > 0
  const plot = buildPlot({
    frame,
    style,
    span,
    range: rangeOf(values.length > 0 ? values : [0]),
    ticks: [],
    headerPx: hasBreak ? setting.headerPx : 2 * style.scale,
    behind: behindOf(setting),
    insetPx: INSET * style.scale,
    startPx: startOf(setting),
  })
  const stage: Stage = { ...setting, plot }
  return drawingOf(plot, false, [
    { shapes: timeAxisShapes(plot, false, style) },
    breakPiece(stage),
    joinPiece(cast.main, stage),
    ...cast.companions.map((series) => joinPiece(series, stage)),
    ...cast.companions.map((series) => companionLevelPiece(series, stage)),
    levelPiece(stage),
    levelGhostPiece(stage),
    targetPiece(stage),
    missingPointsPiece(stage),
  ])
}
