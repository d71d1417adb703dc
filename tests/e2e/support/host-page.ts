/** Another organisation's site, on an origin of its own, with a frame in its page. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HostPage {
  readonly origin: string
  /** The address of a page that frames another one. */
  framing(address: string): string
  close(): Promise<void>
}

export async function openHostPage(): Promise<HostPage> {
  const server = createServer((request, response) => {
    const framed = new URL(request.url ?? '/', 'http://host').searchParams.get('framed') ?? ''
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(
      `<!doctype html><title>别处的网页</title><iframe src="${encodeURI(framed)}"></iframe>`,
    )
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    framing: (address) => `${origin}/?framed=${encodeURIComponent(address)}`,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
