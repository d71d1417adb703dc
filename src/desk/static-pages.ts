/** Which pages stand as files of their own, and how one file names another. */
import { hashAddress } from './view-state.ts'

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['/', 'index.html'],
  ['/indicators', 'indicators.html'],
  ['/inspection', 'inspection.html'],
  ['/sources', 'sources.html'],
])
/** Pages of which there is one for each id. */
const MANY = /^\/(?:indicators|sources)\/[a-z0-9-]+$/

/** The file of a route's path, below the app's folder; null for a page that needs script. */
export function fileOfPath(path: string): string | null {
  return SINGLE.get(path) ?? (MANY.test(path) ? `${path.slice(1)}.html` : null)
}

/** The route's path of a file below the app's folder; null where it is no page. */
export function pathOfFile(file: string): string | null {
  const path = file === '' || file === 'index.html' ? '/' : `/${file.replace(/\.html$/, '')}`
  return fileOfPath(path) === (file || 'index.html') ? path : null
}

/** From a file to the app's folder: "" or "../". */
export function wayUp(file: string): string {
  return '../'.repeat(file.split('/').length - 1)
}

/** The address of a page as another page's file writes it; views of one's own need the app. */
export function addressFrom(
  file: string,
  path: string,
  query: Readonly<Record<string, string>>,
): string {
  const target = Object.keys(query).length === 0 ? fileOfPath(path) : null
  return wayUp(file) + (target ?? `index.html${hashAddress(path, query)}`)
}
