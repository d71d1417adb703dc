/** The figures of the trends as a lean ECharts page would have them: one small data file. */
import { castOf, valuedPoints } from '../src/charts/cast.ts'
import { dayText } from '../src/domain/period.ts'
import { isEndLevel } from '../src/domain/series.ts'
import { formatBreak, formatSeriesName, formatTargetMark } from '../src/text/chart-words.ts'

/**
 * @typedef {import('../src/charts/cast.ts').ValuedPoint} ValuedPoint
 * @typedef {import('../src/domain/indicator-view.ts').IndicatorView} IndicatorView
 * @typedef {import('../src/domain/series.ts').Series} Series
 *
 * @typedef {[string, number | null]} Datum day and value; null cuts the line
 *
 * @typedef {object} FloorSeries
 * @property {string} name
 * @property {'line' | 'bar' | 'scatter'} type
 * @property {boolean} isOwn the city's, not one beside it
 * @property {boolean} isNamed whether its values stand beside it
 * @property {Datum[]} data
 *
 * @typedef {object} FloorChart
 * @property {string} id
 * @property {string} unit
 * @property {boolean} isRank the first place is on top
 * @property {boolean} isFromZero
 * @property {FloorSeries[]} series
 * @property {{ name: string, value: number }[]} targets
 * @property {{ day: string, text: string }[]} breaks
 */

const LOOK = /** @type {const} */ ({ theme: 'light', lang: 'zh', asOf: 'latest' })

/**
 * @param {ValuedPoint} point
 * @param {Series} series
 * @returns {Datum}
 */
function datumOf({ period, reading }, series) {
  const day = isEndLevel(series.indicator) ? period.end : (period.start + period.end) / 2
  return [dayText(Math.floor(day)), reading.value]
}

/**
 * Lines one after the other, cut between.
 * @param {readonly (readonly Datum[])[]} lines
 * @returns {Datum[]}
 */
function cutBetween(lines) {
  return lines.flatMap((line, at) => {
    const [first] = line
    return at > 0 && first ? [/** @type {Datum} */ ([first[0], null]), ...line] : [...line]
  })
}

/**
 * What is comparable is joined; what stands alone stays a dot.
 * @param {Series} series
 * @param {(point: ValuedPoint) => boolean} isWanted
 */
function joinedData(series, isWanted) {
  const points = valuedPoints(series).filter(isWanted)
  const runs = series.runs.map((run) => points.filter((point) => run.points.includes(point)))
  const alone = points.filter((point) => !runs.some((run) => run.includes(point)))
  const lines = [...runs.filter((run) => run.length > 0), ...alone.map((point) => [point])]
  return cutBetween(lines.map((line) => line.map((point) => datumOf(point, series))))
}

/**
 * A mean holds for its whole period.
 * @param {Series} series
 * @param {(point: ValuedPoint) => boolean} isWanted
 */
function stretchData(series, isWanted) {
  const points = valuedPoints(series).filter(isWanted)
  return cutBetween(
    points.map(({ period, reading }) => [
      [dayText(period.start), reading.value],
      [dayText(period.end), reading.value],
    ]),
  )
}

function isYear(/** @type {ValuedPoint} */ { period }) {
  return period.kind === 'year'
}

/**
 * @param {Series} series
 * @param {IndicatorView['form']} form
 * @param {boolean} isOwn
 * @returns {FloorSeries[]}
 */
function seriesOf(series, form, isOwn) {
  const name = formatSeriesName(series, LOOK.lang)
  if (form === 'columns') {
    const data = valuedPoints(series)
      .filter(isYear)
      .map((point) => datumOf(point, series))
    return [{ name, type: isOwn ? 'bar' : 'scatter', isOwn, isNamed: true, data }]
  }
  if (form !== 'stretches') {
    return [{ name, type: 'line', isOwn, isNamed: true, data: joinedData(series, () => true) }]
  }
  const isShort = (/** @type {ValuedPoint} */ point) => !isYear(point)
  return [
    { name, type: 'line', isOwn, isNamed: false, data: joinedData(series, isShort) },
    { name, type: 'line', isOwn, isNamed: true, data: stretchData(series, isYear) },
  ]
}

/**
 * @param {IndicatorView} view
 * @param {{ widthPx: number, heightPx: number }} size
 * @returns {FloorChart}
 */
export function floorChartOf(view, size) {
  const cast = castOf(view, { ...size, ...LOOK })
  if (!cast) throw new Error(`nothing is known of ${view.indicator.id}`)
  const { main, companions, targets } = cast
  return {
    id: view.indicator.id,
    unit: view.indicator.unit,
    isRank: view.form === 'ranks',
    isFromZero: view.form === 'columns' || view.form === 'steps',
    series: [
      ...seriesOf(main, view.form, true),
      ...companions.flatMap((series) => seriesOf(series, view.form, false)),
    ].filter(({ data }) => data.length > 0),
    targets: targets.map((target) => {
      const { name, value } = formatTargetMark(target, main.indicator, LOOK.lang)
      return { name: `${name} ${value}`, value: target.reading.value }
    }),
    breaks: main.breaks.map((cut) => ({
      day: cut.from,
      text: formatBreak(cut, LOOK.lang)[0]?.join('') ?? '',
    })),
  }
}
