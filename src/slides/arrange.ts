/** Which panels and rows of a slide a canvas has room for, and how wide each of them stands. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import type { PanelsSlide, PanelView } from '../domain/slides.ts'
import type { Lang } from '../text/lang.ts'
import type { Canvas } from './canvas.ts'
import { rowsThatFit } from './row-height.ts'

/**
 * facts: one figure leads, rows beside it · duo: two figures, one beside the other · rows: a picture
 * with rows beside it · single, pair, trio: so many pictures.
 */
export type SlideLayout = 'facts' | 'duo' | 'rows' | 'single' | 'pair' | 'trio'

export interface Placed extends PanelView {
  /** Breadth of the panel's text, in canvas px. */
  readonly textWidth: number
  readonly isLead: boolean
}

export interface Arrangement {
  readonly layout: SlideLayout
  readonly panels: readonly Placed[]
  readonly rows: readonly IndicatorView[]
  /** Figures of the slide's theme for which there is no room. */
  readonly left: number
}

export const MARGIN = { wide: 64, ultra: 80, portrait: 56 } as const
const GUTTER = 64

/** A portrait below it sets every text in a line more. */
const NARROW = 950
/** Below it a second picture would be a stamp. */
const PAIR_FROM = 1600
/** What header, footer and their gaps take of the height. */
const FRAME_HEIGHT = 190
export const ROW_HEIGHT = 148
const MOST_ROWS = 6
/** Set larger for readers further off, a landscape screen has room for one thing beside the other no more. */
const SHORT_BELOW = 860

export function isShort({ shape, height }: Canvas): boolean {
  return shape === 'wide' && height < SHORT_BELOW
}
/** Header, line of sources and the line that tells how many figures have no room, as they really are. */
const AROUND_ROWS = 262

/** Shares of the inner breadth, less the gutters, by layout; slide.css has the same as columns. */
const SHARES: Readonly<Record<SlideLayout, readonly number[]>> = {
  facts: [0.51, 0.49],
  duo: [0.5, 0.5],
  rows: [0.56, 0.44],
  single: [1],
  pair: [0.66, 0.34],
  trio: [0.36, 0.32, 0.32],
}
/** On an ultrawide wall the first panel's text stands beside its picture: text, picture, the others. */
const ULTRA_SHARES: Readonly<Record<SlideLayout, readonly number[]>> = {
  facts: [0.34, 0.66],
  duo: [0.5, 0.5],
  rows: [0.19, 0.5, 0.31],
  single: [0.25, 0.75],
  pair: [0.19, 0.5, 0.31],
  trio: [0.175, 0.39, 0.24, 0.195],
}

function wantedPanels(slide: PanelsSlide, { shape, width }: Canvas): readonly PanelView[] {
  const { panels, isFixed } = slide
  if (isFixed || shape === 'ultra') return panels
  return panels.slice(0, shape === 'portrait' || width >= PAIR_FROM ? 2 : 1)
}

function layoutOf(panels: readonly PanelView[], hasRows: boolean): SlideLayout {
  if (panels.length === 3) return 'trio'
  if (panels.length === 2) return panels.some(({ hasPicture }) => hasPicture) ? 'pair' : 'duo'
  if (!hasRows) return 'single'
  return panels.some(({ hasPicture }) => hasPicture) ? 'rows' : 'facts'
}

/** Three pictures below each other would be stamps: only the first of them is drawn. */
function isDrawn(panel: PanelView, panels: readonly PanelView[], { shape }: Canvas): boolean {
  const isCrowded = shape === 'portrait' && panels.length > 2
  const first = panels.find(({ hasPicture }) => hasPicture)
  return panel.hasPicture && (!isCrowded || panel === first)
}

/** What stands above the rows of a portrait. */
function heightAbove(layout: SlideLayout, { shape, width }: Canvas, lang: Lang): number {
  if (shape !== 'portrait') return 0
  const usual = layout === 'facts' ? 720 : 1000
  // English takes a line more, and a narrow column another.
  return usual + (width < NARROW ? 150 : 0) + (lang === 'en' ? 200 : 0)
}

/** Most rows that are shown, however short they are. */
function rowRoom(layout: SlideLayout, canvas: Canvas, lang: Lang): number {
  const { shape, height } = canvas
  if (layout !== 'facts' && layout !== 'rows') return 0
  const free = height - FRAME_HEIGHT - heightAbove(layout, canvas, lang)
  if (shape === 'portrait') {
    return Math.max(2, Math.min(MOST_ROWS + 1, Math.floor(free / ROW_HEIGHT)))
  }
  const each = Math.max(2, Math.min(MOST_ROWS, Math.floor(free / ROW_HEIGHT)))
  return shape === 'ultra' && layout === 'facts' ? 2 * each : each
}

/** Breadths of the columns of a layout in canvas px; a portrait has one. */
export function columnWidths(layout: SlideLayout, { shape, width }: Canvas): readonly number[] {
  const inner = width - 2 * MARGIN[shape]
  if (shape === 'portrait') return [inner]
  const shares = (shape === 'ultra' ? ULTRA_SHARES : SHARES)[layout]
  const free = inner - GUTTER * (shares.length - 1)
  return shares.map((share) => share * free)
}

function textColumn(i: number, layout: SlideLayout, { shape }: Canvas): number {
  if (shape === 'portrait') return 0
  // The first panel takes two columns of an ultrawide wall, its text the first of them.
  return shape === 'ultra' && layout !== 'facts' && layout !== 'duo' && i > 0 ? i + 1 : i
}

/** A single row beside a large figure would be lost in an empty column: two figures stand as equals. */
function asEquals(
  panels: readonly PanelView[],
  rows: readonly IndicatorView[],
): readonly PanelView[] {
  const [row] = rows
  const [panel] = panels
  if (!row || !panel || panel.hasPicture || rows.length > 1 || panels.length > 1) return panels
  return [panel, { view: row, hasPicture: false }]
}

/** English is longer than Chinese, and may have room for fewer rows. */
export function arrange(slide: PanelsSlide, canvas: Canvas, lang: Lang): Arrangement {
  const wanted = wantedPanels(slide, canvas)
  const beside = new Set(wanted.map(({ rank }) => rank?.indicator.id))
  const known = slide.rows.filter(({ indicator }) => !beside.has(indicator.id))
  const panels = asEquals(wanted, known)
  const isAlone = isShort(canvas) && panels.some(({ hasPicture }) => hasPicture)
  const layout = layoutOf(panels, known.length > 0 && !isAlone)
  const columns = columnWidths(layout, canvas)
  const rows = rowsThatFit(known.slice(0, rowRoom(layout, canvas, lang)), lang, {
    width: columns[columns.length - 1] ?? canvas.width,
    height: canvas.height - AROUND_ROWS - heightAbove(layout, canvas, lang),
    columns: canvas.shape === 'ultra' && layout === 'facts' ? 2 : 1,
  })
  const shown = panels.length + rows.length + slide.rows.length - known.length
  return {
    layout,
    rows,
    panels: panels.map((panel, i) => ({
      ...panel,
      textWidth: columns[textColumn(i, layout, canvas)] ?? canvas.width,
      isLead: i === 0,
      hasPicture: isDrawn(panel, panels, canvas),
    })),
    left: slide.isFixed ? 0 : slide.panels.length + slide.rows.length - shown,
  }
}
