/** The file of a panel's picture below the app's folder. */
import type { Lang } from '../text/lang.ts'

/** Pictures are drawn in these. */
export const PICTURE_THEMES = ['light', 'dark'] as const
export type PictureTheme = (typeof PICTURE_THEMES)[number]

/** `charts/pm25.svg`, `charts/pm25.dark.svg`, `charts/pm25.en.svg`, `charts/pm25.en.dark.svg`. */
export function pictureFile(id: string, lang: Lang, theme: PictureTheme): string {
  return `charts/${id}${lang === 'zh' ? '' : `.${lang}`}${theme === 'light' ? '' : `.${theme}`}.svg`
}
