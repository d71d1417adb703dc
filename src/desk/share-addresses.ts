/** Addresses in full, for pages on other sites. */
import type { Theme } from '../charts/theme.ts'
import type { AsOf } from '../domain/standing.ts'
import type { Lang } from '../text/lang.ts'
import { pictureFile } from './picture-file.ts'
import { addressFrom } from './static-pages.ts'

export interface SharedView {
  readonly lang: Lang
  readonly theme: Theme
  /** Code; null: the city of the data. */
  readonly region: string | null
  readonly asOf: AsOf
}

export interface ShareAddresses {
  /** Module script that defines the element. */
  readonly panelScript: string
  /** Script that gives frames their height. */
  readonly heightScript: string
  readonly frame: string
  readonly picture: string
  /** The full page, in the same view. */
  readonly page: string
  readonly publication: (id: string) => string
}

function viewQuery({ region, asOf }: SharedView): Readonly<Record<string, string>> {
  return {
    ...(asOf === 'latest' ? {} : { v: asOf }),
    ...(region === null ? {} : { region }),
  }
}

/** `base` is the app's folder in full, with a slash at its end. */
export function shareAddresses(base: string, id: string, view: SharedView): ShareAddresses {
  const { lang, theme } = view
  const query = viewQuery(view)
  const spoken = lang === 'zh' ? {} : { lang }
  const inFull = (file: string) => new URL(file, base).href
  const pageOf = (path: string) => inFull(addressFrom('index.html', path, { ...query, ...spoken }))
  // The language is in the name of a panel's file.
  const frame = new URL(`embed/${id}${lang === 'zh' ? '' : `.${lang}`}.html`, base)
  const asked = { ...(theme === 'light' ? {} : { theme }), ...query }
  for (const [name, value] of Object.entries(asked)) frame.searchParams.set(name, value)
  return {
    panelScript: inFull('panel.js'),
    heightScript: inFull('embed-host.js'),
    frame: frame.href,
    picture: inFull(pictureFile(id, lang, theme === 'dark' ? 'dark' : 'light')),
    page: pageOf(`/indicators/${id}`),
    publication: (publication) => pageOf(`/sources/${publication}`),
  }
}

/**
 * Why what the code names may not be had: `local` means something on this machine only; from
 * `plainHttp` pages on https take neither scripts nor frames, and pictures only over https.
 */
export function addressTrouble(base: string): 'local' | 'plainHttp' | null {
  const { protocol, hostname } = new URL(base)
  const isHere = /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
  if (isHere || !/^https?:$/.test(protocol)) return 'local'
  return protocol === 'http:' ? 'plainHttp' : null
}
