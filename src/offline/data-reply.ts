/** What the worker answers when a page asks for data. */
import { FROM_HEADER } from '../feed/fetch-bounded.ts'

/** After this long the copy is given; the page asks again later. */
const MANIFEST_WAIT_MS = 4_000

export type DataRoute = 'manifest' | 'file' | 'other'

/** `file` is anything else below the manifest's folder. */
export function routeData(url: string, manifestUrl: string): DataRoute {
  const { origin, pathname } = new URL(url)
  if (origin + pathname === manifestUrl) return 'manifest'
  const folder = new URL('.', manifestUrl).href
  return (origin + pathname).startsWith(folder) ? 'file' : 'other'
}

/** The same response, marked as the worker's own copy, so that nobody takes it for the server's word. */
export function markAsCopy(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.set(FROM_HEADER, 'cache')
  return new Response(response.body, { status: response.status, headers })
}

export interface ReplyTools {
  readonly fromNetwork: () => Promise<Response>
  readonly fromCache: () => Promise<Response | undefined>
  /** Settles after the given time, whatever happens. */
  readonly wait: (delayMs: number) => Promise<void>
}

/**
 * Network first, for a while; then the copy; without one, whatever the network says. A page to
 * which the server gave nothing usable asks with cache mode `force-cache`, and gets the copy.
 */
export async function replyManifest(cacheMode: RequestCache, tools: ReplyTools): Promise<Response> {
  if (cacheMode === 'force-cache') {
    const kept = await tools.fromCache()
    if (kept) return markAsCopy(kept)
  }
  const network = tools.fromNetwork()
  const inTime = await Promise.race([
    network.catch(() => undefined),
    tools.wait(MANIFEST_WAIT_MS).then(() => undefined),
  ])
  if (inTime) return inTime
  const copy = await tools.fromCache()
  return copy ? markAsCopy(copy) : network
}

/**
 * The copy first: files never change under their name. A page that found its copy spoiled asks
 * with cache mode `reload`, and gets past it.
 */
export async function replyFile(cacheMode: RequestCache, tools: ReplyTools): Promise<Response> {
  const copy = cacheMode === 'reload' ? undefined : await tools.fromCache()
  return copy ?? tools.fromNetwork()
}
