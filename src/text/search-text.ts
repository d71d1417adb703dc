/** What the search box says of its results. */
import type { Lang } from './lang.ts'

/** For who hears the page: how many there are. */
export function formatFound(count: number, lang: Lang): string {
  if (lang === 'zh') return `${count}项结果`
  return count === 1 ? '1 result' : `${count} results`
}

/** Beneath a list that shows only the best of them. */
export function formatRest(count: number, lang: Lang): string {
  return lang === 'zh' ? `另有${count}项，再多写几个字` : `${count} more: type on to narrow down`
}
