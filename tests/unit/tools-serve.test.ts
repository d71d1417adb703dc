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
    const other = await fetch(address, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(other.headers.get('content-encoding')).toBeNull()
    expect(other.headers.get('vary')).toBe('Accept-Encoding')
    expect(await other.text()).toBe(plain)
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
