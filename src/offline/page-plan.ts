/** Which precached page answers a navigation. */

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
