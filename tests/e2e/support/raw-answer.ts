/** What a server answers, header by header. */
import { request } from 'node:http'
import type { Nginx } from './nginx.ts'

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** The answer as it comes over the wire: no redirect followed, nothing unpacked, paths as they are written. */
export function askFor(
  site: Nginx,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { hostname, port, pathname } = new URL(site.url)
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path: `${pathname}${path}`, method, headers }
    const asked = request(options, (response) => {
      response.resume()
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as RawAnswer['headers'],
        }),
      )
    })
    asked.on('error', reject).end()
  })
}
