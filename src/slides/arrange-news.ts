/** How what is new stands on a canvas: measured from its own texts, so that nothing is ever cut. */
import { textWidthPx } from '../charts/text-width.ts'
import type { Publication } from '../contract/statement.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { NewsSlide } from '../domain/slides.ts'
import type { Lang } from '../text/lang.ts'
import { bookTitle, fullWidthPunctuation, PHRASE_END } from '../text/rich.ts'
import { formatNewsCounts, formatNewsDay, formatOther } from '../text/slide-news-text.ts'
import { breakBetweenWords } from '../text/title-words.ts'
import { columnWidths, isShort, MARGIN, ROW_HEIGHT } from './arrange.ts'
import { SMALLEST_TYPE, type Canvas } from './canvas.ts'
import { rowsThatFit } from './row-height.ts'
import { sourceRoom } from './source-room.ts'
import type { FigureSize, SentenceSize } from './type-size.ts'

export interface NewsArrangement {
  readonly titleSize: SentenceSize
  readonly daySize: FigureSize
  /** Figures of the document, those that changed first. */
  readonly rows: readonly IndicatorView[]
  /** Its figures for which there is no room. */
  readonly left: number
  readonly others: readonly Publication[]
}

/** As in slide-news.css, in canvas px. */
const PUBLISHER = { size: 32, line: 46 } as const
const COUNTS = { size: 36, line: 50, gap: 12 } as const
const DAY = { unit: 44, gap: 16, top: 10, line: 1.12, beside: 32, besideLine: 46 } as const
const TITLE_LINE = 1.3
const OTHERS = { top: 126, size: 28, line: 38, gap: 12, day: 196 } as const
/** Line that tells how many figures have no room. */
const LEFT_LINE = 41
/** Header, margins and the gap above the line of sources, by shape. */
const FRAME = { wide: 190, ultra: 190, portrait: 286 } as const
const SOURCE_LINE = 37
/** Upright: from the document to its rows. */
const BETWEEN = 76
/** An upright canvas keeps room for so many rows. */
const FEWEST_ROWS = 3
const MOST_OTHERS = 3

interface Way {
  readonly titleSize: SentenceSize
  readonly daySize: FigureSize
  readonly others: number
}

/** Lines that a text takes, which ends them where its phrases end; a longer one is broken anywhere. */
function lineCount(text: string, size: number, width: number, weight: 400 | 600 = 400): number {
  const room = Math.max(size, 0.98 * width)
  let lines = 1
  let used = 0
  for (const phrase of text.split(PHRASE_END)) {
    const taken = textWidthPx(phrase, size, weight)
    const isAfter = used > 0 && used + taken > room
    const more = taken > room ? Math.ceil(taken / Math.max(size, room - size)) - 1 : 0
    lines += (isAfter ? 1 : 0) + more
    // Where the last line of a broken phrase ends is not known.
    used = more > 0 ? room : (isAfter ? 0 : used) + taken
  }
  return lines
}

/** Largest first, and rather a document less than a small title. */
function waysOf(canvas: Canvas, count: number): readonly Way[] {
  const day: FigureSize = isShort(canvas) ? 148 : 208
  const most = isShort(canvas) ? 0 : Math.min(MOST_OTHERS, count)
  const numbers = Array.from({ length: most + 1 }, (_, i) => most - i)
  const with_ = (sizes: readonly SentenceSize[], daySize: FigureSize): readonly Way[] =>
    numbers.flatMap((others) => sizes.map((titleSize) => ({ titleSize, daySize, others })))
  return [...with_([56, 46], day), ...with_([40, 36], day), ...with_([36], 120), ...with_([36], 96)]
}

function dayHeight({ news }: NewsSlide, size: FigureSize, lang: Lang, width: number): number {
  const { parts, beside } = formatNewsDay(news.publication, lang)
  const date = parts.reduce(
    (sum, { number, unit }) =>
      sum + textWidthPx(number, size, 600) + textWidthPx(unit, DAY.unit, 600) + 2 * DAY.gap,
    0,
  )
  const isBeneath = date + textWidthPx(beside, DAY.beside) > width
  return DAY.top + DAY.line * size + (isBeneath ? DAY.besideLine : 0)
}

function documentHeight(slide: NewsSlide, way: Way, lang: Lang, width: number): number {
  const { publication, others, changed } = slide.news
  const publisher = fullWidthPunctuation(publication.publisher)
  const counts = formatNewsCounts(publication.observationCount, changed, lang)
  const title = lineCount(
    breakBetweenWords(bookTitle(publication.title)),
    way.titleSize,
    width,
    600,
  )
  const shown = others.slice(0, way.others)
  const below = shown.reduce(
    (sum, other) =>
      sum +
      OTHERS.gap +
      OTHERS.line * lineCount(formatOther(other), OTHERS.size, width - OTHERS.day),
    shown.length > 0 ? OTHERS.top : 0,
  )
  return (
    PUBLISHER.line * lineCount(publisher, PUBLISHER.size, width) +
    title * TITLE_LINE * way.titleSize +
    dayHeight(slide, way.daySize, lang, width) +
    COUNTS.gap +
    COUNTS.line * lineCount(counts, COUNTS.size, width, 600) +
    below
  )
}

/** What header and line of sources leave. Long names of publishers take a second line. */
function heightWithin({ news }: NewsSlide, canvas: Canvas): number {
  const { lineWidth, lines: usual } = sourceRoom(canvas)
  const source = `来源：${news.publication.publisher}0000-00-00等00份出处；用来比较的数另有00份出处`
  const lines = Math.max(usual, lineCount(source, SMALLEST_TYPE, lineWidth))
  return canvas.height - FRAME[canvas.shape] - lines * SOURCE_LINE
}

function rowsWithin(
  rows: readonly IndicatorView[],
  lang: Lang,
  room: { readonly width: number; readonly height: number; readonly columns: number },
): readonly IndicatorView[] {
  const most = Math.max(2, Math.floor(room.height / ROW_HEIGHT)) * room.columns
  return rowsThatFit(rows.slice(0, most), lang, { ...room, height: room.height - LEFT_LINE })
}

export function arrangeNews(slide: NewsSlide, canvas: Canvas, lang: Lang): NewsArrangement {
  const { rows: all, others } = slide.news
  const isPortrait = canvas.shape === 'portrait'
  const inner = canvas.width - 2 * MARGIN[canvas.shape]
  const [first = inner, second = inner] = columnWidths('facts', canvas)
  const textWidth = all.length === 0 ? inner : first
  const height = heightWithin(slide, canvas)
  const columns = canvas.shape === 'ultra' ? 2 : 1
  const rowsFor = (way: Way) => {
    const above = isPortrait ? documentHeight(slide, way, lang, textWidth) + BETWEEN : 0
    const width = isPortrait ? inner : second
    return rowsWithin(all, lang, { width, height: height - above, columns })
  }
  const fits = (way: Way) => {
    const taken = documentHeight(slide, way, lang, textWidth)
    const kept = isPortrait && all.length > 0 ? BETWEEN : 0
    if (taken + kept > height) return false
    return !isPortrait || rowsFor(way).length >= Math.min(FEWEST_ROWS, all.length)
  }
  const ways = waysOf(canvas, others.length)
  const way = ways.find(fits) ?? ways[ways.length - 1]
  const { titleSize, daySize, others: count } = way ?? { titleSize: 36, daySize: 96, others: 0 }
  const rows = rowsFor({ titleSize, daySize, others: count })
  return {
    titleSize,
    daySize,
    rows,
    left: all.length - rows.length,
    others: others.slice(0, count),
  }
}
