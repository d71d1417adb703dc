/** What a slide of the wall is called: in its header, in its list and for whoever hears it. */
import type { Bilingual } from '../contract/issue.ts'
import type { Slide } from '../domain/slides.ts'
import type { Lang } from './lang.ts'
import { word } from './ui-words.ts'

/** The name of its theme, where it is about one. */
export function formatSlideTitle(slide: Slide, lang: Lang): string {
  if (slide.kind === 'panels') return slide.theme[lang]
  return word(slide.kind === 'inspection' ? 'inspection' : 'recent', lang)
}

export function slideTitle(slide: Slide): Bilingual {
  return { zh: formatSlideTitle(slide, 'zh'), en: formatSlideTitle(slide, 'en') }
}
