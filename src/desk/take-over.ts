/** A page that was written before becomes the app's: same markup, addresses behind the hash. */
import { fileOfPath, pathOfFile, wayUp } from './static-pages.ts'
import { hashAddress, keptQuery } from './view-state.ts'

export interface WrittenPage {
  /** Route's path for which the page was written; undefined where it was not. */
  readonly path: string | undefined
  /** Where the app lives, with a slash at its end. */
  readonly base: string
  /** What the app calls this page. */
  readonly address: { readonly path: string; readonly query: Readonly<Record<string, string>> }
}

function queryOf(text: string): Record<string, string> {
  return keptQuery(Object.fromEntries(new URLSearchParams(text)))
}

/** `path` as the page's root element has it. */
export function readWrittenPage(path: string | undefined, href: string): WrittenPage {
  const url = new URL(href)
  const file = path === undefined ? null : fileOfPath(path)
  const [hashPath = '', hashQuery] = url.hash.slice(1).split('?')
  const isRoute = hashPath.startsWith('/')
  const query = queryOf(isRoute ? (hashQuery ?? '') : url.search)
  return {
    path,
    base: new URL(file === null ? './' : wayUp(file) || './', url.origin + url.pathname).href,
    address: { path: isRoute ? hashPath : (path ?? '/'), query },
  }
}

/** True where the view that is asked for is the one that was written: nothing but a theme is chosen. */
export function isWrittenView({ path, address }: WrittenPage): boolean {
  const { v, region, lang = 'zh' } = address.query
  return path === address.path && v === undefined && region === undefined && lang === 'zh'
}

/** The same page as of a day that was picked by hand. */
export function withDay(page: WrittenPage, day: string | null): WrittenPage {
  if (day === null) return page
  const { path, query } = page.address
  return { ...page, address: { path, query: { ...query, v: day } } }
}

/** The address that the app gives itself; null where it stands there already. */
export function settledAddress({ path, base, address }: WrittenPage, href: string): string | null {
  const url = new URL(href)
  const settled = hashAddress(address.path, address.query)
  const isRoute = url.hash.startsWith('#/')
  const isHome = path === undefined || path === '/'
  const isPicked = address.query['v'] !== undefined && !/[?&]v=/.test(url.hash + url.search)
  if (isHome && !isPicked && (isRoute || url.search === '')) return null
  return `${base}index.html${settled}`
}

/** The app's address of a link that a written page has; null for one that stays as it is. */
export function appAddress(link: string, { base, address }: WrittenPage): string | null {
  if (!link.startsWith(base)) return null
  const url = new URL(link)
  const file = link.slice(base.length)
  // Files of the data keep their place, but the app's own address is another than the page's.
  if (file.startsWith('data/')) return file
  const path = pathOfFile(file.split(/[?#]/)[0] ?? '')
  if (path === null) return null
  if (url.hash.startsWith('#/')) return url.hash
  return url.hash === '' ? hashAddress(path, address.query) : null
}

/** Browsers look for a page's icon anew when its address changes: below a folder, in the wrong one. */
export function settleIcon(head: ParentNode): void {
  for (const icon of head.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
    icon.setAttribute('href', icon.href)
  }
}

/**
 * Makes the markup what the app is about to render: links lead into the app, and the theme that was
 * chosen before is the one that is pressed.
 */
export function alignMarkup(root: ParentNode, page: WrittenPage, theme: string): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const address = link.getAttribute('href')?.startsWith('#') ? null : appAddress(link.href, page)
    if (address !== null) link.setAttribute('href', address)
  }
  pressTheme(root, theme)
}

/** The markup is written for the light theme. */
export function pressTheme(root: ParentNode, theme: string): void {
  for (const choice of root.querySelectorAll<HTMLElement>('[data-theme-choice]')) {
    choice.setAttribute('aria-pressed', String(choice.dataset['themeChoice'] === theme))
  }
}
