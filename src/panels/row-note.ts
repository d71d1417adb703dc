/** What stands beneath a row: a grave doubt, or the figure before it and what its status means. */
import type { IndicatorView } from '../domain/indicator-view.ts'
import { viewLevel } from '../domain/message.ts'
import { comparableBefore } from '../domain/series.ts'
import { formatFigure, formatMissing } from '../text/figure-text.ts'
import { formatStatusAside } from '../text/figure-words.ts'
import type { Lang } from '../text/lang.ts'
import { formatDoubt } from '../text/notice-text.ts'
import { formatPeriodShort } from '../text/period-text.ts'
import { fullWidthPunctuation } from '../text/rich.ts'
import { formatStatus } from '../text/status-text.ts'
import { word } from '../text/ui-words.ts'

/** The first grave doubt about an indicator; null where there is none. */
export function graveDoubt(
  view: IndicatorView,
  lang: Lang,
): { readonly label: string; readonly text: string } | null {
  for (const notice of view.notices) {
    const doubt = formatDoubt(notice, view, lang)
    if (doubt) return doubt
  }
  return null
}

/** "此前2019年为…": a row carries no picture. Empty where nothing before compares. */
export function formatBefore({ main, headline, indicator }: IndicatorView, lang: Lang): string {
  const earlier = main && headline && comparableBefore(main, headline)
  if (!earlier) return ''
  const when = formatPeriodShort(earlier.period, lang)
  const value = formatFigure(earlier.reading, indicator, lang)
  const separator = lang === 'zh' ? '为' : ': '
  const aside = earlier.status === headline.status ? '' : formatStatusAside(earlier, lang)
  return `${word('previously', lang)}${lang === 'zh' ? '' : ', '}${when}${separator}${value}${aside}`
}

/** A mark alone is a riddle: its word, with what the source says of it. */
function formatStatusNote({ headline }: IndicatorView, lang: Lang): string {
  if (!headline || headline.status === 'A') return ''
  const said = fullWidthPunctuation(headline.statement.note ?? '')
  const name = formatStatus(headline.status, lang)
  return said === '' ? name : `${name}${lang === 'zh' ? '：' : ': '}${said}`
}

function formatMissingNote(view: IndicatorView, lang: Lang): string {
  const level = viewLevel(view)
  if (level.kind !== 'missing') return ''
  const { period, reading } = level.point
  return `${formatPeriodShort(period, lang)} ${formatMissing(reading, lang)}`
}

/** All of it in one line, empty where nothing needs to be said. */
export function formatRowNote(view: IndicatorView, lang: Lang): string {
  return [formatMissingNote(view, lang), formatBefore(view, lang), formatStatusNote(view, lang)]
    .filter((text) => text !== '')
    .join(lang === 'zh' ? '；' : '; ')
}
