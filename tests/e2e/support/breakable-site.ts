/** The site behind a server that can be told to answer wrongly, path by path. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { POLICY_HEADERS } from '../../../tools/policy.mjs'
import { openSite, type Site } from './site.ts'

export type Fault =
  | { readonly kind: 'status'; readonly status: number }
  /** A login page with status 200. */
  | { readonly kind: 'html' }
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** JSON without end. */
  | { readonly kind: 'endless' }
  /** Takes the request and never answers. */
  | { readonly kind: 'silent' }

export interface EndlessAnswer {
  /** Handed to the network, whose buffers hold megabytes of it: the reader has seen less. */
  readonly bytes: number
  /** True where the reader hung up; false where it would have read for ever. */
  readonly wasCutOff: boolean
}

export interface BreakableSite extends Pick<Site, 'url'> {
  /** `path` is relative to the site. */
  break(path: string, fault: Fault): void
  heal(): void
  /** From now on every connection is refused, until {@link accept}. */
  refuse(): Promise<void>
  accept(): Promise<void>
  /** How each answer without end came to its end, in order. */
  endlessAnswers(): readonly EndlessAnswer[]
  close(): Promise<void>
}

const PIECE = Buffer.alloc(16 * 1024, ' ')
/** A page that reads more than this does not stop by itself: far beyond all buffers on the way. */
const ENDLESS_STOP_BYTES = 256 * 1024 * 1024

function sendHead(response: ServerResponse, status: number, type: string): void {
  response.writeHead(status, {
    ...POLICY_HEADERS,
    'content-type': type,
    'cache-control': 'no-cache',
  })
}

function sendEndless(response: ServerResponse, tell: (answer: EndlessAnswer) => void): void {
  sendHead(response, 200, 'application/json')
  let bytes = 0
  response.once('close', () => tell({ bytes, wasCutOff: !response.writableEnded }))
  const send = () => {
    while (!response.destroyed && bytes < ENDLESS_STOP_BYTES) {
      bytes += PIECE.length
      if (!response.write(PIECE)) return void response.once('drain', send)
    }
    response.end()
  }
  send()
}

function passOn(request: IncomingMessage, response: ServerResponse, port: string): void {
  const { method, url: path, headers } = request
  const inner = ask({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  inner.on('error', () => response.destroy())
  request.pipe(inner)
}

export async function openBreakableSite(root: string): Promise<BreakableSite> {
  const site = await openSite(root)
  const { port: innerPort } = new URL(site.url)
  const faults = new Map<string, Fault>()
  const endless: EndlessAnswer[] = []
  const silent = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    const fault = faults.get((request.url ?? '/').slice(1).split('?')[0] ?? '')
    if (!fault) return passOn(request, response, innerPort)
    if (fault.kind === 'silent') return void silent.add(response)
    if (fault.kind === 'endless') return sendEndless(response, (answer) => endless.push(answer))
    const [status, type] = [
      fault.kind === 'status' ? fault.status : 200,
      fault.kind === 'bytes' ? 'application/json' : 'text/html; charset=utf-8',
    ]
    sendHead(response, status, type)
    response.end(fault.kind === 'bytes' ? fault.bytes : '<!doctype html><title>登录</title>')
  })
  const listen = (at: number) =>
    new Promise<void>((done) => void server.listen(at, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const refuse = async () => {
    server.closeAllConnections()
    if (server.listening) await new Promise((done) => server.close(done))
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    break: (path, fault) => void faults.set(path, fault),
    heal: () => {
      faults.clear()
      // What comes back has forgotten them; a browser holds later questions back behind such a one.
      for (const response of silent) response.destroy()
      silent.clear()
    },
    refuse,
    accept: async () => {
      if (!server.listening) await listen(port)
    },
    endlessAnswers: () => endless,
    async close() {
      await refuse()
      await site.stop()
    },
  }
}
