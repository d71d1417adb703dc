/** The line beneath a slide: where its figures come from, as fully as it fits, and the key to its marks. */
import { textWidthPx } from '../charts/text-width.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { Point } from '../domain/point.ts'
import type { Slide } from '../domain/slides.ts'
import type { Lang } from '../text/lang.ts'
import { formatFurtherSources, formatMarks, formatSlideSources } from '../text/slide-text.ts'
import { arrange, MARGIN } from './arrange.ts'
import { SMALLEST_TYPE, type Canvas } from './canvas.ts'
import { newsRoom } from './news-room.ts'

/** Kept free at the right for where the slide stands among the others. */
const TICKS_WIDTH = 400

interface Shown {
  /** Views whose large figures are shown. */
  readonly figures: readonly IndicatorView[]
  /** Views that are drawn. */
  readonly pictures: readonly IndicatorView[]
}

function shownOf(slide: Slide, canvas: Canvas, lang: Lang): Shown {
  if (slide.kind === 'news') {
    return { figures: slide.news.rows.slice(0, newsRoom(canvas).rows), pictures: [] }
  }
  if (slide.kind === 'inspection') return { figures: [], pictures: [] }
  const { panels, rows } = arrange(slide, canvas, lang)
  return {
    figures: [...panels.map(({ view }) => view), ...rows],
    pictures: panels.filter(({ hasPicture }) => hasPicture).map(({ view }) => view),
  }
}

function pointsOf(slide: Slide, { figures }: Shown): readonly Point[] {
  if (slide.kind === 'inspection') return slide.rounds.slice(0, 1).map(({ tasks }) => tasks)
  return figures.flatMap(({ headline }) => headline ?? [])
}

/** Points that pictures show. */
function drawnPoints({ pictures }: Shown): readonly Point[] {
  return pictures.flatMap(({ series, peers }) =>
    [...series, ...peers].flatMap(({ points }) => points),
  )
}

/** How many documents pictures are drawn from that give none of the large figures. */
function countFurther(drawn: readonly Point[], points: readonly Point[]): number {
  const named = new Set(points.map(({ source }) => source.id))
  return new Set(drawn.map(({ source }) => source.id).filter((id) => !named.has(id))).size
}

/** The fullest way that fits; the shortest where none does. */
export function slideSourceLine(slide: Slide, canvas: Canvas, lang: Lang): string {
  const shown = shownOf(slide, canvas, lang)
  const points = pointsOf(slide, shown)
  const drawn = drawnPoints(shown)
  const further = formatFurtherSources(countFurther(drawn, points), lang)
  const ways = formatSlideSources(points, lang).map((way) => way + further)
  const marks = formatMarks(
    drawn.map(({ status }) => status),
    lang,
  )
  const stop = lang === 'zh' ? '。' : '. '
  const isPortrait = canvas.shape === 'portrait'
  const lines = isPortrait ? 1.8 : 1
  const room = (canvas.width - 2 * MARGIN[canvas.shape] - (isPortrait ? 0 : TICKS_WIDTH)) * lines
  const texts = ways.map((way) => (marks === '' ? way : way + stop + marks))
  const fits = texts.find((text) => textWidthPx(text, SMALLEST_TYPE) <= room)
  return fits ?? texts[texts.length - 1] ?? ''
}
