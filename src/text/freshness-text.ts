/** The four clocks of an indicator in words. */
import type { Bilingual } from '../contract/issue.ts'
import type { Clocks, Freshness } from '../domain/freshness.ts'
import { graceDaysOf, type UpdatePeriod } from '../domain/update-rhythm.ts'
import type { Lang } from './lang.ts'
import { formatPeriodShort } from './period-text.ts'
import { plural } from './plural-text.ts'

const WORDS = {
  heading: { zh: '时效', en: 'Timeliness' },
  period: { zh: '期次', en: 'Data' },
  published: { zh: '公布', en: 'Published' },
  takenIn: { zh: '本机取得', en: 'Fetched here' },
  nextDue: { zh: '下期', en: 'Next due' },
  calendar: { zh: '期限日历 .ics', en: 'Due dates .ics' },
} satisfies Record<string, Bilingual>

export function clockWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}

/** "已逾期12天". */
export function formatOverdue(days: number, lang: Lang): string {
  return lang === 'zh' ? `已逾期${days}天` : `${plural(days, 'day')} overdue`
}

/** "2021，至2021-12-31"; a day is its own end. */
export function formatClockPeriod({ point, periodEnd }: Clocks, lang: Lang): string {
  const period = formatPeriodShort(point.period, lang)
  if (period.endsWith(periodEnd)) return period
  return lang === 'zh' ? `${period}，至${periodEnd}` : `${period}, to ${periodEnd}`
}

/** The first day; a later publication that says the same is named, and changes nothing. */
export function formatClockPublished({ published, point }: Clocks, lang: Lang): string {
  const last = point.source.published
  if (last === published) return published
  return lang === 'zh'
    ? `${published}（${last}重述，未改）`
    : `${published} (the same again on ${last})`
}

/** What stands when this device took the data in; they may have come with the page alone. */
export function formatTakenIn(
  takenIn: { readonly day: string; readonly isKept: boolean } | 'in-file' | null,
  lang: Lang,
): string {
  if (takenIn === 'in-file') return lang === 'zh' ? '在这个文件里' : 'in this file'
  if (!takenIn) return lang === 'zh' ? '随网页而来，未存本机' : 'came with the page, not stored'
  if (takenIn.isKept)
    return lang === 'zh' ? `${takenIn.day}，存于本机` : `${takenIn.day}, kept here`
  return lang === 'zh' ? `${takenIn.day}，关闭即失` : `${takenIn.day}, until closed`
}

/** The due day with its grace; without an update period none is worked out. */
export function formatNextDue(
  { nextDue }: Clocks,
  updatePeriod: UpdatePeriod | undefined,
  lang: Lang,
): string {
  if (nextDue === null || !updatePeriod) {
    return lang === 'zh' ? '周期未登记，不推算' : 'update period not registered'
  }
  const grace = graceDaysOf(updatePeriod)
  return lang === 'zh'
    ? `${nextDue}前应出（含宽限${grace}天）`
    : `by ${nextDue} (with ${grace} days of grace)`
}

/** Said beside the due day where the clock cannot be right; empty otherwise. */
export function formatDoubtOfClock({ kind }: Freshness, lang: Lang): string {
  if (kind !== 'implausible') return ''
  return lang === 'zh'
    ? '本机日期早于公布日，不作判断'
    : 'this clock stands before the publication: not judged'
}
