/** Words of the way to the one file; the dialog's own come with it. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from './lang.ts'

const WORDS = {
  open: { zh: '生成离线包', en: 'Make an offline file' },
  failed: { zh: '未能载入，请联网再试', en: 'It could not be loaded: try again online' },
} as const satisfies Record<string, Bilingual>

export function offlineFileButtonWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}
