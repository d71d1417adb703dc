/** Words of the way to the code for other pages; the dialog's own come with it. */
import type { Bilingual } from '../contract/issue.ts'
import type { Lang } from './lang.ts'

const WORDS = {
  open: { zh: '嵌入网页', en: 'Embed in a page' },
  aside: {
    zh: '放进别的网页，四种写法，都带来源',
    en: 'The code for another page, in four forms, each with its source',
  },
  failed: {
    zh: '未能载入，请联网再试',
    en: 'It could not be loaded: try again online',
  },
} as const satisfies Record<string, Bilingual>

export function shareButtonWord(name: keyof typeof WORDS, lang: Lang): string {
  return WORDS[name][lang]
}
