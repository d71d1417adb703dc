/** On which side of a break a figure stands, for a table that draws no line between. */
import type { Break } from '../contract/catalog.ts'
import { breakWithin } from '../domain/break-place.ts'
import { parseDay, type Period } from '../domain/period.ts'
import type { Lang } from './lang.ts'
import { fullWidthPunctuation } from './rich.ts'
import { formatAcross } from './target-text.ts'

/** What changed; a `B` figure without a note says no more than that something did. */
export function formatBreakReason({ reason }: Break, lang: Lang): string {
  if (reason !== '') return fullWidthPunctuation(reason)
  return lang === 'zh' ? '口径改变' : 'definition changed'
}

/** The row of a table, or the words above one, that part what is before a break from what comes after. */
export function formatBreakRow(cut: Break, lang: Lang): string {
  const reason = formatBreakReason(cut, lang)
  return lang === 'zh'
    ? `${cut.from} 序列断点：${reason}，上下不可比`
    : `${cut.from}, break in series: ${reason}; above and below do not compare`
}

/** Empty for a series without breaks; `breaks` are in the order of time. */
export function formatBreakSide(period: Period, breaks: readonly Break[], lang: Lang): string {
  const across = breakWithin(period, breaks)
  if (across) return formatAcross(across, lang)
  const passed = breaks.filter(({ from }) => parseDay(from) <= period.start)
  const last = passed[passed.length - 1]
  if (last) return `${last.from}${lang === 'zh' ? '起：' : ' on: '}${formatBreakReason(last, lang)}`
  const [next] = breaks
  if (!next) return ''
  return lang === 'zh' ? `${next.from}断点之前` : `before the break of ${next.from}`
}
