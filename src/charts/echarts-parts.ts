/**
 * The parts of ECharts that are used. Pictures are placed by this room's own pure code, so one series
 * type without a coordinate system draws everything: 115 KB br instead of 158 KB with axes, lines
 * and scatter (measured), of the 200 KB that the whole desk may weigh.
 */
import { CustomChart, type CustomSeriesOption } from 'echarts/charts'
import { setPlatformAPI, use, type ComposeOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { measureText } from './text-width.ts'

export type ChartOption = ComposeOption<CustomSeriesOption>

export function registerEchartsParts(): void {
  use([CustomChart, SVGRenderer])
  setPlatformAPI({ measureText })
}
