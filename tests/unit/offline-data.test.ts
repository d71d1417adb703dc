/** The service worker's care for the data, without a service worker. */
import { describe, expect, it } from 'vitest'
import { createSha256 } from '../../src/feed/sha256.ts'
import { planDataCache } from '../../src/offline/data-cache-plan.ts'
import { markAsCopy, replyFile, replyManifest, routeData } from '../../src/offline/data-reply.ts'
import { keepData, type DataCache, type KeepTools } from '../../src/offline/keep-data.ts'
import { appPageUrl, precachedPageUrl } from '../../src/offline/page-plan.ts'
import {
  APPLY_RELEASE,
  KEEP_DATA,
  parseKeepResult,
  parseWorkerRequest,
} from '../../src/offline/worker-messages.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import {
  A,
  B,
  FIRST,
  MANIFEST_PATH,
  publish,
  SECOND,
  THIRD,
  toBytes,
  type Published,
} from '../fixtures/feed/published-data.ts'
import { BASE_URL, SimulatedServer, type Fault } from '../fixtures/feed/simulated-server.ts'

const MANIFEST_URL = `${BASE_URL}${MANIFEST_PATH}`

class MapCache implements DataCache {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>()
  /** Makes the n-th write fail. */
  failWrite = 0

  async urls(): Promise<readonly string[]> {
    return [...this.files.keys()]
  }
  async read(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.files.get(url) ?? null
  }
  async write(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.failWrite -= 1
    if (this.failWrite === 0) throw new DOMException('full', 'QuotaExceededError')
    this.files.set(url, bytes)
  }
  async remove(url: string): Promise<void> {
    this.files.delete(url)
  }
}

function setUp(published: Published) {
  const cache = new MapCache()
  const server = new SimulatedServer(published)
  const timers = new ManualTimers()
  const tools: KeepTools = {
    fetch: server.fetch,
    startTimer: timers.startTimer,
    sha256: createSha256(undefined),
    manifestUrl: MANIFEST_URL,
    cache,
  }
  return { cache, server, timers, tools }
}

/** The cache holds this generation, every byte of it, and nothing else. */
function expectWhole(cache: MapCache, { files }: Published): void {
  const expected = new Map([...files].map(([path, bytes]) => [`${BASE_URL}${path}`, bytes]))
  expect(cache.files).toEqual(expected)
}

/** Whatever manifest is in the cache, all the files that it lists are there, too. */
function expectClosed(cache: MapCache): void {
  const bytes = cache.files.get(MANIFEST_URL)
  if (!bytes) return
  const { catalog, snapshots } = JSON.parse(Buffer.from(bytes).toString())
  for (const { path } of [catalog, ...snapshots]) {
    expect(cache.files.has(`${BASE_URL}${path}`)).toBe(true)
  }
}

describe('keeping a generation for offline use', () => {
  it('keeps manifest and every listed file, byte for byte', async () => {
    const { cache, tools } = setUp(SECOND)
    expect(await keepData(tools)).toBe('kept')
    expectWhole(cache, SECOND)
  })

  it('fetches only what is new, and lets go of what is not listed any more', async () => {
    const { cache, server, tools } = setUp(FIRST)
    await keepData(tools)
    const next = publish(2, [A, B], {}, { ...FIRST.catalog, breaks: [] })
    server.serve(next).asked.length = 0
    cache.files.set(`${BASE_URL}catalog.0ld0ld00.json`, toBytes('{}'))
    expect(await keepData(tools)).toBe('kept')
    expectWhole(cache, next)
    expect(server.asked.map(({ path }) => path.split('.')[0])).toEqual([
      'manifest',
      'snapshots/report-2021',
    ])
  })

  it('fetches again what the browser has thrown out', async () => {
    const { cache, tools } = setUp(SECOND)
    await keepData(tools)
    cache.files.delete([...cache.files.keys()].find((url) => url.includes('report-2020')) ?? '')
    expect(await keepData(tools)).toBe('kept')
    expectWhole(cache, SECOND)
  })

  it('refuses an older manifest, and keeps what it has', async () => {
    const { cache, server, tools } = setUp(SECOND)
    await keepData(tools)
    server.serve(FIRST)
    expect(await keepData(tools)).toBe('refused')
    expectWhole(cache, SECOND)
  })

  const FAULTS: readonly Fault[] = [
    { kind: 'unreachable' },
    { kind: 'status', status: 404 },
    { kind: 'html' },
    { kind: 'bytes', bytes: toBytes('{}') },
    { kind: 'broken', afterBytes: 9 },
    { kind: 'stall', afterBytes: 9 },
    { kind: 'endless' },
  ]

  it.each(FAULTS)('never holds a manifest without its files: $kind', async (fault) => {
    for (let n = 1; n <= 5; n += 1) {
      const { cache, server, timers, tools } = setUp(FIRST)
      await keepData(tools)
      server.serve(THIRD).breakNth(n, fault)
      const keeping = keepData(tools)
      await timers.advance(30_000)
      await keeping
      expectClosed(cache)
      server.heal()
      expect(await keepData(tools)).toBe('kept')
      expectWhole(cache, THIRD)
    }
  })

  it('never holds a manifest without its files when the disk fills up', async () => {
    for (let n = 1; n <= 4; n += 1) {
      const { cache, server, tools } = setUp(FIRST)
      await keepData(tools)
      server.serve(THIRD)
      cache.failWrite = n
      await expect(keepData(tools)).rejects.toMatchObject({ name: 'QuotaExceededError' })
      expectClosed(cache)
    }
  })
})

describe('what the cache needs', () => {
  it('is what is listed and not there; obsolete is what is there and not listed', () => {
    const [first, second] = SECOND.manifest.snapshots
    const cached = [MANIFEST_URL, `${BASE_URL}${first?.path}`, `${BASE_URL}snapshots/gone.json`]
    expect(planDataCache(SECOND.manifest, MANIFEST_URL, cached)).toEqual({
      missing: [SECOND.manifest.catalog, second],
      obsolete: [`${BASE_URL}snapshots/gone.json`],
    })
  })
})

describe("the worker's answer", () => {
  const fresh = async () => new Response('fresh')
  const copy = async () => new Response('copy', { headers: { 'content-type': 'application/json' } })
  const none = async () => undefined
  const offline = () => Promise.reject(new TypeError('Failed to fetch'))
  const soon = async () => undefined
  const never = () => new Promise<void>(() => undefined)
  const mute = () => new Promise<Response>(() => undefined)

  it('to the manifest is the server’s, unmarked', async () => {
    const reply = await replyManifest('no-cache', {
      fromNetwork: fresh,
      fromCache: copy,
      wait: never,
    })
    expect(await reply.text()).toBe('fresh')
    expect(reply.headers.get('x-qinglan-from')).toBeNull()
  })

  it('to the manifest is the marked copy without a server', async () => {
    const tools = { fromNetwork: offline, fromCache: copy, wait: never }
    const reply = await replyManifest('no-cache', tools)
    expect(await reply.text()).toBe('copy')
    expect(reply.headers.get('x-qinglan-from')).toBe('cache')
    expect(reply.headers.get('content-type')).toBe('application/json')
  })

  it('to the manifest is the copy after four seconds', async () => {
    const waits: number[] = []
    const wait = (ms: number): Promise<void> => {
      waits.push(ms)
      return soon()
    }
    const reply = await replyManifest('no-cache', { fromNetwork: mute, fromCache: copy, wait })
    expect(await reply.text()).toBe('copy')
    expect(waits).toEqual([4_000])
  })

  it('to the manifest is the error of the server, so that the page can tell it', async () => {
    const fromNetwork = async () => new Response('down', { status: 503 })
    const reply = await replyManifest('no-cache', { fromNetwork, fromCache: copy, wait: never })
    expect(reply.status).toBe(503)
  })

  it('to the manifest is the failure itself when there is no copy', async () => {
    const tools = { fromNetwork: offline, fromCache: none, wait: never }
    await expect(replyManifest('no-cache', tools)).rejects.toThrow('Failed to fetch')
  })

  it('to a page that is content with a copy is the copy', async () => {
    const tools = { fromNetwork: fresh, fromCache: copy, wait: never }
    const reply = await replyManifest('force-cache', tools)
    expect(await reply.text()).toBe('copy')
    expect(reply.headers.get('x-qinglan-from')).toBe('cache')
    const without = await replyManifest('force-cache', { ...tools, fromCache: none })
    expect(await without.text()).toBe('fresh')
  })

  it('to a file is the copy, but not to a page that found it spoiled', async () => {
    const tools = { fromNetwork: fresh, fromCache: copy, wait: never }
    expect(await (await replyFile('default', tools)).text()).toBe('copy')
    expect(await (await replyFile('reload', tools)).text()).toBe('fresh')
    expect(await (await replyFile('default', { ...tools, fromCache: none })).text()).toBe('fresh')
  })

  it('marks a copy without losing its status', async () => {
    const marked = markAsCopy(new Response('x', { status: 203 }))
    expect(marked.status).toBe(203)
  })
})

describe('the addresses that the worker answers', () => {
  it.each([
    [MANIFEST_URL, 'manifest'],
    [`${MANIFEST_URL}?x=1`, 'manifest'],
    [`${BASE_URL}snapshots/a.01234567.json`, 'file'],
    [`${BASE_URL}indicators/pm25.csv`, 'file'],
    ['https://sjj.example.gov.cn/qinglan/index.html', 'other'],
    ['https://sjj.example.gov.cn/qinglan/database/x.json', 'other'],
    ['https://elsewhere.cn/qinglan/data/manifest.json', 'other'],
  ])('%s is %s', (url, route) => {
    expect(routeData(url, MANIFEST_URL)).toBe(route)
  })

  const SCOPE = 'https://sjj.example.gov.cn/qinglan/'
  it.each([
    [SCOPE, `${SCOPE}index.html`],
    [`${SCOPE}?utm_source=x#/indicators/pm25`, `${SCOPE}index.html`],
    [`${SCOPE}index.html?lang=en`, `${SCOPE}index.html`],
    [`${SCOPE}wall.html?slides=pm25&dwell=20`, `${SCOPE}wall.html`],
    [`${SCOPE}embed/pm25.html?theme=dark`, `${SCOPE}embed/pm25.html`],
    ['https://sjj.example.gov.cn/other/', null],
    ['https://elsewhere.cn/qinglan/', null],
  ])('%s is served from %s', (url, page) => {
    expect(precachedPageUrl(url, SCOPE)).toBe(page)
  })

  it.each([
    [`${SCOPE}indicators/pm25.html`, `${SCOPE}index.html#/indicators/pm25`],
    [`${SCOPE}sources/a-2021.html?theme=dark`, `${SCOPE}index.html#/sources/a-2021?theme=dark`],
    [`${SCOPE}embed/pm25.html`, null],
    [`${SCOPE}data/indicators/pm25.csv`, null],
    ['https://elsewhere.cn/qinglan/indicators/pm25.html', null],
  ])('%s without a server is %s', (url, page) => {
    expect(appPageUrl(url, SCOPE)).toBe(page)
  })
})

describe("a page's message to the worker", () => {
  it('is one of two requests, or nothing', () => {
    expect(parseWorkerRequest({ type: APPLY_RELEASE })).toBe(APPLY_RELEASE)
    expect(parseWorkerRequest({ type: KEEP_DATA })).toBe(KEEP_DATA)
    for (const data of [null, undefined, 'x', 7, {}, [], { type: 'SKIP_WAITING' }, { type: {} }]) {
      expect(parseWorkerRequest(data)).toBeNull()
    }
  })

  it('is answered with a known result, or counts as failed', () => {
    expect(parseKeepResult('kept')).toBe('kept')
    for (const data of [null, 'done', { result: 'kept' }])
      expect(parseKeepResult(data)).toBe('failed')
  })
})
