/** Debian's nginx under the configuration of deploy/nginx, as an ordinary user on a free port. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { provideWebServer } from '../../../tools/web-server.mjs'

const SHIPPED = fileURLToPath(new URL('../../../deploy/nginx', import.meta.url))

/** Debian's nobody and nogroup: a server that is started by root would be root's in part. */
const NOBODY = { uid: 65534, gid: 65534 }

/** What the test may change before nginx reads it; `files` are the texts by name below /etc/nginx. */
export type Change = (files: Map<string, string>) => void

export interface NginxSettings {
  /** The folder that is served. */
  readonly root: string
  readonly variant?: 'http' | 'https' | 'sub-folder'
  /** Written into the one place for it. */
  readonly hosts?: string
  readonly brotli?: boolean
  readonly change?: Change
}

export interface Nginx {
  /** Ends with a slash; the site itself, in its folder. */
  readonly url: string
  /** The second port: of the redirect to https, else null. */
  readonly plainUrl: string | null
  /** Path of the certificate, which nobody but the test trusts; null without https. */
  readonly certificate: string | null
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** As the README's steps put them below /etc/nginx. */
function readShipped(): Map<string, string> {
  const names = readdirSync(join(SHIPPED, 'qinglan')).map((name) => `qinglan/${name}`)
  const files = new Map(names.map((name) => [name, readFileSync(join(SHIPPED, name), 'utf8')]))
  for (const name of [
    'container.conf',
    'http.conf',
    'https.conf',
    'sub-folder.conf',
    'brotli.conf',
  ])
    if (!files.has(name)) files.set(name, readFileSync(join(SHIPPED, name), 'utf8'))
  files.set('qinglan/hosts.conf', readFileSync(join(SHIPPED, 'hosts.conf'), 'utf8'))
  return files
}

/** Another site of the bureau, with what such sites have: their own patterns and page of errors. */
const SITE_AROUND = `
include qinglan/maps.conf;
server {
  listen 8080;
  root /srv/around;
  error_page 404 /404.html;
  location / { }
  location ~ \\.(?:js|css|svg)$ { expires 7d; add_header X-Around yes; }
  include qinglan/sub-folder.conf;
}
`

/** The texts of one variant, with its ports and folders; the container's file is the frame. */
function configure(
  { root, variant = 'http', hosts, brotli = false, change }: NginxSettings,
  folder: string,
  [port, plainPort]: readonly [number, number],
): Map<string, string> {
  const files = readShipped()
  const edit = (name: string, from: string | RegExp, to: string) => {
    const text = files.get(name) ?? ''
    if (!(typeof from === 'string' ? text.includes(from) : from.test(text)))
      throw new Error(`${name} has no ${String(from)}`)
    files.set(name, text.replace(from, to))
  }
  files.set('qinglan/sub-folder.conf', files.get('sub-folder.conf') ?? '')
  if (hosts) edit('qinglan/hosts.conf', /^ {2}default "[^"]*"/m, `  default "${hosts}"`)
  if (brotli) files.set('qinglan/more/brotli.conf', files.get('brotli.conf') ?? '')
  if (variant !== 'http') {
    const site = variant === 'https' ? (files.get('https.conf') ?? '') : SITE_AROUND
    edit('container.conf', / {2}include qinglan\/maps\.conf;[\s\S]*(?=\}\s*$)/, site)
  }
  change?.(files)
  const frame = (files.get('container.conf') ?? '')
    .replace(/listen 8080;|listen 443 ssl http2;/, (line) =>
      line.replace(/\d+/, `127.0.0.1:${port}`),
    )
    .replace('listen 80;', `listen 127.0.0.1:${plainPort};`)
    .replace(/^\s*listen \[::\].*$/gm, '')
    .replace('include /etc/nginx/modules-enabled/*.conf;', modulesOf(brotli))
    .replaceAll(' /tmp/', ` ${folder}/`)
    .replaceAll('/etc/nginx/qinglan/', `${folder}/qinglan/`)
    .replace('access_log /dev/stdout;', 'access_log off;')
  files.set('container.conf', frame)
  for (const [name, text] of files)
    files.set(
      name,
      text.replaceAll('/srv/qinglan/current', root).replaceAll('/srv/around', `${folder}/around`),
    )
  return files
}

function modulesOf(brotli: boolean): string {
  return brotli ? 'load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;' : ''
}

function makeCertificate(folder: string): void {
  const [key, certificate] = ['certificate.key', 'certificate.pem'].map((name) =>
    join(folder, 'qinglan', name),
  )
  const words =
    'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 ' +
    '-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1'
  const files = ['-keyout', String(key), '-out', String(certificate)]
  execFileSync('openssl', words.split(' ').concat(files), { stdio: 'ignore' })
  chmodSync(String(key), 0o644)
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

async function waitUntilListening(port: number, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400 && server.exitCode === null; tries += 1) {
    if (await isListening(port)) return
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('nginx does not listen')
}

export async function openNginx(settings: NginxSettings): Promise<Nginx> {
  provideWebServer()
  const folder = mkdtempSync(join(tmpdir(), 'qinglan-nginx-'))
  const ports = [await freePort(), await freePort()] as const
  for (const name of ['qinglan/more', 'around']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'around', '404.html'), 'the page of errors of the site around')
  for (const [name, text] of configure(settings, folder, ports))
    writeFileSync(join(folder, name), text)
  const variant = settings.variant ?? 'http'
  if (variant === 'https') makeCertificate(folder)
  const isRoot = process.getuid?.() === 0
  chmodSync(folder, 0o755)
  if (isRoot) chownSync(folder, NOBODY.uid, NOBODY.gid)
  const server = spawn(
    'nginx',
    ['-e', 'stderr', '-c', join(folder, 'container.conf'), '-g', 'daemon off;'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(isRoot ? NOBODY : {}),
    },
  )
  let said = ''
  server.stderr?.on('data', (piece: Buffer) => (said += piece.toString()))
  const scheme = variant === 'https' ? 'https' : 'http'
  const url = `${scheme}://127.0.0.1:${ports[0]}/${variant === 'sub-folder' ? 'qinglan/' : ''}`
  await waitUntilListening(ports[0], server).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${said}`)
  })
  return {
    url,
    plainUrl: variant === 'https' ? `http://127.0.0.1:${ports[1]}/` : null,
    certificate: variant === 'https' ? join(folder, 'qinglan', 'certificate.pem') : null,
    async stop() {
      if (server.exitCode === null) {
        server.kill('SIGQUIT')
        await once(server, 'exit')
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
