/** How high a row of a slide will be, without a browser: names in English take two lines and more. */
import { textWidthPx } from '../charts/text-width.ts'
import type { IndicatorView } from '../domain/indicator-view.ts'
import { formatBefore, graveDoubt } from '../panels/row-note.ts'
import { figureParts } from '../text/figure-text.ts'
import type { Lang } from '../text/lang.ts'
import { formatPeriodShort } from '../text/period-text.ts'
import { plain } from '../text/rich.ts'
import { formatStatus } from '../text/status-text.ts'

/** As in slide.css, in canvas px. */
const NAME = { size: 36, line: 47 } as const
const NOTE = { size: 28, line: 41, gap: 24 } as const
const FIGURE = { size: 96, gap: 24, unit: 36, unitLeast: 132, unitGap: 14 } as const
/** Between two columns of rows. */
const COLUMN_GAP = 64
const LEAST = 100
/** Rule and room above and below. */
const AROUND = 14
/** Words are not broken, so that part of a line stays empty. */
const RAGGED = 0.92

/** Whether a row says what was before, where that is known: a status is the one thing that it says instead. */
export function hasBefore({ headline }: IndicatorView): boolean {
  return headline?.status === 'A'
}

/** The period always, and one thing more: a row is read from six metres. */
export function rowNotes(view: IndicatorView, lang: Lang): readonly string[] {
  const { headline } = view
  const period = headline ? formatPeriodShort(headline.period, lang) : ''
  return [period, hasBefore(view) ? formatBefore(view, lang) : ''].filter((text) => text !== '')
}

function figureWidth({ headline, indicator }: IndicatorView, lang: Lang): number {
  const parts = headline && figureParts(headline.reading, indicator, lang)
  if (!parts) return 0
  const number = textWidthPx(parts.qualifier + parts.prefix + parts.number, FIGURE.size, 600)
  const unit = textWidthPx(parts.unit, FIGURE.unit, 600) + FIGURE.unitGap
  return FIGURE.gap + number + Math.max(FIGURE.unitLeast, unit)
}

function notesWidth(view: IndicatorView, lang: Lang): number {
  const status = view.headline?.status ?? 'A'
  const doubt = graveDoubt(view, lang)?.label ?? ''
  const parts = [...rowNotes(view, lang), status === 'A' ? '' : `${formatStatus(status, lang)}    `]
  const texts = [...parts, doubt].filter((text) => text !== '')
  return texts.reduce((sum, text) => sum + textWidthPx(text, NOTE.size) + NOTE.gap, 0)
}

/** In canvas px; `width` is that of the column of rows. */
function rowHeight(view: IndicatorView, lang: Lang, width: number): number {
  const room = Math.max(1, width - figureWidth(view, lang)) * RAGGED
  const lines = (taken: number) => Math.max(1, Math.ceil(taken / room))
  const isElsewhere = view.region.code !== view.asked.code
  const where = isElsewhere ? view.region.name[lang] : ''
  const name = textWidthPx(plain(view.indicator.name[lang]) + where, NAME.size)
  const text = lines(name) * NAME.line + lines(notesWidth(view, lang)) * NOTE.line
  return Math.max(LEAST, text) + AROUND
}

/** The first of the rows, as many as stand below each other in so much height; one at least. */
export function rowsThatFit(
  rows: readonly IndicatorView[],
  lang: Lang,
  room: { readonly width: number; readonly height: number; readonly columns: number },
): readonly IndicatorView[] {
  const columnWidth = (room.width - COLUMN_GAP * (room.columns - 1)) / room.columns
  let used = 0
  let fitting = 0
  while (fitting < rows.length) {
    const line = rows.slice(fitting, fitting + room.columns)
    used += Math.max(...line.map((view) => rowHeight(view, lang, columnWidth)))
    if (used > room.height && fitting > 0) break
    fitting += line.length
  }
  return rows.slice(0, fitting)
}
