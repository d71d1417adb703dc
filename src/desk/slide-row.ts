/** What the list of slides says of each of them. */
import type { Slide } from '../domain/slides.ts'
import { arrange } from '../slides/arrange.ts'
import type { Canvas } from '../slides/canvas.ts'
import { dwellMs } from '../slides/dwell.ts'
import type { Lang } from '../text/lang.ts'
import { fullWidthPunctuation } from '../text/rich.ts'
import { formatSlideTitle } from '../text/slide-title.ts'
import { formatBesideEachOther, slidesWord } from '../text/slides-page-text.ts'

export interface SlidePart {
  readonly id: string
  readonly name: string
}

export interface SlideRow {
  /** As in the address. */
  readonly name: string
  readonly title: string
  /** What stands on it. */
  readonly detail: string
  /** Of a document, which keeps its language. */
  readonly isDetailQuoted: boolean
  /** The wall leaves it out. */
  readonly isLost: boolean
  /** How long it stands; null where it is left out or not yet here. */
  readonly seconds: number | null
  /** Indicators that were named by hand. */
  readonly parts: readonly SlidePart[]
}

export interface SlideSetting {
  readonly canvas: Canvas
  readonly dwellSeconds: number | null
  readonly lang: Lang
}

function wordsOf(slide: Slide, { canvas, lang }: SlideSetting) {
  if (slide.kind === 'inspection') {
    const [latest] = slide.rounds
    return {
      title: formatSlideTitle(slide, lang),
      detail: latest?.breakdown ?? '',
      isDetailQuoted: true,
    }
  }
  if (slide.kind === 'news') {
    const { title } = slide.news.publication
    return {
      title: formatSlideTitle(slide, lang),
      detail: fullWidthPunctuation(title),
      isDetailQuoted: true,
    }
  }
  const { panels } = arrange(slide, canvas, lang)
  const names = panels.map(({ view }) => view.indicator.name[lang])
  const said = formatBesideEachOther(names, lang)
  return slide.isFixed
    ? { title: said, detail: formatSlideTitle(slide, lang), isDetailQuoted: false }
    : { title: formatSlideTitle(slide, lang), detail: said, isDetailQuoted: false }
}

function partsOfSlide(slide: Slide, lang: Lang): readonly SlidePart[] {
  if (slide.kind !== 'panels' || !slide.isFixed) return []
  return slide.panels.map(({ view: { indicator } }) => ({
    id: indicator.id,
    name: indicator.name[lang],
  }))
}

/**
 * `slide` is null for a name that means nothing, or nothing that is known on the day; undefined until
 * what it needs has been read.
 */
export function slideRow(
  name: string,
  slide: Slide | null | undefined,
  setting: SlideSetting,
): SlideRow {
  if (!slide) {
    const isLost = slide === null
    const detail = slidesWord(isLost ? 'unknownSlide' : 'loading', setting.lang)
    return { name, title: name, detail, isDetailQuoted: false, isLost, seconds: null, parts: [] }
  }
  return {
    name,
    ...wordsOf(slide, setting),
    isLost: false,
    seconds: dwellMs(slide, setting.canvas, setting.dwellSeconds) / 1000,
    parts: partsOfSlide(slide, setting.lang),
  }
}
