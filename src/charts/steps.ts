/** A growing total: a step along the edge of a tinted box, for between two known states it must pass inside. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import { chartWord } from '../text/chart-words.ts'
import type { Box, Spot } from './box.ts'
import { breakPiece } from './break-rule.ts'
import { valuesOf } from './cast.ts'
import { drawingOf, RANKS, type Drawing, type Piece } from './drawing.ts'
import type { Frame } from './frame.ts'
import { blockSize, waysOf, type Block, type Label } from './label.ts'
import {
  behindOf,
  companionLevelPiece,
  isLevel,
  joinsOf,
  levelGhostPiece,
  levelPiece,
  levelSpot,
  type Join,
} from './level.ts'
import { joinPiece } from './level-line.ts'
import { missingPointsPiece } from './missing-points.ts'
import { buildPlot, gridShapes, ticksOf, timeAxisShapes, unitShape } from './plot.ts'
import { dotted, type Shape } from './shape.ts'
import { settingOf, type Stage } from './stage.ts'
import { targetPiece } from './target-mark.ts'
import { buildValueAxis } from './value-axis.ts'

function boxBetween(from: Spot, to: Spot): Box {
  return {
    x: from.x,
    y: Math.min(from.y, to.y),
    width: to.x - from.x,
    height: Math.abs(to.y - from.y),
  }
}

/** Dotted along the lower edge, then up: the latest way that the total can have gone. */
function stepShapes(from: Spot, to: Spot, { style }: Stage): readonly Shape[] {
  const { palette, breakDotPx } = style
  const corner = { x: to.x, y: from.y }
  return [
    { role: 'tint', kind: 'box', box: boxBetween(from, to), fill: palette.paper2 },
    {
      role: 'step',
      kind: 'line',
      spots: [from, corner, to],
      stroke: dotted(palette.city, breakDotPx),
    },
  ]
}

function boxLabel(box: Box, { style, frame }: Stage): readonly Label[] {
  const text = chartWord('betweenUnknown', frame.lang)
  const block: Block = [[{ text, sizePx: style.axisPx, weight: 400, color: style.palette.ink3 }]]
  const { widthPx, heightPx } = blockSize(block)
  const isFit = widthPx < box.width - style.axisPx && heightPx < box.height - style.axisPx
  const ways = waysOf([block], ['inside'])
  return isFit ? [{ anchor: box, gapPx: 0, ways, rank: RANKS.note }] : []
}

function stepPiece(join: Join, stage: Stage): Piece {
  const { cast, style, plot } = stage
  const to = levelSpot(join.to, cast.main, plot)
  const from = levelSpot(join.from, cast.main, plot)
  if (isLevel(join)) {
    const stroke = { color: style.palette.city, widthPx: style.cityLinePx }
    return {
      shapes: [{ role: 'join', kind: 'line', spots: [from, { x: to.x, y: from.y }], stroke }],
    }
  }
  return { shapes: stepShapes(from, to, stage), labels: boxLabel(boxBetween(from, to), stage) }
}

export function buildSteps(view: IndicatorView, frame: Frame): Drawing | null {
  const setting = settingOf(view, frame)
  if (!setting) return null
  const { cast, style, span, headerPx } = setting
  const axis = buildValueAxis({
    values: [0, ...valuesOf(cast)],
    isFromZero: true,
    isPercent: view.indicator.unit === '%',
  })
  const ticks = ticksOf(axis)
  const behind = behindOf(setting)
  const range = [axis.min, axis.max] as const
  const plot = buildPlot({ frame, style, span, range, ticks, headerPx, behind })
  const stage: Stage = { ...setting, plot }
  const furniture = [
    ...gridShapes(plot, ticks, style),
    ...timeAxisShapes(plot, true, style),
    unitShape(plot, view.indicator.unit, frame, style),
  ]
  return drawingOf(plot, true, [
    { shapes: furniture },
    breakPiece(stage),
    ...joinsOf(cast.main).map((join) => stepPiece(join, stage)),
    ...cast.companions.map((series) => joinPiece(series, stage)),
    ...cast.companions.map((series) => companionLevelPiece(series, stage)),
    levelPiece(stage),
    levelGhostPiece(stage),
    targetPiece(stage),
    missingPointsPiece(stage),
  ])
}
