/** The languages that the app speaks. Adding one starts here; see CONTRIBUTING. */
import type { Bilingual } from '../contract/issue.ts'

export const LANGS = ['zh', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** The value of the `lang` attribute. */
export function langTag(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en'
}

export function pick(text: Bilingual, lang: Lang): string {
  return text[lang]
}
