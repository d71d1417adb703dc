/**
 * A panel as a picture that needs no script and no page: sentence, figure, drawing, source. For
 * hosts that take nothing but an image.
 */
import { buildChart } from '../charts/build-chart.ts'
import { PALETTES, type Palette } from '../charts/palette.ts'
import type { Theme } from '../charts/theme.ts'
import { drawMarks, FONT_OF_FILE } from '../charts/still-svg.ts'
import { textWidthPx } from '../charts/text-width.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { viewMessage, type Message } from '../domain/message.ts'
import type { Rank } from '../domain/rank-claim.ts'
import type { AsOf } from '../domain/standing.ts'
import { figureParts, formatFigurePeriod, formatMissing } from '../text/figure-text.ts'
import type { Lang } from '../text/lang.ts'
import { formatNotice } from '../text/notice-text.ts'
import { fullWidthPunctuation, plain } from '../text/rich.ts'
import { formatPicture } from '../text/picture-words.ts'
import { formatMessage } from '../text/sentence.ts'
import { formatStatus } from '../text/status-text.ts'
import { word } from '../text/ui-words.ts'
import { frontNotices } from './front-notices.ts'
import { breakLines, escapeText, textMarkup, type TextPlace } from './picture-text.ts'
import { planSquares, type Tone } from './squares.ts'

export interface PanelPicture {
  readonly view: IndicatorView
  readonly rank?: Rank
  readonly theme: Theme
  readonly lang: Lang
  readonly asOf: AsOf
}

const WIDTH = 800
const MARGIN = 20
const INNER = WIDTH - 2 * MARGIN
const CHART_HEIGHT = 280
const SQUARES_WIDTH = 540

interface Band {
  readonly markup: string
  readonly heightPx: number
}

function paragraph(
  text: string,
  top: number,
  { sizePx, weight, color, x = MARGIN }: Omit<TextPlace, 'x' | 'y'> & { readonly x?: number },
): Band {
  const leading = Math.round(sizePx * 1.4)
  const lines = breakLines(text, sizePx, weight, WIDTH - MARGIN - x)
  const markup = lines.map((line, i) => {
    const y = top + Math.round(sizePx) + i * leading
    return textMarkup(line, { x, y, sizePx, weight, color })
  })
  return { markup: markup.join(''), heightPx: lines.length * leading }
}

/** What would mislead if unsaid, each behind its label. */
function noticesBand({ view, lang }: PanelPicture, top: number, palette: Palette): Band {
  const bands = frontNotices(view).map((notice) => formatNotice(notice, view, lang))
  let heightPx = 0
  const markup = bands.map(({ label, text, isGrave }) => {
    const at = top + heightPx
    const color = isGrave ? palette.warn : palette.ink
    const name = paragraph(label, at, { sizePx: 13, weight: 600, color })
    const x = MARGIN + textWidthPx(label, 13, 600) + 10
    const words = paragraph(text, at, { sizePx: 13, weight: 400, color: palette.ink2, x })
    heightPx += words.heightPx + 2
    return name.markup + words.markup
  })
  return { markup: markup.join(''), heightPx }
}

function figureBand({ view, lang }: PanelPicture, top: number, palette: Palette): Band {
  const { headline, indicator } = view
  if (!headline) return { markup: '', heightPx: 0 }
  const parts = figureParts(headline.reading, indicator, lang)
  const status = headline.status === 'A' ? '' : `（${formatStatus(headline.status, lang)}）`
  const period = formatFigurePeriod(headline, indicator, lang) + status
  if (!parts) {
    const reason = `${formatMissing(headline.reading, lang)}  ${period}`
    return paragraph(reason, top + 6, { sizePx: 15, weight: 400, color: palette.ink2 })
  }
  const color = view.region.code === view.asked.code ? palette.city : palette.other
  const y = top + 46
  const number = parts.qualifier + parts.prefix + parts.number
  const unitX = MARGIN + textWidthPx(number, 44, 600) + 8
  const periodX = unitX + (parts.unit === '' ? 0 : textWidthPx(parts.unit, 16, 600) + 10)
  const markup = [
    textMarkup(number, { x: MARGIN, y, sizePx: 44, weight: 600, color }),
    textMarkup(parts.unit, { x: unitX, y, sizePx: 16, weight: 600, color: palette.ink }),
    textMarkup(period, { x: periodX, y, sizePx: 13, weight: 400, color: palette.ink3 }),
  ]
  return { markup: markup.join(''), heightPx: 58 }
}

const FILLS: Readonly<Record<Tone, readonly [keyof Palette, boolean]>> = {
  done: ['city', false],
  mid: ['citySoft', true],
  open: ['paper', true],
}

function drawingBand(picture: PanelPicture, top: number, palette: Palette): Band {
  const { view, theme, lang, asOf } = picture
  const [whole] = view.wholes
  if (whole) {
    const plan = planSquares(whole.parts)
    const scale = SQUARES_WIDTH / plan.width
    const squares = plan.squares.map(({ x, y, width, height, tone }) => {
      const [fill, isOutlined] = FILLS[tone]
      const line = isOutlined ? ` stroke="${palette.city}" stroke-width="2.2"` : ''
      const box = `x="${x}" y="${y}" width="${width}" height="${height}"`
      return `<rect ${box} fill="${palette[fill]}"${line}/>`
    })
    const place = `translate(${MARGIN} ${top + 8}) scale(${scale.toFixed(4)})`
    const markup = `<g transform="${place}">${squares.join('')}</g>`
    return { markup, heightPx: Math.round(plan.height * scale) + 20 }
  }
  const frame = { widthPx: INNER, heightPx: CHART_HEIGHT, theme, lang, asOf, standsAlone: true }
  const chart = buildChart(view, frame)
  if (!chart) return { markup: '', heightPx: 0 }
  const markup = `<g transform="translate(${MARGIN} ${top + 8})">${drawMarks(chart)}</g>`
  return { markup, heightPx: CHART_HEIGHT + 16 }
}

function sourceText({ view, lang }: PanelPicture): string {
  const { headline } = view
  if (!headline) return ''
  const { source, statement } = headline
  const place = statement.locator ? [fullWidthPunctuation(statement.locator)] : []
  const names = [source.publisher, source.title].map(fullWidthPunctuation)
  const parts = [...names, source.published, ...place]
  return `${word('source', lang)} ${parts.join(lang === 'zh' ? '，' : ', ')}`
}

/** Everything that an eye would find, for those who hear the picture: marks, notices, source. */
function description(message: Message, { view, lang }: PanelPicture, source: string): string {
  const drawn = message.picture ? [formatPicture(message, lang)] : []
  const notices = message.notices
    .map((notice) => formatNotice(notice, view, lang))
    .map(({ label, text }) => (lang === 'zh' ? `${label}：${text}` : `${label}: ${text}`))
  return [...drawn, ...notices, source].map(plain).join(lang === 'zh' ? '' : ' ')
}

/** The whole file. */
export function drawPanelPicture(picture: PanelPicture): string {
  const { view, rank, theme, lang } = picture
  const palette = PALETTES[theme]
  const message = viewMessage(view, rank)
  const sentence = formatMessage(message, lang)
  const bands: string[] = []
  let top = 14
  const add = ({ markup, heightPx }: Band) => {
    bands.push(markup)
    top += heightPx
  }
  // A picture stands among other people's texts: it says whose figures these are.
  const place = view.region.name[lang]
  add(paragraph(place, top, { sizePx: 13, weight: 600, color: palette.city }))
  add(paragraph(sentence, top, { sizePx: 21, weight: 600, color: palette.ink }))
  add(figureBand(picture, top, palette))
  add(drawingBand(picture, top, palette))
  const source = sourceText(picture)
  add(noticesBand(picture, top, palette))
  top += 4
  add(paragraph(source, top, { sizePx: 12, weight: 400, color: palette.ink3 }))
  const height = top + 14
  const spoken = escapeText(plain(sentence))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`,
    ` role="img" lang="${lang === 'zh' ? 'zh-CN' : 'en'}" font-family="${FONT_OF_FILE}">`,
    `<title>${spoken}</title><desc>${escapeText(description(message, picture, source))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${palette.paper}"/>${bands.join('')}</svg>\n`,
  ].join('')
}
