/** A list beside the published totals, where the two do not agree. */
import type { TotalsGap } from '../domain/task-totals.ts'
import type { Point } from '../domain/point.ts'
import type { Lang } from './lang.ts'
import { formatReading } from './number-text.ts'
import { fullWidthPunctuation } from './rich.ts'

function countOf({ reading }: Point): string {
  return reading.kind === 'value' ? formatReading(reading) : '—'
}

/** Which is right is not for us to say: the days may differ, and a list may be partial. */
export function formatTotalsGap(gap: TotalsGap, lang: Lang): string {
  const { list, listed, finished, tasks, done } = gap
  const round = fullWidthPunctuation(list.round)
  const day = tasks.source.published
  if (lang === 'en') {
    return `${round}: the list of ${list.source.published} has ${listed} tasks, ${finished} of them finished; the totals published on ${day} are ${countOf(tasks)} and ${countOf(done)}. They do not agree.`
  }
  return `${round}：${list.source.published}的清单列出${listed}项、完成${finished}项，${day}公布的总数为${countOf(tasks)}项、完成${countOf(done)}项，两者不一致。`
}
