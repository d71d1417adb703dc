/**
 * The script of the floor: what a lean page with ECharts and no framework needs. Runs in the browser.
 * The canvas renderer, and drawing the first view before the rest, took as long (12 rounds each).
 */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

/**
 * @typedef {import('./floor-data.mjs').FloorChart} FloorChart
 * @typedef {import('./floor-data.mjs').FloorSeries} FloorSeries
 */

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

const OWN = '#0a6a57'
const OTHER = '#626762'
const TARGET = '#3f4fa6'

/** @param {FloorSeries} series */
function seriesOption({ name, type, isOwn, isNamed, data }) {
  const color = isOwn ? OWN : OTHER
  return {
    name,
    type,
    data,
    color,
    symbol: 'circle',
    symbolSize: isOwn ? 10 : 8,
    showSymbol: isNamed,
    barWidth: 24,
    lineStyle: { width: isNamed ? 2.5 : 1.25 },
    label: { show: isNamed, position: 'top', color, fontWeight: 600 },
  }
}

/** @param {FloorChart} chart */
function markLineOption({ targets, breaks }) {
  const target = { lineStyle: { color: TARGET, type: 'dashed' } }
  const cut = { lineStyle: { color: OTHER, type: 'dotted' }, label: { position: 'end' } }
  return {
    symbol: 'none',
    silent: true,
    label: { formatter: '{b}', position: 'insideEndTop' },
    data: [
      ...targets.map(({ name, value }) => ({ name, yAxis: value, ...target })),
      ...breaks.map(({ day, text }) => ({ name: text, xAxis: day, ...cut })),
    ],
  }
}

/** @param {FloorChart} chart */
function optionOf(chart) {
  const [first, ...others] = chart.series.map(seriesOption)
  return {
    animation: false,
    grid: { left: 36, right: 36, top: 32, bottom: 24 },
    tooltip: { trigger: 'axis', confine: true },
    xAxis: { type: 'time' },
    yAxis: {
      type: 'value',
      name: chart.unit,
      inverse: chart.isRank,
      scale: !chart.isFromZero,
      splitNumber: 4,
    },
    series: [{ ...first, markLine: markLineOption(chart) }, ...others],
  }
}

/** @param {FloorChart} chart */
function draw(chart) {
  const stage = document.getElementById(chart.id)
  init(stage, null, { renderer: 'svg' }).setOption(optionOf(chart))
}

/** @type {FloorChart[]} */
const charts = await (await fetch('data.json')).json()
charts.forEach(draw)
performance.mark('interactive')
