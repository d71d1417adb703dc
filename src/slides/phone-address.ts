/** Where a phone finds what a slide shows: the desk's page of it, for the same day and region. */
import type { Slide } from '../domain/slides.ts'
import { WALL_DEFAULTS, type WallSettings } from './wall-address.ts'

function pathOf(slide: Slide): string {
  switch (slide.kind) {
    case 'inspection':
      return '/inspection'
    case 'news':
      return `/sources/${slide.news.publication.id}`
    case 'panels': {
      const [lead] = slide.panels
      return lead ? `/indicators/${lead.view.indicator.id}` : '/'
    }
  }
}

/** The language only where it is not the usual one: a short address is a coarse code, easily read. */
function queryOf({ asOf, region, lang }: View): string {
  const pairs = [
    ...(asOf === 'latest' ? [] : [`v=${asOf}`]),
    ...(region === null ? [] : [`region=${region}`]),
    ...(lang === WALL_DEFAULTS.lang ? [] : [`lang=${lang}`]),
  ]
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

type View = Pick<WallSettings, 'asOf' | 'region' | 'lang'>

/** `baseUrl` is the address of any page of the app's folder, of which the query does not matter. */
export function phoneAddress(slide: Slide, settings: View, baseUrl: string): string {
  return `${new URL('index.html', baseUrl).href}#${pathOf(slide)}${queryOf(settings)}`
}
