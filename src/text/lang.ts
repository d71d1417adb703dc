/** The languages that the app speaks. Adding one starts here; see CONTRIBUTING. */
export const LANGS = ['zh', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** The value of the `lang` attribute. */
export function langTag(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en'
}
