import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STRICT_POLICY } from '../../tools/policy.mjs'
import { serve } from '../../tools/serve.mjs'

const FILES = {
  'index.html': '<!doctype html>',
  'sw.js': '1',
  'first-paint.js': '1',
  'favicon.svg': '<svg/>',
  'assets/index-Ab3_-xYz.js': '1',
  'assets/qn-num-400-CDsYOk3e.woff2': '1',
  'data/manifest.json': '{}',
  'data/catalog.0a1b2c3d.json': '{}',
  'data/schema/snapshot.schema.json': '{}',
  '.vite/manifest.json': '{}',
}

let folder: string
let site: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qinglan-site-'))
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  for (const [name, text] of Object.entries(FILES)) {
    const file = join(folder, 'dist', name)
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
  site = await serve({ root: join(folder, 'dist') })
})

afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

/** Without the normalising of paths that `fetch` does. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: site.port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject).end()
  })
}

describe('the static server', () => {
  it.each([
    ['', 'text/html; charset=utf-8', 'no-cache'],
    ['index.html?x=1', 'text/html; charset=utf-8', 'no-cache'],
    ['sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['first-paint.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['favicon.svg', 'image/svg+xml; charset=utf-8', 'no-cache'],
    ['data/manifest.json', 'application/json; charset=utf-8', 'no-cache'],
    ['data/schema/snapshot.schema.json', 'application/json; charset=utf-8', 'no-cache'],
    ['assets/index-Ab3_-xYz.js', 'text/javascript; charset=utf-8', 'immutable'],
    ['assets/qn-num-400-CDsYOk3e.woff2', 'font/woff2', 'immutable'],
    ['data/catalog.0a1b2c3d.json', 'application/json; charset=utf-8', 'immutable'],
  ])('sends "%s" as %s, %s', async (path, type, caching) => {
    const response = await fetch(site.url + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toContain(caching)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  it.each([
    '/no-such-page',
    '/data',
    '/assets/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/index.html%00.js',
    '/%E0%A4%A',
    '/.vite/manifest.json',
  ])('has nothing at %s', async (path) => {
    expect(await statusOf(path)).toBe(404)
  })

  it('sends the strict policy with every answer', async () => {
    const first = await fetch(site.url)
    const tag = first.headers.get('etag') ?? ''
    const answers = [
      first,
      await fetch(site.url, { headers: { 'If-None-Match': tag } }),
      await fetch(`${site.url}nowhere`),
      await fetch(site.url, { method: 'POST' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 404, 405])
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toBe(STRICT_POLICY)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('hands the one file out as a download: as a page the policy would refuse its script', async () => {
    const disposition = async (path: string) =>
      (await fetch(site.url + path)).headers.get('content-disposition')
    expect(await disposition('qinglan.html')).toBe('attachment')
    expect(await disposition('index.html')).toBeNull()
  })

  it('sends what was packed beforehand to those who take it, under the name and type of the plain file', async () => {
    const plain = 'const figure = 1 '.repeat(100)
    const file = join(folder, 'dist', 'assets', 'packed-Ab3_-xYz.js')
    writeFileSync(file, plain)
    writeFileSync(`${file}.br`, brotliCompressSync(plain))
    const address = `${site.url}assets/packed-Ab3_-xYz.js`
    const packed = await fetch(address, { headers: { 'Accept-Encoding': 'br' } })
    expect(packed.headers.get('content-encoding')).toBe('br')
    expect(packed.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(plain.length)
    expect(await packed.text()).toBe(plain)
    const other = await fetch(address, { headers: { 'Accept-Encoding': 'identity' } })
    expect(other.headers.get('content-encoding')).toBeNull()
    expect(other.headers.get('vary')).toBe('Accept-Encoding')
    expect(await other.text()).toBe(plain)
  })

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['gzip; q=0', null],
    ['identity', null],
  ])('packs a text itself for a browser that takes "%s"', async (accepted, encoding) => {
    const plain = '<p>45 微克/立方米</p>'.repeat(50)
    writeFileSync(join(folder, 'dist', 'text.html'), plain)
    const headers = { 'Accept-Encoding': accepted }
    const response = await fetch(`${site.url}text.html`, { headers })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    const bytes = Number(response.headers.get('content-length'))
    expect(bytes < Buffer.byteLength(plain) / 2).toBe(encoding !== null)
    expect(await response.text()).toBe(plain)
    const asked = await fetch(`${site.url}text.html`, { method: 'HEAD', headers })
    expect(Number(asked.headers.get('content-length'))).toBe(bytes)
    const tag = response.headers.get('etag') ?? ''
    const again = await fetch(`${site.url}text.html`, {
      headers: { ...headers, 'If-None-Match': tag },
    })
    expect(again.status).toBe(304)
  })

  it('sends a file that has changed as it is now', async () => {
    const file = join(folder, 'dist', 'changed.csv')
    const headers = { 'Accept-Encoding': 'br' }
    writeFileSync(file, 'a,1\n'.repeat(200))
    const before = await fetch(`${site.url}changed.csv`, { headers })
    writeFileSync(file, 'b,22\n'.repeat(200))
    const tag = before.headers.get('etag') ?? ''
    const after = await fetch(`${site.url}changed.csv`, {
      headers: { ...headers, 'If-None-Match': tag },
    })
    expect(after.status).toBe(200)
    expect(await after.text()).toBe('b,22\n'.repeat(200))
  })

  it('sends a font and what is small as they are', async () => {
    writeFileSync(join(folder, 'dist', 'font.woff2'), 'x'.repeat(2000))
    for (const name of ['font.woff2', 'sw.js']) {
      const response = await fetch(site.url + name, { headers: { 'Accept-Encoding': 'br' } })
      expect(response.headers.get('content-encoding')).toBeNull()
    }
  })

  it('takes the next port where one is taken, and fails where it may not', async () => {
    const root = join(folder, 'dist')
    const next = await serve({ root, port: site.port, tries: 20 })
    expect(next.port).toBeGreaterThan(site.port)
    await next.close()
    await expect(serve({ root, port: site.port })).rejects.toThrow('EADDRINUSE')
  })

  it('can stop, with connections open, and start again on its port', async () => {
    const root = join(folder, 'dist')
    const first = await serve({ root })
    await fetch(first.url)
    await first.close()
    await expect(fetch(first.url)).rejects.toThrow('fetch failed')
    const second = await serve({ root, port: first.port })
    expect((await fetch(second.url)).status).toBe(200)
    await second.close()
  })
})
