/** What a browser keeps of us: read, looked at again, dropped and cleared, wherever anything may throw. */
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readPack, type Pack } from '../../src/feed/read-pack.ts'
import { createSha256 } from '../../src/feed/sha256.ts'
import { dataCacheName } from '../../src/offline/data-cache.ts'
import {
  askToPersist,
  clearKept,
  dropKept,
  openKept,
  readKeptFacts,
  runtimeOf,
  type DeviceEnvironment,
} from '../../src/offline/device.ts'
import { fetchFromKept, keepPack } from '../../src/offline/keep-pack.ts'
import { verifyKept } from '../../src/offline/verify-kept.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import {
  FIRST,
  MANIFEST_PATH,
  SECOND,
  THIRD,
  type Published,
} from '../fixtures/feed/published-data.ts'

const SCOPE = 'https://sjj.example.gov.cn/qinglan/'
const MANIFEST_URL = `${SCOPE}data/${MANIFEST_PATH}`
const SHELL = `${SCOPE}index.html?__WB_REVISION__=1`
const sha256 = createSha256(undefined)

class FakeCache {
  constructor(readonly files = new Map<string, Uint8Array<ArrayBuffer>>()) {}

  async keys(): Promise<Request[]> {
    return [...this.files.keys()].map((url) => new Request(url))
  }
  async put(url: string, response: Response): Promise<void> {
    this.files.set(url, new Uint8Array(await response.arrayBuffer()))
  }

  async delete(url: string): Promise<boolean> {
    return this.files.delete(url)
  }
}

class FakeCaches {
  readonly named = new Map<string, FakeCache>()

  async has(name: string): Promise<boolean> {
    return this.named.has(name)
  }
  async open(name: string): Promise<FakeCache> {
    const found = this.named.get(name) ?? new FakeCache()
    this.named.set(name, found)
    return found
  }
  async keys(): Promise<string[]> {
    return [...this.named.keys()]
  }
  async delete(name: string): Promise<boolean> {
    return this.named.delete(name)
  }
  async match(
    url: string,
    { ignoreSearch, cacheName }: MultiCacheQueryOptions,
  ): Promise<Response | undefined> {
    if (cacheName !== undefined) {
      const bytes = this.named.get(cacheName)?.files.get(url)
      return bytes && new Response(bytes)
    }
    if (!ignoreSearch) throw new Error('the precache knows files with a revision')
    const all = [...this.named.values()].flatMap(({ files }) => [...files.keys()])
    return all.some((each) => each.split('?')[0] === url) ? new Response('') : undefined
  }
}

function keep(published: Published): FakeCache {
  const files = [...published.files].map(
    ([path, bytes]) => [`${SCOPE}data/${path}`, bytes] as const,
  )
  return new FakeCache(new Map(files))
}

/** Everything refused, as in a sandboxed frame, unless told otherwise. */
function environment(more: Partial<DeviceEnvironment> = {}): DeviceEnvironment {
  const refuse = (): never => {
    throw new DOMException('refused', 'SecurityError')
  }
  return {
    protocol: 'https:',
    origin: 'null',
    isSecure: true,
    isFramed: true,
    scope: SCOPE,
    manifestUrl: MANIFEST_URL,
    getCaches: refuse,
    getStorage: refuse,
    getContainer: refuse,
    ...more,
  }
}

function withCaches(caches: FakeCaches): DeviceEnvironment {
  return environment({ getCaches: () => caches as unknown as CacheStorage })
}

function filled(): FakeCaches {
  const caches = new FakeCaches()
  caches.named.set(
    `workbox-precache-v2-${SCOPE}`,
    new FakeCache(new Map([[SHELL, new Uint8Array()]])),
  )
  caches.named.set(dataCacheName(SCOPE), keep(SECOND))
  return caches
}

describe('what a browser keeps', () => {
  it('is nothing, and unknown, where every getter throws or is missing', async () => {
    const nothing = {
      hasShell: false,
      isControlled: false,
      keptSeq: null,
      isPersisted: null,
      usedBytes: null,
    }
    expect(await readKeptFacts(environment())).toEqual(nothing)
    const missing = { getCaches: () => undefined, getStorage: () => undefined }
    expect(await readKeptFacts(environment(missing))).toEqual(nothing)
    expect(await askToPersist(environment(missing))).toBeNull()
    expect(runtimeOf(environment())).toEqual({
      protocol: 'https:',
      isSecure: true,
      isFramed: true,
      isOpaque: true,
    })
    await expect(clearKept(environment())).resolves.toBeUndefined()
  })

  it('is read from caches and storage', async () => {
    const getStorage = () => ({
      persisted: async () => true,
      estimate: async () => ({ usage: 5_000_000 }),
      persist: async () => true,
    })
    const device = { ...withCaches(filled()), getStorage }
    expect(await readKeptFacts(device)).toEqual({
      hasShell: true,
      isControlled: false,
      keptSeq: 2,
      isPersisted: true,
      usedBytes: 5_000_000,
    })
    expect(await askToPersist(device)).toBe(true)
  })

  it('is not made by looking', async () => {
    const caches = new FakeCaches()
    expect(await openKept(withCaches(caches))).toBeNull()
    expect(caches.named.size).toBe(0)
  })

  it('is cleared with the worker, and nothing of other folders goes', async () => {
    const caches = filled()
    caches.named.set(dataCacheName('https://sjj.example.gov.cn/other/'), keep(FIRST))
    let unregistered = 0
    const registration = { unregister: async () => (unregistered += 1) }
    const getContainer = () =>
      ({ getRegistration: async () => registration }) as unknown as ServiceWorkerContainer
    await clearKept({ ...withCaches(caches), getContainer })
    expect([...caches.named.keys()]).toEqual([dataCacheName('https://sjj.example.gov.cn/other/')])
    expect(unregistered).toBe(1)
  })
})

describe('what a pack has brought', () => {
  async function packOf(published: Published): Promise<Pack> {
    const zip = zipSync(Object.fromEntries(published.files))
    const pack = await readPack('数据包.zip', zip, { sha256, pause: async () => undefined })
    if (!pack.ok) throw new Error(pack.issues[0]?.message.en)
    return pack.value
  }

  async function keepIn(caches: FakeCaches, published: Published) {
    const cache = await openKept(withCaches(caches))
    if (!cache) throw new Error('nothing is kept')
    const { startTimer } = new ManualTimers()
    const fetch = (): never => {
      throw new Error('no server is asked')
    }
    const tools = { cache, manifestUrl: MANIFEST_URL, sha256, startTimer, fetch }
    return { result: await keepPack(await packOf(published), tools), cache }
  }

  it('is kept as what a server gives is, spoiled copies mended, and answers from there', async () => {
    const caches = filled()
    const files = caches.named.get(dataCacheName(SCOPE))?.files
    const report = SECOND.manifest.snapshots[0]?.path ?? ''
    files?.set(`${SCOPE}data/${report}`, new Uint8Array(3))
    const { result, cache } = await keepIn(caches, THIRD)
    expect(result).toBe('kept')
    expect(files).toEqual(keep(THIRD).files)
    const answer = await fetchFromKept(cache)(`${SCOPE}data/${report}`, {})
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(THIRD.files.get(report))
    expect((await fetchFromKept(cache)(`${SCOPE}data/none.json`, {})).status).toBe(404)
  })

  it('never takes the place of something newer', async () => {
    const caches = filled()
    expect((await keepIn(caches, FIRST)).result).toBe('refused')
    expect(caches.named.get(dataCacheName(SCOPE))?.files).toEqual(keep(SECOND).files)
  })
})

describe('the worker’s files, looked at again', () => {
  async function verify(caches: FakeCaches, signal?: AbortSignal) {
    const cache = await openKept(withCaches(caches))
    if (!cache) throw new Error('nothing is kept')
    const told: string[] = []
    const onProgress = (done: number, all: number): void => void told.push(`${done}/${all}`)
    const tools = { cache, manifestUrl: MANIFEST_URL, sha256, onProgress }
    return { found: await verifyKept(signal ? { ...tools, signal } : tools), told, cache }
  }

  it('agree with their manifest, one by one', async () => {
    const { found, told } = await verify(filled())
    expect(found).toEqual({ kind: 'kept', seq: 2, files: 3, spoiled: [] })
    expect(told).toEqual(['0/3', '1/3', '2/3'])
  })

  it('that are spoiled or gone are named, and dropped for the worker to fetch them', async () => {
    const caches = filled()
    const files = caches.named.get(dataCacheName(SCOPE))?.files
    const [catalog, report] = [
      SECOND.manifest.catalog.path,
      SECOND.manifest.snapshots[0]?.path ?? '',
    ]
    files?.set(`${SCOPE}data/${report}`, new Uint8Array(3))
    files?.delete(`${SCOPE}data/${catalog}`)
    const { found, cache } = await verify(caches)
    expect(found).toMatchObject({ spoiled: [catalog, report] })
    await dropKept(cache, MANIFEST_URL, [report])
    expect(files?.has(`${SCOPE}data/${report}`)).toBe(false)
  })

  it('are none where the manifest is none', async () => {
    const caches = filled()
    caches.named.get(dataCacheName(SCOPE))?.files.set(MANIFEST_URL, new Uint8Array(3))
    expect((await verify(caches)).found).toEqual({ kind: 'none' })
  })

  it('need not be looked at to the end', async () => {
    const controller = new AbortController()
    controller.abort()
    expect((await verify(filled(), controller.signal)).told).toEqual([])
  })
})
