/** The line beneath a slide: where its figures come from, as fully as it fits, and the key to its marks. */
import { textWidthPx } from '../charts/text-width.ts'
import type { Slide } from '../domain/slides.ts'
import type { Lang } from '../text/lang.ts'
import { formatMarks, formatSlideSources } from '../text/slide-source-text.ts'
import { SMALLEST_TYPE, type Canvas } from './canvas.ts'
import { shownSources } from './shown-sources.ts'
import { sourceRoom } from './source-room.ts'

/** Of two lines, what is left where a word goes to the second. */
const RAGGED = 0.9

/** The fullest way that fits; the shortest where none does. */
export function slideSourceLine(slide: Slide, canvas: Canvas, lang: Lang): string {
  const { figures, beside, drawn, drawnTargets } = shownSources(slide, canvas, lang)
  const pictured = [...drawn.map(({ source }) => source), ...drawnTargets]
  const ways = formatSlideSources({ figures, beside, pictured }, lang)
  const marks = formatMarks(
    drawn.map(({ status }) => status),
    lang,
  )
  const stop = lang === 'zh' ? '。' : '. '
  const { lineWidth, lines } = sourceRoom(canvas)
  const room = lines === 1 ? lineWidth : lineWidth * lines * RAGGED
  const texts = ways.map((way) => (marks === '' ? way : way + stop + marks))
  const fits = texts.find((text) => textWidthPx(text, SMALLEST_TYPE) <= room)
  return fits ?? texts[texts.length - 1] ?? ''
}
