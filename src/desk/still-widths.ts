/**
 * How wide the boxes of pictures are by width of window, as the sheets lay them out: what pages are
 * written with. Measured against the real layout by a browser test.
 */
import type { StillStep } from '../charts/still-key.ts'

/** Of the page, in px at the base size of type, at the narrowest window of each step. */
const PAGE: Readonly<Record<StillStep, number>> = {
  '0': 288,
  '360': 328,
  '720': 656,
  '960': 896,
  '1264': 1200,
  large: 1344,
}
const STEPS = Object.keys(PAGE) as StillStep[]
const COLUMNS = 12
/** Between the columns of the trends, and between the two of a page. */
const TREND_GAP_PX = 48
const BODY_GAP_PX = 24

type WidthIn = (page: number, step: StillStep) => number

type PageStillWidths = Readonly<Record<StillStep, number>>

function byStep(widthIn: WidthIn): PageStillWidths {
  const widths = STEPS.map((step) => [step, widthIn(PAGE[step], step)] as const)
  return Object.fromEntries(widths) as Record<StillStep, number>
}

function isPhone(step: StillStep): boolean {
  return step === '0' || step === '360'
}

function spanWidth(span: number, page: number): number {
  return (span * (page + TREND_GAP_PX)) / COLUMNS - TREND_GAP_PX
}

/** Of a trend on the front page: two to a row on a tablet, one on a phone. */
export function trendStillWidths(
  span: number,
  layout: 'wide' | 'beside' | 'stacked',
): PageStillWidths {
  return byStep((page, step) => {
    if (isPhone(step)) return page
    if (step === '720') return span < 8 ? spanWidth(6, page) : page
    return layout === 'beside' ? ((page - TREND_GAP_PX) * 2) / 3 : spanWidth(span, page)
  })
}

/** Of an indicator's own picture. */
export const PICTURE_STILL_WIDTHS = byStep((page) => page)

/** Of the pictures of related indicators, two to a row beside the sources. */
export const RELATED_STILL_WIDTHS = byStep((page, step) => {
  if (isPhone(step)) return page
  const column = step === '720' ? page : ((page - BODY_GAP_PX) * 2) / 3
  return (column - BODY_GAP_PX) / 2
})
