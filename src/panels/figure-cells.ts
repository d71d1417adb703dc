/** What a row of the table of figures says of one point; the same wherever such a table stands. */
import type { Break, Indicator } from '../contract/catalog.ts'
import type { Point } from '../domain/point.ts'
import { figureParts, formatMissing } from '../text/figure-text.ts'
import type { Lang } from '../text/lang.ts'
import { fullWidthPunctuation } from '../text/rich.ts'
import { formatAcross } from '../text/target-text.ts'

/** The figure without its unit, which stands in the table's head; for a missing one, why. */
export function figureCell(point: Point, indicator: Indicator, lang: Lang): string {
  const parts = figureParts(point.reading, indicator, lang)
  return parts ? parts.qualifier + parts.prefix + parts.number : formatMissing(point.reading, lang)
}

/** What the document itself prints, where that differs from the shown figure. */
function statedFigure({ statement }: Point, indicator: Indicator): string {
  if (statement.unit === indicator.unit || statement.value === null) return ''
  return `${statement.value.toFixed(statement.decimals)}${statement.unit}`
}

export interface NotedPoint {
  readonly point: Point
  readonly indicator: Indicator
  /** The break that lies inside the period. */
  readonly across?: Break | undefined
  /** What other documents say against it. */
  readonly doubt?: string | undefined
}

function joined(parts: readonly string[], lang: Lang): string {
  return parts.filter((part) => part !== '').join(lang === 'zh' ? '；' : '; ')
}

/** Place in the document, its own wording, what the source says of it: in the source's language. */
export function saidCell({ point, indicator }: NotedPoint, lang: Lang): string {
  const { locator, printed, note } = point.statement
  const stated = printed ? `“${printed}”` : statedFigure(point, indicator)
  const said = [locator, stated, note].map((part = '') => fullWidthPunctuation(part))
  return joined(said, lang)
}

/** What we add: a break within the period, and what speaks against the figure. */
export function addedCell({ across, doubt = '' }: NotedPoint, lang: Lang): string {
  return joined([across ? formatAcross(across, lang) : '', doubt], lang)
}

export function noteCell(noted: NotedPoint, lang: Lang): string {
  return joined([saidCell(noted, lang), addedCell(noted, lang)], lang)
}
