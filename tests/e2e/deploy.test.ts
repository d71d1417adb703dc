/** Debian's nginx under the shipped configuration: the headers of every answer. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policyOf, STRICT_POLICY } from '../../tools/policy.mjs'
import { serve } from '../../tools/serve.mjs'
import { openNginx, type Nginx } from './support/nginx.ts'
import { askFor, type RawAnswer } from './support/raw-answer.ts'
import { prepareBuild, type ServedBuild } from './support/served-build.ts'

const HOSTS = "'self' https://www.example.gov.cn"

let build: ServedBuild
let nginx: Nginx
let subFolder: Nginx

beforeAll(async () => {
  build = await prepareBuild()
  const settings = { root: build.root, hosts: HOSTS, brotli: true }
  nginx = await openNginx(settings)
  subFolder = await openNginx({ ...settings, variant: 'sub-folder' })
})

afterAll(async () => {
  for (const server of [nginx, subFolder]) await server.stop()
  build.remove()
})

function framedPolicy(framers: string): string {
  return STRICT_POLICY.replace("frame-ancestors 'none'", `frame-ancestors ${framers}`)
}

function variants(): readonly Nginx[] {
  return [nginx, subFolder]
}

type Kind = 'page' | 'embed' | 'public'

/** What each kind of address carries whatever its answer is. */
function headersOf(kind: Kind): Record<string, string | undefined> {
  const isOpen = kind !== 'page'
  return {
    'content-security-policy': kind === 'embed' ? framedPolicy(HOSTS) : STRICT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': kind === 'embed' ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'cross-origin-resource-policy': isOpen ? 'cross-origin' : 'same-origin',
    'access-control-allow-origin': isOpen ? '*' : undefined,
    'x-frame-options': undefined,
    'x-around': undefined,
    server: 'nginx',
  }
}

/** Address, kind, caching; ID stands for an indicator, the words in capitals for hashed names. */
const FILES: readonly (readonly [string, Kind, string])[] = [
  ['', 'page', 'no-cache'],
  ['index.html', 'page', 'no-cache'],
  ['index.html?v=2021-01-01', 'page', 'no-cache'],
  ['wall.html', 'page', 'no-cache'],
  ['indicators/ID.html', 'page', 'no-cache'],
  ['sw.js', 'page', 'no-cache'],
  ['embed/ID.html', 'embed', 'no-cache'],
  ['embed/ID.html?theme=dark&v=2021-01-01', 'embed', 'no-cache'],
  ['embed/ID.en.html', 'embed', 'no-cache'],
  ['panel.js', 'public', 'no-cache'],
  ['embed-host.js', 'public', 'no-cache'],
  ['first-paint.js', 'public', 'no-cache'],
  ['charts/ID.svg', 'public', 'no-cache'],
  ['data/manifest.json', 'public', 'no-cache'],
  ['data/indicators/ID.csv', 'public', 'no-cache'],
  ['data/calendar.ics', 'public', 'no-cache'],
  ['HASHED', 'public', 'public, max-age=31536000, immutable'],
  ['EMBED_SCRIPT', 'public', 'public, max-age=31536000, immutable'],
  ['EMBED_SHEET', 'public', 'public, max-age=31536000, immutable'],
  ['GENERATION', 'public', 'public, max-age=31536000, immutable'],
  ['SNAPSHOT', 'public', 'public, max-age=31536000, immutable'],
]

function realPath(path: string): string {
  const first = (folder: string, ending: string) =>
    `${folder}/${readdirSync(join(build.root, folder)).find((name) => name.endsWith(ending))}`
  return path
    .replace('ID', build.indicator)
    .replace('HASHED', first('assets', '.js'))
    .replace('EMBED_SCRIPT', first('embed/assets', '.js'))
    .replace('EMBED_SHEET', first('embed/assets', '.css'))
    .replace('GENERATION', first('assets', '.json'))
    .replace('SNAPSHOT', first('data/snapshots', '.json'))
}

describe('every answer of the shipped configuration', () => {
  it.each(FILES)(
    'carries its headers with the file and with 304: "%s"',
    async (path, kind, caching) => {
      for (const site of variants()) {
        const first = await askFor(site, realPath(path))
        expect(first.status).toBe(200)
        expect(first.headers).toMatchObject(defined(headersOf(kind)))
        expectAbsent(first.headers, headersOf(kind))
        expect(first.headers['cache-control']).toBe(caching)
        const tag = { 'If-None-Match': first.headers['etag'] ?? '' }
        const again = await askFor(site, realPath(path), { headers: tag })
        expect(again.status).toBe(304)
        expect(again.headers).toMatchObject(defined(headersOf(kind)))
        expect(again.headers['cache-control']).toBe(caching)
        const head = await askFor(site, realPath(path), { method: 'HEAD' })
        expect([head.status, head.headers['etag']]).toEqual([200, first.headers['etag']])
      }
    },
  )

  it.each<[string, number, Kind, string?]>([
    ['no-such-page', 404, 'public'],
    ['no-such-page.html', 404, 'page'],
    ['embed/no-such-panel.html', 404, 'embed'],
    ['assets/no-such-part-00000000.js', 404, 'public'],
    ['embed/assets/no-such-part-00000000.js', 404, 'public'],
    ['no-such-script.js', 404, 'public'],
    ['data/no-such-file.00000000.json', 404, 'public'],
    ['charts/no-such-chart.svg', 404, 'public'],
    ['.vite/manifest.json', 404, 'public'],
    ['%2evite/manifest.json', 404, 'public'],
    ['assets/', 403, 'page'],
    ['data/', 403, 'page'],
    ['embed/', 403, 'page'],
    ['embed/pm25', 404, 'public'],
    ['embed/assets/', 403, 'page'],
    ['index.html', 405, 'page', 'POST'],
    ['', 405, 'page', 'DELETE'],
    ['embed/ID.html', 405, 'embed', 'PUT'],
    ['data/manifest.json', 405, 'public', 'OPTIONS'],
  ])(
    'carries its headers when it is a refusal: "%s" %i',
    async (path, status, kind, method = 'GET') => {
      for (const site of variants()) {
        const answer = await askFor(site, realPath(path), { method })
        expect(answer.status).toBe(status)
        expect(answer.headers).toMatchObject(defined(headersOf(kind)))
        expectAbsent(answer.headers, headersOf(kind))
        expect(answer.headers['cache-control']).toBe('no-store')
        expect(answer.headers['allow']).toBe(status === 405 ? 'GET, HEAD' : undefined)
      }
    },
  )

  it('carries the policy also when the request is none that can be answered', async () => {
    for (const [path, method, status] of [
      ['%00', 'GET', 400],
      ['', 'TRACE', 405],
      ['x'.repeat(20_000), 'GET', 414],
    ] as const) {
      const answer = await askFor(nginx, path, { method })
      expect([answer.status, answer.headers['content-security-policy']]).toEqual([
        status,
        STRICT_POLICY,
      ])
    }
  })

  it.each(['data', 'assets', 'indicators', 'embed', 'embed/assets'])(
    'redirects the folder %s to itself without naming host, port or scheme',
    async (folder) => {
      for (const site of variants()) {
        const answer = await askFor(site, folder)
        expect(answer.status).toBe(301)
        expect(answer.headers['location']).toBe(`${new URL(site.url).pathname}${folder}/`)
        expect(answer.headers['content-security-policy']).toBe(STRICT_POLICY)
      }
      const bare = await askFor(subFolder, '../qinglan?v=2021-01-01')
      expect([bare.status, bare.headers['location']]).toEqual([301, '/qinglan/?v=2021-01-01'])
    },
  )

  it('gives nothing beside the folder', async () => {
    for (const path of ['../certificate.key', '..%2f..%2fetc/passwd', '%2e%2e/%2e%2e/etc/passwd']) {
      for (const site of variants()) {
        expect([400, 404]).toContain((await askFor(site, path)).status)
      }
    }
  })

  it('hands out the single file as a download, as its script stands in the page', async () => {
    const answer = await askFor(nginx, 'qinglan.html')
    expect(answer.headers['content-disposition']).toBe('attachment')
    expect((await askFor(nginx, 'index.html')).headers['content-disposition']).toBeUndefined()
  })
})

function defined(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

function expectAbsent(
  found: RawAnswer['headers'],
  wanted: Record<string, string | undefined>,
): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined) expect([name, found[name]]).toEqual([name, undefined])
  }
}

const PACKED = ['', 'wall.html', 'sw.js', 'panel.js', 'embed/pm25.html', 'charts/pm25.svg']

describe('the shipped configuration', () => {
  it('says of every built file what `npm start` says: type, caching, policy', async () => {
    const start = await serve({ root: build.root })
    const names = readdirSync(build.root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(?!br$|gz$)\w+$/.test(name) && !name.startsWith('.'),
    )
    expect(names.length).toBeGreaterThan(400)
    const told = async (url: string) => {
      const { status, headers } = await fetch(url, { method: 'HEAD' })
      const policy = headers.get('content-security-policy')
      // Who may frame panels is the site's own list, which is another one on the machine of a trial.
      const trial = policyOf('/embed/pm25.html')
      const kept = ['content-type', 'cache-control']
      const framed = policy === trial || policy === framedPolicy(HOSTS) ? 'panel' : policy
      return [status, framed, ...kept.map((name) => headers.get(name))]
    }
    for (const name of names) {
      expect([name, ...(await told(nginx.url + name))]).toEqual([
        name,
        ...(await told(start.url + name)),
      ])
    }
    await start.close()
  })

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ])('sends a text to those who take "%s" as %s', async (accepted, encoding) => {
    for (const site of variants()) {
      for (const path of [...PACKED, realPath('HASHED'), realPath('EMBED_SCRIPT')]) {
        const answer = await askFor(site, path, { headers: { 'Accept-Encoding': accepted } })
        expect([path, answer.headers['content-encoding']]).toEqual([path, encoding])
        expect(answer.headers['vary']).toBe('Accept-Encoding')
        const full = join(build.root, path || 'index.html')
        const ending = encoding === undefined ? '' : encoding === 'br' ? '.br' : '.gz'
        expect(Number(answer.headers['content-length'])).toBe(readFileSync(full + ending).length)
      }
    }
  })

  it('packs what keeps its name in data/ when it is asked for, so that it is never an old one', async () => {
    const answer = await askFor(nginx, 'data/manifest.json', {
      headers: { 'Accept-Encoding': 'br, gzip' },
    })
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(
      readdirSync(join(build.root, 'data')).filter((name) => name.startsWith('manifest')),
    ).toEqual(['manifest.json'])
  })
})
