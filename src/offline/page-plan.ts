/** What answers a navigation: a precached page, or the app at the same place. */

/**
 * The address under which the page is precached: without query and hash, a folder being its
 * index.html. Null outside the worker's scope.
 */
export function precachedPageUrl(url: string, scope: string): string | null {
  const { origin, pathname } = new URL(url)
  const bare = origin + pathname
  if (!bare.startsWith(scope)) return null
  return bare.endsWith('/') ? `${bare}index.html` : bare
}

/** The files of single indicators and publications; all others are kept as they are, or are other doors. */
const APP_PAGE = /^((?:indicators|sources)\/[a-z0-9-]+)\.html$/

/**
 * Pages that stand as files of their own are the app's own pages behind its hash, and only the app is
 * kept. Null outside the worker's scope, and for what is no page.
 */
export function appPageUrl(url: string, scope: string): string | null {
  const { origin, pathname, search } = new URL(url)
  const bare = origin + pathname
  const page = bare.startsWith(scope) ? APP_PAGE.exec(bare.slice(scope.length)) : null
  return page ? `${scope}index.html#/${page[1]}${search}` : null
}
