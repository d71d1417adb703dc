/** All pictures of one chart, one for each width of its box; the sheet shows one of them. */
import { buildChart } from './build-chart.ts'
import type { DrawStills, StillWidths } from './still-key.ts'
import { drawMarks } from './still-svg.ts'

const BASE_TYPE_PX = 16
/** ECharts sets every text by its middle. */
const BASELINE = ' dominant-baseline="central"'

/** Steps by width: neighbours of one width share one picture. */
function stepsByWidth(widths: StillWidths): Map<number, string[]> {
  const steps = new Map<number, string[]>()
  for (const [step, exact] of Object.entries(widths)) {
    const width = Math.floor(exact)
    steps.set(width, [...(steps.get(width) ?? []), step])
  }
  return steps
}

export const drawStills: DrawStills = ({ view, lang, asOf, heightPx, widths }) => {
  const pictures = [...stepsByWidth(widths)].map(([widthPx, steps]) => {
    const picture = buildChart(view, { widthPx, heightPx, theme: 'light', lang, asOf })
    if (!picture) return ''
    // Of the stage's own type: a page around the panel may have another at its root.
    const size = `width="${widthPx / BASE_TYPE_PX}em" height="${heightPx / BASE_TYPE_PX}em"`
    const classes = steps.map((step) => `at-${step}`).join(' ')
    const box = `viewBox="0 0 ${widthPx} ${heightPx}"`
    // The svg hands down what would stand on every text of it.
    const marks = drawMarks(picture).split(BASELINE).join('')
    return `<svg class="${classes}" ${size} ${box}${BASELINE}>${marks}</svg>`
  })
  // The stage around it says in words what the picture shows.
  return `<div class="chart-still" aria-hidden="true">${pictures.join('')}</div>`
}
