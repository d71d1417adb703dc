/** Debian's nginx under the shipped configuration: headers of every answer, and real Chromium. */
import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STRICT_POLICY } from '../../tools/policy.mjs'
import { serve } from '../../tools/serve.mjs'
import { openBrowser } from './support/browser.ts'
import { openHostPage, type HostPage } from './support/host-page.ts'
import { openNginx, type Nginx } from './support/nginx.ts'
import { prepareBuild, type ServedBuild } from './support/served-build.ts'
import { openWall } from './support/wall.ts'
import { openWatchedPage } from './support/watched-page.ts'

let build: ServedBuild
let listed: HostPage
let unlisted: HostPage
let nginx: Nginx
let subFolder: Nginx
let browser: Browser

beforeAll(async () => {
  build = await prepareBuild()
  listed = await openHostPage()
  unlisted = await openHostPage()
  const settings = { root: build.root, hosts: `'self' ${listed.origin}`, brotli: true }
  nginx = await openNginx(settings)
  subFolder = await openNginx({ ...settings, variant: 'sub-folder' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  for (const server of [nginx, subFolder]) await server.stop()
  for (const host of [listed, unlisted]) await host.close()
  build.remove()
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** As it comes over the wire: no redirect followed, nothing unpacked, paths as they are written. */
function askFor(
  site: Nginx,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port, pathname } = new URL(site.url)
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path: `${pathname}${path}`, method, headers }
    const asked = request(options, (response) => {
      response.resume()
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Answer['headers'],
        }),
      )
    })
    asked.on('error', reject).end()
  })
}

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
    'content-security-policy':
      kind === 'embed' ? framedPolicy(`'self' ${listed.origin}`) : STRICT_POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': kind === 'embed' ? 'no-referrer' : 'strict-origin-when-cross-origin',
    'cross-origin-resource-policy': isOpen ? 'cross-origin' : 'same-origin',
    'access-control-allow-origin': isOpen ? '*' : undefined,
    'x-frame-options': undefined,
    'x-around': undefined,
    server: 'nginx',
  }
}

/** Address, kind, caching; ID stands for an indicator, HASHED for a script and its like. */
const FILES: readonly (readonly [string, Kind, string])[] = [
  ['', 'page', 'no-cache'],
  ['index.html', 'page', 'no-cache'],
  ['index.html?v=2021-01-01', 'page', 'no-cache'],
  ['wall.html', 'page', 'no-cache'],
  ['indicators/ID.html', 'page', 'no-cache'],
  ['sw.js', 'page', 'no-cache'],
  ['embed/ID.html', 'embed', 'no-cache'],
  ['panel.js', 'public', 'no-cache'],
  ['first-paint.js', 'public', 'no-cache'],
  ['charts/ID.svg', 'public', 'no-cache'],
  ['data/manifest.json', 'public', 'no-cache'],
  ['data/indicators/ID.csv', 'public', 'no-cache'],
  ['data/calendar.ics', 'public', 'no-cache'],
  ['HASHED', 'public', 'public, max-age=31536000, immutable'],
  ['SNAPSHOT', 'public', 'public, max-age=31536000, immutable'],
]

function realPath(path: string): string {
  const first = (folder: string, ending: string) =>
    `${folder}/${readdirSync(join(build.root, folder)).find((name) => name.endsWith(ending))}`
  return path
    .replace('ID', build.indicator)
    .replace('HASHED', first('assets', '.js'))
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
    ['data/no-such-file.00000000.json', 404, 'public'],
    ['charts/no-such-chart.svg', 404, 'public'],
    ['.vite/manifest.json', 404, 'public'],
    ['%2evite/manifest.json', 404, 'public'],
    ['assets/', 403, 'page'],
    ['data/', 403, 'page'],
    ['embed/', 403, 'embed'],
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

  it.each(['data', 'assets', 'indicators', 'embed'])(
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

function expectAbsent(found: Answer['headers'], wanted: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined) expect([name, found[name]]).toEqual([name, undefined])
  }
}

describe('https', () => {
  it('binds browsers to https with every answer, and http leads there under the policy', async () => {
    const secure = await openNginx({ root: build.root, variant: 'https' })
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    try {
      for (const [path, status] of [
        ['', 200],
        ['assets/no.js', 404],
        ['data/', 403],
      ] as const) {
        const answer = await context.request.get(`${secure.url}${path}`)
        expect(answer.status()).toBe(status)
        expect(answer.headers()).toMatchObject({
          'strict-transport-security': 'max-age=31536000',
          'cross-origin-opener-policy': 'same-origin',
          'content-security-policy': STRICT_POLICY,
        })
      }
      const plain = await fetch(`${secure.plainUrl}wall.html?dwell=20`, { redirect: 'manual' })
      expect(plain.status).toBe(301)
      expect(plain.headers.get('location')).toBe('https://127.0.0.1/wall.html?dwell=20')
      expect(plain.headers.get('content-security-policy')).toBe(STRICT_POLICY)
      expect(plain.headers.get('strict-transport-security')).toBeNull()
    } finally {
      await context.close()
      await secure.stop()
    }
  })
})

describe('the shipped configuration', () => {
  it('says of every built file what `npm start` says: type, caching, policy', async () => {
    const start = await serve({ root: build.root })
    const names = readdirSync(build.root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(?!br$|gz$)\w+$/.test(name) && !/^\.|^(?:embed|qinglan)/.test(name),
    )
    expect(names.length).toBeGreaterThan(200)
    const told = async (url: string) => {
      const { status, headers } = await fetch(url, { method: 'HEAD' })
      const kept = ['content-type', 'cache-control', 'content-security-policy']
      return [status, ...kept.map((name) => headers.get(name))]
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
      for (const path of ['', 'wall.html', realPath('HASHED'), 'sw.js']) {
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
    expect(readdirSync(join(build.root, 'data')).filter((name) => /^manifest/.test(name))).toEqual([
      'manifest.json',
    ])
  })
})

describe('in real Chromium', () => {
  it.each(['a site of its own', 'a folder of another site'])(
    'the app and the wall run without a violation: %s',
    async (place) => {
      const site = place === 'a site of its own' ? nginx : subFolder
      const context = await browser.newContext()
      const { page, expectNoFaults } = await openWatchedPage(context, site.url)
      await page.goto(site.url)
      await page.locator('[data-panel][data-state=ready] [data-figure]').first().waitFor()
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
      await page.goto(`${site.url}#/indicators/pm25`)
      await page.locator('main > [data-panel=pm25]').waitFor()
      await page.waitForLoadState('networkidle')
      await openWall(page, site)
      expectNoFaults()
      await context.close()
    },
  )

  it('a panel shows in the frame of a listed site, and in that of no other', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    for (const site of variants()) {
      const address = `${site.url}embed/${build.indicator}.html`
      await page.goto(listed.framing(address))
      await expect.poll(() => page.frames()[1]?.url()).toBe(address)
      await page.goto(unlisted.framing(address))
      await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
      await page.goto(listed.framing(`${site.url}index.html`))
      await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
    }
    await context.close()
  })

  it('another site reads data, chart and script, and no page of the app', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(unlisted.framing('about:blank'))
    const readable = (path: string) =>
      page.evaluate(
        (address) =>
          fetch(address).then(
            ({ status }) => status,
            () => 'refused',
          ),
        `${nginx.url}${realPath(path)}`,
      )
    for (const path of [
      'data/manifest.json',
      'charts/ID.svg',
      'HASHED',
      'panel.js',
      'embed/ID.html',
    ])
      expect([path, await readable(path)]).toEqual([path, 200])
    for (const path of ['index.html', 'wall.html'])
      expect([path, await readable(path)]).toEqual([path, 'refused'])
    await context.close()
  })
})
