/** What a tab, a bookmark and the history call a page: its own name first. */
import type { Evidence } from '../domain/evidence.ts'
import type { Lang } from '../text/lang.ts'
import { word } from '../text/ui-words.ts'

function nameOf(page: string, id: string, evidence: Evidence, lang: Lang): string | undefined {
  switch (page) {
    case 'indicators':
    case 'sources':
      return word(page, lang)
    case 'inspection':
      return word('inspectionPage', lang)
    case 'slides':
      return word('slidesPage', lang)
    case 'offline':
      return word('offlinePage', lang)
    case 'indicator':
      return evidence.catalog.indicators.find((indicator) => indicator.id === id)?.name[lang]
    case 'publication':
      return evidence.publications.find((publication) => publication.id === id)?.title
    default:
      return undefined
  }
}

/** `place` is the region's name; the overview is called by product and place alone. */
export function formatPageTitle(
  page: { readonly name: string; readonly id: string },
  evidence: Evidence,
  place: string,
  lang: Lang,
): string {
  const product = word('productName', lang)
  const about = word('indicatorEnvironment', lang)
  const whole = lang === 'zh' ? `${product} · ${place}${about}` : `${product} · ${place}: ${about}`
  const name = nameOf(page.name, page.id, evidence, lang)
  return name === undefined ? whole : `${name} · ${whole}`
}
