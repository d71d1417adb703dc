/** Points without a figure have no mark, but a reader who walks the chart hears why. */
import type { Piece } from './drawing.ts'
import type { Stage } from './stage.ts'

export function missingPointsPiece({ cast, plot }: Stage): Piece {
  return {
    points: cast.main.points
      .filter((point) => point.reading.kind === 'missing')
      .map((point) => ({
        xPx: plot.time.xOf((point.period.start + point.period.end) / 2),
        yPx: plot.bottomPx,
        point,
        series: cast.main,
      })),
  }
}
