/**
 * A picture as SVG markup that may stand in a page: ECharts draws it without a browser, and what the
 * page's policy refuses (style attributes, a style block) or nobody needs becomes plain attributes.
 * Only where pages are written.
 */
import { init } from 'echarts/core'
import type { Picture } from './build-chart.ts'
import { registerEchartsParts } from './echarts-parts.ts'

registerEchartsParts()

/** Written on the drawing itself where it is a file; a page has its own. */
export const FONT_OF_FILE =
  "'PingFang SC','HarmonyOS Sans SC','MiSans','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"

/** What ECharts writes for its own renderer in a browser, and what is so anyway. */
const NEEDLESS = / (?:ecmeta_\w+|class|pointer-events|xml:space)="[^"]*"| stroke-width="1"/g
const FONT = / style="font:\s*(\d+) ([\d.]+)px [^"]*"/g
/** Tenths of a pixel are enough for an eye, and thousandths are half of the bytes. */
const LONG_NUMBER = /-?\d+\.\d\d+/g

function plainFont(_: string, weight: string, sizePx: string): string {
  return ` font-size="${sizePx}"${weight === '400' ? '' : ` font-weight="${weight}"`}`
}

function shortenTag(tag: string): string {
  return tag
    .replace(NEEDLESS, '')
    .replace(FONT, plainFont)
    .replace(LONG_NUMBER, (number) => String(Number(Number(number).toFixed(1))))
}

/** Tags only: a figure between them keeps every digit. */
function shorten(markup: string): string {
  return markup
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, shortenTag)
    .replace(/><\/(?:polyline|rect|circle|path|polygon)>/g, '/>')
    .replace(/>\n</g, '><')
    .trim()
}

/** The drawing alone, without the svg around it and the empty ground behind it. */
export function drawMarks(picture: Picture): string {
  const { widthPx: width, heightPx: height, option } = picture
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    const inside = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(chart.renderToSVGString())?.[1] ?? ''
    return shorten(inside).replace(/^<rect [^>]*fill="none"\/>/, '')
  } finally {
    chart.dispose()
  }
}
