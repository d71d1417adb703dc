/** 督察整改: the lead's sentence from four counts of one round. */
import type { InspectionCounts } from '../domain/inspection-counts.ts'
import type { Lang } from './lang.ts'
import { PHRASE_END } from './rich.ts'

function petitionClause({ petitions, petitionsClosed }: InspectionCounts, lang: Lang): string {
  if (petitions === undefined || petitionsClosed === undefined) return ''
  const isAll = petitions === petitionsClosed
  if (lang === 'en') {
    const all = isAll ? `all ${petitions} petitions closed` : ''
    return `; ${all || `${petitionsClosed} of ${petitions} petitions closed`}`
  }
  const closed = isAll ? '全部办结' : `办结${petitionsClosed}件`
  return `；${PHRASE_END}${petitions}件群众信访举报件${PHRASE_END}${closed}`
}

/** "46项整改任务已完成34项，其余12项推进中". */
export function formatTasksSentence(counts: InspectionCounts, lang: Lang): string {
  if (lang === 'en') {
    const rest = counts.open === 0 ? '' : `, ${counts.open} in progress`
    return `${counts.done} of ${counts.tasks} rectification tasks completed${rest}`
  }
  const rest = counts.open === 0 ? '' : `，其余${counts.open}项推进中`
  return `${counts.tasks}项整改任务${PHRASE_END}已完成${counts.done}项${rest}`
}

/** The same, with what became of the petitions: "…；228件群众信访举报件全部办结". */
export function formatInspectionSentence(counts: InspectionCounts, lang: Lang): string {
  return formatTasksSentence(counts, lang) + petitionClause(counts, lang)
}

/** "36项中完成22项，推进中14项". */
export function formatRound(counts: InspectionCounts, lang: Lang): string {
  return lang === 'zh'
    ? `${counts.tasks}项中完成${counts.done}项，推进中${counts.open}项`
    : `${counts.done} of ${counts.tasks} completed, ${counts.open} in progress`
}

/** Behind the number of closed petitions: "/ 228件办结". */
export function formatPetitions(all: number, lang: Lang): string {
  return lang === 'zh' ? `/ ${all}件办结` : `of ${all} closed`
}

/** Behind the number of petitions where it is not known how many are closed: "件交办". */
export function formatPetitionsAlone(lang: Lang): string {
  return lang === 'zh' ? '件交办' : 'handed over'
}

/** Behind the number of petitions on a wall, in two lines: "件群众信访举报件", "全部办结". */
export function formatPetitionLines(
  { petitions, petitionsClosed }: Pick<InspectionCounts, 'petitions' | 'petitionsClosed'>,
  lang: Lang,
): readonly [string, string] {
  const isAll = petitions === petitionsClosed
  return lang === 'zh'
    ? ['件群众信访举报件', isAll ? '全部办结' : `已办结${petitionsClosed}件`]
    : ['petitions from the public,', isAll ? 'all closed' : `${petitionsClosed} closed`]
}
