/** The title of the wall's document. */
import type { Lang } from './lang.ts'
import { word } from './ui-words.ts'

/** "督察整改 · 14:32 · 清览": slide, time of day, product. */
export function formatWallTitle(slideTitle: string, timeOfDay: string, lang: Lang): string {
  return [slideTitle, timeOfDay, word('productName', lang)]
    .filter((part) => part !== '')
    .join(' · ')
}
