/** How long a slide stands, by how much there is to read on it. */
import type { Slide } from '../domain/slides.ts'
import { arrangeNews } from './arrange-news.ts'
import { arrange } from './arrange.ts'
import type { Canvas } from './canvas.ts'

/** Until somebody who comes in has looked up, and found out what it is about. */
const LOOK_UP_S = 8
const PANEL_S = 4
const PICTURE_S = 5
const ROW_S = 1.5
const MOST_S = 45

function amountOf(slide: Slide, canvas: Canvas): number {
  if (slide.kind === 'inspection') return PANEL_S + PICTURE_S
  // The same time in either language.
  if (slide.kind === 'news') return PANEL_S + ROW_S * arrangeNews(slide, canvas, 'zh').rows.length
  const { panels, rows } = arrange(slide, canvas, 'zh')
  const pictures = panels.filter(({ hasPicture }) => hasPicture).length
  return PANEL_S * panels.length + PICTURE_S * pictures + ROW_S * rows.length
}

/** In milliseconds; a dwell that was asked for holds for every slide. */
export function dwellMs(slide: Slide, canvas: Canvas, askedSeconds: number | null): number {
  const seconds = askedSeconds ?? Math.min(MOST_S, LOOK_UP_S + amountOf(slide, canvas))
  return Math.round(seconds * 1000)
}
