/** What a panel says in another page beside its figures. Small: it comes with the panel's first script. */
import type { Lang } from './lang.ts'

const WORDS = {
  more: { zh: '全部数据与出处', en: 'All figures and sources' },
} as const

export function embedWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}

/** Of a panel that is pinned to a day. */
export function formatPinned(day: string, lang: Lang): string {
  return lang === 'zh' ? `按${day}所知` : `As known on ${day}`
}

/** An attribute or parameter that was not understood: what was written, and what is shown instead. */
export function formatNotUnderstood(name: string, value: string, lang: Lang): string {
  return lang === 'zh'
    ? `${name}=${value} 不能识别，未采用`
    : `${name}=${value} is not understood and was not used`
}
