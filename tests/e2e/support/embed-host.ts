/** Somebody else's pages with our panels in them, on another origin and under a policy of their own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HostDocument {
  readonly body: string
  /** In the head; may hold the host's own sheet. */
  readonly head?: string
  /** The host's Content-Security-Policy; none where absent. */
  readonly policy?: string
  readonly lang?: string
}

export interface EmbedHost {
  /** Without a slash at its end. Another site than the app's, as a browser counts. */
  readonly origin: string
  /** The address under which the document stands from now on. */
  put(document: HostDocument): string
  close(): Promise<void>
}

/** `localhost` and `127.0.0.1` are two sites, so storage is partitioned between them. */
export async function openEmbedHost(
  name: 'localhost' | '127.0.0.1' = 'localhost',
): Promise<EmbedHost> {
  const documents: HostDocument[] = []
  const server = createServer((request, response) => {
    const found = documents[Number(/^\/(\d+)/.exec(request.url ?? '')?.[1] ?? -1)]
    if (!found) return void response.writeHead(404).end()
    const { body, head = '', policy, lang = 'zh-CN' } = found
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(policy ? { 'Content-Security-Policy': policy } : {}),
    })
    response.end(
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>某单位的网页</title>` +
        '<meta name="viewport" content="width=device-width,initial-scale=1">' +
        `<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`,
    )
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const origin = `http://${name}:${(server.address() as AddressInfo).port}`
  return {
    origin,
    put(document) {
      documents.push(document)
      return `${origin}/${documents.length - 1}`
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** What a strict bureau's page allows for our panels, and nothing else. `policies`: Trusted Types' names. */
export function strictHostPolicy(appUrl: string, policies = "'none'"): string {
  const { origin: app } = new URL(appUrl)
  return [
    "default-src 'none'",
    ...['script-src', 'connect-src', 'img-src', 'frame-src', 'object-src'].map(
      (directive) => `${directive} ${app}${directive === 'img-src' ? ' data:' : ''}`,
    ),
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${policies}`,
  ].join('; ')
}

export interface PanelWish {
  readonly indicator: string
  /** As attributes of the element, as parameters of the frame. */
  readonly choice?: Readonly<Record<string, string>>
}

/** The snippet of the element, with a picture as what stands in for it. */
export function elementOf(appUrl: string, { indicator, choice = {} }: PanelWish): string {
  const attributes = Object.entries(choice).map(([name, value]) => ` ${name}="${value}"`)
  return (
    `<qinglan-panel indicator="${indicator}"${attributes.join('')}>` +
    `<img src="${appUrl}charts/${indicator}.svg" alt="代替的图"></qinglan-panel>`
  )
}

export function frameOf(appUrl: string, { indicator, choice = {} }: PanelWish, more = ''): string {
  const query = new URLSearchParams(choice).toString()
  return `<iframe title="指标" width="640" height="700" src="${appUrl}embed/${indicator}.html${query ? `?${query}` : ''}" ${more}></iframe>`
}

export function panelScript(appUrl: string): string {
  return `<script type="module" src="${appUrl}panel.js"></script>`
}
