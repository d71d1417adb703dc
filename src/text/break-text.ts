/** On which side of a break a figure stands, for a table that draws no line between. */
import type { Break } from '../contract/catalog.ts'
import { containsBreak, parseDay, type Period } from '../domain/period.ts'
import type { Lang } from './lang.ts'
import { formatAcross } from './target-text.ts'

/** Empty for a series without breaks; `breaks` are in the order of time. */
export function formatBreakSide(period: Period, breaks: readonly Break[], lang: Lang): string {
  const across = breaks.find(({ from }) => containsBreak(period, from))
  if (across) return formatAcross(across, lang)
  const passed = breaks.filter(({ from }) => parseDay(from) <= period.start)
  const last = passed[passed.length - 1]
  if (last) return `${last.from}${lang === 'zh' ? '起：' : ' on: '}${last.reason}`
  const [next] = breaks
  if (!next) return ''
  return lang === 'zh' ? `${next.from}断点之前` : `before the break of ${next.from}`
}
