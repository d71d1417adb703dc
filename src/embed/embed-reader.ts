/** Where a panel's links lead: to the full pages, which never stand in a frame themselves. */
import type { Theme } from '../charts/theme.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Reader } from '../panels/reader.ts'
import type { Lang } from '../text/lang.ts'

export interface EmbedView {
  readonly lang: Lang
  readonly theme: Theme
  readonly asOf: AsOf
  /** Code of the region asked for; null: that of the data. */
  readonly region: string | null
}

/** `base` leads to the app's folder and ends with a slash, or is empty. */
export function embedReader(base: string, view: EmbedView): Reader {
  const { lang, theme, asOf, region } = view
  const query = [
    ...(asOf === 'latest' ? [] : [`v=${asOf}`]),
    ...(region === null ? [] : [`region=${region}`]),
    ...(lang === 'zh' ? [] : [`lang=${lang}`]),
  ]
  // The page that was written needs no script; a view of one's own needs the app.
  const hrefOf = (path: string, more: readonly string[] = query) =>
    more.length === 0 ? `${base}${path}.html` : `${base}index.html#/${path}?${more.join('&')}`
  return {
    lang,
    theme,
    asOf,
    indicatorHref: (id) => hrefOf(`indicators/${id}`),
    publicationHref: (id) => hrefOf(`sources/${id}`),
    regionHref: (code) => {
      const rest = query.filter((pair) => !pair.startsWith('region='))
      return `${base}index.html#/indicators?${[...rest, `region=${code}`].join('&')}`
    },
    inspectionHref: hrefOf('inspection'),
    indicatorsHref: hrefOf('indicators'),
    sourcesHref: hrefOf('sources'),
  }
}
