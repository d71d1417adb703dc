/** Everything a server can do wrong: the last good generation stays, and a good one is taken after. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { openDexieStore } from '../../src/db/dexie-store.ts'
import { openMemoryStore } from '../../src/db/memory-store.ts'
import { StoreError } from '../../src/db/store-error.ts'
import type { Generation, GenerationStore } from '../../src/db/store-port.ts'
import { createTombstone, type TombstonePort } from '../../src/db/tombstone.ts'
import { createSha256 } from '../../src/feed/sha256.ts'
import type { UpdateResult, UpdateTools } from '../../src/feed/take-in.ts'
import { runUpdate } from '../../src/feed/update.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import {
  A,
  B,
  C,
  changeTo,
  DATASET,
  FIRST,
  MANIFEST_PATH,
  publish,
  SECOND,
  sha256Of,
  THIRD,
  toBytes,
  type Published,
} from '../fixtures/feed/published-data.ts'
import { BASE_URL, SimulatedServer, type Fault } from '../fixtures/feed/simulated-server.ts'
import { catalog, indicator } from './builders/catalog.ts'

let timers: ManualTimers
let server: SimulatedServer
let store: GenerationStore
let tombstone: TombstonePort

function tools(): UpdateTools {
  return {
    fetch: server.fetch,
    startTimer: timers.startTimer,
    sha256: createSha256(undefined),
    manifestUrl: `${BASE_URL}${MANIFEST_PATH}`,
    dataset: DATASET,
    nowMs: () => timers.nowMs,
    tombstone,
    buildFloor: null,
  }
}

function memoryTombstone(): TombstonePort {
  const items = new Map<string, string>()
  return createTombstone(DATASET, () => ({
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
  }))
}

/** One line for each finding, as a screen would say it. */
function told(result: UpdateResult, lang: 'zh' | 'en' = 'zh'): readonly string[] {
  return result.kind === 'refused'
    ? result.issues.map(({ path, message }) => `${path}: ${message[lang]}`)
    : [result.kind]
}

async function stored(): Promise<Generation | null> {
  return store.readGeneration()
}

/** An update during which so much time passes. */
async function updateWithin(ms: number): Promise<UpdateResult> {
  const running = runUpdate(store, tools())
  await timers.advance(ms)
  return running
}

/** A file of a generation by the start of its name. */
function pathIn(published: Published, start: string): string {
  const path = [...published.files.keys()].find((name) => name.startsWith(start))
  if (path === undefined) throw new Error(`no ${start}`)
  return path
}

function hash8(path: string): string {
  return path.split('.')[1] ?? ''
}

beforeEach(() => {
  timers = new ManualTimers()
  store = openMemoryStore()
  tombstone = memoryTombstone()
  server = new SimulatedServer(FIRST)
})

describe('a sound update', () => {
  it('takes the first generation whole', async () => {
    expect(await runUpdate(store, tools())).toEqual({ kind: 'updated', isFromCache: false })
    const generation = await stored()
    expect(generation?.head.seq).toBe(1)
    expect(generation?.head.fetchedAtMs).toBe(timers.nowMs)
    expect(generation?.head.catalog).toEqual(FIRST.catalog)
    expect(generation?.series.flatMap((s) => s.statements.map((of) => of.value))).toEqual([57, 63])
  })

  it('asks afterwards only for what is new', async () => {
    await runUpdate(store, tools())
    server.serve(SECOND).asked.length = 0
    expect((await runUpdate(store, tools())).kind).toBe('updated')
    expect(server.asked).toEqual([
      { path: MANIFEST_PATH, cache: 'no-cache' },
      { path: pathIn(SECOND, 'snapshots/report-2021'), cache: 'default' },
    ])
  })

  it('takes a new catalog without any new snapshot', async () => {
    await runUpdate(store, tools())
    const next = publish(2, [A], {}, catalog([indicator('pm25'), indicator('pm10')]))
    server.serve(next)
    expect((await runUpdate(store, tools())).kind).toBe('updated')
    expect((await store.readHead())?.catalog.indicators.map(({ id }) => id)).toEqual([
      'pm25',
      'pm10',
    ])
  })

  it('finds the same manifest unchanged and asks for nothing else', async () => {
    await runUpdate(store, tools())
    server.asked.length = 0
    expect(await runUpdate(store, tools())).toEqual({ kind: 'unchanged' })
    expect(server.asked).toEqual([{ path: MANIFEST_PATH, cache: 'no-cache' }])
  })

  it('notes what it trusts before the store shows it', async () => {
    const refusing: GenerationStore = {
      ...store,
      kind: 'memory',
      readKnown: async () => null,
      commit: async () => {
        expect(tombstone.read()).toEqual({
          seq: 1,
          sha256: FIRST.manifestSha256,
          confirmedAtMs: timers.nowMs,
        })
        throw new StoreError('quota', 'full')
      },
    }
    await expect(runUpdate(refusing, tools())).rejects.toMatchObject({ code: 'quota' })
    expect(tombstone.read()?.seq).toBe(1)
  })

  it('leaves no timer behind', async () => {
    await runUpdate(store, tools())
    expect(timers.pending).toBe(0)
  })

  it('hands the store nothing that a proxy could be made of', async () => {
    await runUpdate(store, tools())
    const head = await store.readHead()
    expect(Object.isFrozen(head?.catalog.indicators[0]?.name)).toBe(true)
    expect(Object.isFrozen(head?.manifest.snapshots[0])).toBe(true)
  })

  it('gets past a copy on the way that was spoiled for good', async () => {
    const path = pathIn(FIRST, 'catalog')
    const honest = server.fetch
    const spoiled: UpdateTools = {
      ...tools(),
      fetch: async (url, init) =>
        url.endsWith(path) && init.cache === 'default' ? new Response('{}') : honest(url, init),
    }
    expect((await runUpdate(store, spoiled)).kind).toBe('updated')
  })
})

interface Refusal {
  readonly name: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
  readonly serve?: Published
  readonly faults?: readonly (readonly [string, Fault])[]
  readonly afterMs?: number
}

const CATALOG = pathIn(SECOND, 'catalog')
const NEW_FILE = pathIn(SECOND, 'snapshots/report-2021')
const NEW_BYTES = SECOND.files.get(NEW_FILE) ?? new Uint8Array()
const MANIFEST_BYTES = SECOND.files.get(MANIFEST_PATH)?.length ?? 0

/** The engine's own words, which differ from version to version. */
function jsonErrorOf(text: string): string {
  try {
    JSON.parse(text)
  } catch (error) {
    return String((error as Error).message)
  }
  throw new Error('this is JSON')
}

const CUT_MANIFEST_ERROR = jsonErrorOf(
  Buffer.from(SECOND.files.get(MANIFEST_PATH) ?? [])
    .toString()
    .slice(0, -1),
)

/** SECOND with other bytes under the new snapshot's name, and a manifest that vouches for them. */
function vouchedFor(bytes: Uint8Array<ArrayBuffer>): Published {
  const [first, listed] = SECOND.manifest.snapshots
  if (!first || !listed) throw new Error('SECOND lists two snapshots')
  const entry = { ...listed, bytes: bytes.length, sha256: sha256Of(bytes) }
  const vouching = publish(2, [A, B], { snapshots: [first, entry] })
  return { ...vouching, files: new Map([...vouching.files, [entry.path, bytes]]) }
}

function onManifest(fault: Fault): Pick<Refusal, 'faults'> {
  return { faults: [[MANIFEST_PATH, fault]] }
}

function onNewFile(fault: Fault): Pick<Refusal, 'faults'> {
  return { faults: [[NEW_FILE, fault]] }
}

const FLIPPED = toBytes(Buffer.from(NEW_BYTES).toString().replace('"value":45', '"value":14'))
const ALTERED = publish(1, [A], { written: '2026-11-23T14:00:59+08:00' })
const FAR = publish(1002, [A, B])
const TWICE = publish(2, [A, B, B])
const WRONG_ID = vouchedFor(toBytes({ ...C, id: 'report-2021' }))
const NOT_A_NUMBER = vouchedFor(
  toBytes({ ...B, observations: [{ ...B.observations[0], value: '45' }] }),
)

const REFUSALS: readonly Refusal[] = [
  {
    name: 'a manifest that is missing',
    ...onManifest({ kind: 'status', status: 404 }),
    zh: ['manifest.json: 服务器上没有这个文件（404）'],
    en: ['manifest.json: the server has no such file (404)'],
  },
  {
    name: 'a server in trouble',
    ...onManifest({ kind: 'status', status: 503 }),
    zh: ['manifest.json: 服务器回答 503，没有给出文件'],
    en: ['manifest.json: the server answered 503'],
  },
  {
    name: 'a login page instead of the manifest',
    ...onManifest({ kind: 'html' }),
    zh: ['manifest.json: 服务器给出的是网页，不是数据；可能被登录页或错误页替换'],
    en: [
      'manifest.json: the server gave a web page instead of data, perhaps a login or error page',
    ],
  },
  {
    name: 'a manifest that is no JSON',
    ...onManifest({ kind: 'bytes', bytes: toBytes('{"format":') }),
    zh: [`manifest.json: 不是完整的 JSON：${jsonErrorOf('{"format":')}`],
    en: [`manifest.json: not valid JSON: ${jsonErrorOf('{"format":')}`],
  },
  {
    name: 'a manifest that is no UTF-8',
    ...onManifest({ kind: 'bytes', bytes: new Uint8Array([0x7b, 0xff, 0x7d]) }),
    zh: ['manifest.json: 不是有效的 UTF-8 文本'],
    en: ['manifest.json: not valid UTF-8 text'],
  },
  {
    name: 'a manifest that never ends',
    ...onManifest({ kind: 'endless' }),
    zh: ['manifest.json: 清单超过 64 KB，未读完'],
    en: ['manifest.json: the manifest exceeds 64 KB and was not read to its end'],
  },
  {
    name: 'a manifest that stalls',
    ...onManifest({ kind: 'stall', afterBytes: 100 }),
    afterMs: 10_000,
    zh: ['manifest.json: 读到 100 字节后，10 秒没有新内容，已停止'],
    en: ['manifest.json: nothing came for 10 s after 100 bytes: given up'],
  },
  {
    name: 'a server that does not answer',
    ...onManifest({ kind: 'mute' }),
    afterMs: 10_000,
    zh: ['manifest.json: 读到 0 字节后，10 秒没有新内容，已停止'],
    en: ['manifest.json: nothing came for 10 s after 0 bytes: given up'],
  },
  {
    name: 'a manifest whose connection breaks',
    ...onManifest({ kind: 'broken', afterBytes: 50 }),
    zh: ['manifest.json: 读到 50 字节时连接中断'],
    en: ['manifest.json: the connection broke after 50 bytes'],
  },
  {
    name: 'a manifest cut short',
    ...onManifest({ kind: 'truncated', afterBytes: MANIFEST_BYTES - 1 }),
    zh: [`manifest.json: 不是完整的 JSON：${CUT_MANIFEST_ERROR}`],
    en: [`manifest.json: not valid JSON: ${CUT_MANIFEST_ERROR}`],
  },
  {
    name: 'another data set',
    serve: publish(2, [A, B], { dataset: 'another-city' }),
    zh: ['manifest.json: 数据集是 another-city，应为 jiaozuo-environment'],
    en: ['manifest.json: the data set is another-city, expected jiaozuo-environment'],
  },
  {
    name: 'the same seq with other bytes',
    serve: ALTERED,
    zh: ['manifest.json: 编号仍是 1，内容却与已采用的不同'],
    en: ['manifest.json: seq is still 1, but the content differs from what was accepted'],
  },
  {
    name: 'a seq that jumps',
    serve: FAR,
    zh: ['manifest.json: 编号从 1 跳到 1002，超过一次允许的 1000'],
    en: ['manifest.json: seq jumps from 1 to 1002, more than the 1000 allowed at once'],
  },
  {
    name: 'a listed snapshot that vanished',
    serve: publish(2, [B]),
    zh: ['manifest.json: 清单不再列出 report-2020 第 1 版；列过的不得撤下'],
    en: ['manifest.json: report-2020 revision 1 is no longer listed; what was listed must stay'],
  },
  {
    name: 'a listed snapshot with other content',
    serve: publish(2, [{ ...A, title: '改过的标题' }, B]),
    zh: ['manifest.json: report-2020 第 1 版的内容被改动；更正须另立新版'],
    en: [
      'manifest.json: report-2020 revision 1 has other content; a correction needs a new revision',
    ],
  },
  {
    name: 'a snapshot listed twice',
    serve: TWICE,
    zh: ['manifest.json: 清单把 report-2021 第 1 版列了两次'],
    en: ['manifest.json: the manifest lists report-2021 revision 1 twice'],
  },
  {
    name: 'a path that leaves the folder',
    serve: publish(2, [A], {
      catalog: { path: '../catalog.json', bytes: 1, sha256: '0'.repeat(64) },
    }),
    zh: [
      'manifest.json#catalog.path: "../catalog.json"，应为 /^(?:[a-z0-9][a-z0-9.-]*\\/)*[a-z0-9][a-z0-9.-]*\\.json$/',
    ],
    en: [
      'manifest.json#catalog.path: "../catalog.json", expected /^(?:[a-z0-9][a-z0-9.-]*\\/)*[a-z0-9][a-z0-9.-]*\\.json$/',
    ],
  },
  {
    name: 'a file that is missing',
    ...onNewFile({ kind: 'status', status: 404 }),
    zh: [`${NEW_FILE}: 服务器上没有这个文件（404）`],
    en: [`${NEW_FILE}: the server has no such file (404)`],
  },
  {
    name: 'a web page instead of a file',
    ...onNewFile({ kind: 'html' }),
    zh: [`${NEW_FILE}: 服务器给出的是网页，不是数据；可能被登录页或错误页替换`],
    en: [`${NEW_FILE}: the server gave a web page instead of data, perhaps a login or error page`],
  },
  {
    name: 'a file of the wrong size',
    ...onNewFile({ kind: 'truncated', afterBytes: 7 }),
    zh: [`${NEW_FILE}: 7 字节，清单写的是 ${NEW_BYTES.length} 字节`],
    en: [`${NEW_FILE}: 7 bytes, the manifest says ${NEW_BYTES.length}`],
  },
  {
    name: 'a file with one changed figure',
    ...onNewFile({ kind: 'bytes', bytes: FLIPPED }),
    zh: [
      `${NEW_FILE}: SHA-256 是 ${sha256Of(FLIPPED).slice(0, 8)}…，清单写的是 ${hash8(NEW_FILE)}…`,
    ],
    en: [
      `${NEW_FILE}: SHA-256 is ${sha256Of(FLIPPED).slice(0, 8)}…, the manifest says ${hash8(NEW_FILE)}…`,
    ],
  },
  {
    name: 'a file that never ends',
    ...onNewFile({ kind: 'endless' }),
    zh: [`${NEW_FILE}: 内容超过应有的 ${NEW_BYTES.length} 字节，已停止读取`],
    en: [`${NEW_FILE}: more than the expected ${NEW_BYTES.length} bytes: reading stopped`],
  },
  {
    name: 'a file that stalls',
    ...onNewFile({ kind: 'stall', afterBytes: 10 }),
    afterMs: 10_000,
    zh: [`${NEW_FILE}: 读到 10 字节后，10 秒没有新内容，已停止`],
    en: [`${NEW_FILE}: nothing came for 10 s after 10 bytes: given up`],
  },
  {
    name: 'a file whose connection breaks',
    ...onNewFile({ kind: 'broken', afterBytes: 10 }),
    zh: [`${NEW_FILE}: 读到 10 字节时连接中断`],
    en: [`${NEW_FILE}: the connection broke after 10 bytes`],
  },
  {
    name: 'a vouched file that is no JSON',
    serve: vouchedFor(toBytes('[1,')),
    zh: [`${NEW_FILE}: 不是完整的 JSON：${jsonErrorOf('[1,')}`],
    en: [`${NEW_FILE}: not valid JSON: ${jsonErrorOf('[1,')}`],
  },
  {
    name: 'a vouched file against the schema',
    serve: NOT_A_NUMBER,
    zh: [`${NEW_FILE}#observations.0.value: "45"，应为 number`],
    en: [`${NEW_FILE}#observations.0.value: "45", expected number`],
  },
  {
    name: 'a vouched file of another publication',
    serve: WRONG_ID,
    zh: [`${NEW_FILE}: 文件自称 report-2021@1 2023-06-05，清单写的是 report-2021@1 2022-06-05`],
    en: [
      `${NEW_FILE}: the file calls itself report-2021@1 2023-06-05, the manifest says report-2021@1 2022-06-05`,
    ],
  },
]

describe('a refusal', () => {
  it.each(REFUSALS)('of $name is told, changes nothing, and passes', async (refusal) => {
    const { serve = SECOND, faults = [], afterMs = 0, zh, en } = refusal
    await runUpdate(store, tools())
    const before = await stored()
    const note = tombstone.read()
    server.serve(serve)
    for (const [path, fault] of faults) server.break(path, fault)

    const result = await updateWithin(afterMs)
    expect(told(result, 'zh')).toEqual(zh)
    expect(told(result, 'en')).toEqual(en)
    expect(await stored()).toEqual(before)
    expect(tombstone.read()).toEqual(note)
    expect(timers.pending).toBe(0)

    server.heal().serve(SECOND)
    expect((await runUpdate(store, tools())).kind).toBe('updated')
    expect((await store.readHead())?.seq).toBe(2)
  })

  it('of a lower seq is told, changes nothing, and passes', async () => {
    server.serve(SECOND)
    await runUpdate(store, tools())
    const before = await stored()
    server.serve(publish(1, [A, B]))
    const result = await runUpdate(store, tools())
    expect(told(result)).toEqual(['manifest.json: 编号 1 低于已采用的 2，是回退'])
    expect(told(result, 'en')).toEqual([
      'manifest.json: seq 1 is lower than 2, which was accepted before: a rollback',
    ])
    expect(await stored()).toEqual(before)
    server.serve(THIRD)
    expect((await runUpdate(store, tools())).kind).toBe('updated')
  })

  it('of a file that trickles is told after two minutes', async () => {
    await runUpdate(store, tools())
    const before = await stored()
    const honest = server.serve(SECOND).fetch
    const trickling: UpdateTools = {
      ...tools(),
      fetch: async (url, init) => {
        if (!url.endsWith(NEW_FILE)) return honest(url, init)
        let sent = 0
        const body = new ReadableStream<Uint8Array>({
          pull: (controller) =>
            new Promise((resolve) => {
              timers.startTimer(() => {
                controller.enqueue(NEW_BYTES.slice(sent, (sent += 1)))
                resolve()
              }, 9_000)
            }),
        })
        return new Response(body)
      },
    }
    const running = runUpdate(store, trickling)
    await timers.advance(120_000)
    expect(told(await running)).toEqual([`${NEW_FILE}: 120 秒内只读到 13 字节，已停止`])
    expect(await stored()).toEqual(before)
  })

  it('names every wrong file of a generation at once', async () => {
    const both = publish(2, [A, B], {}, catalog([indicator('pm25'), indicator('pm10')]))
    await runUpdate(store, tools())
    server.serve(both)
    for (const start of ['catalog', 'snapshots/report-2021']) {
      server.break(pathIn(both, start), { kind: 'status', status: 404 })
    }
    expect(told(await runUpdate(store, tools()))).toEqual([
      `${pathIn(both, 'catalog')}: 服务器上没有这个文件（404）`,
      `${pathIn(both, 'snapshots/report-2021')}: 服务器上没有这个文件（404）`,
    ])
  })

  it('stops reading soon after the limit', async () => {
    server.serve(SECOND).break(CATALOG, { kind: 'endless' })
    await runUpdate(store, tools())
    // A few pieces are on their way when reading stops, for each of the two attempts.
    expect(server.endlessBytes).toBeLessThan(64 * 1024)
    expect(await stored()).toBeNull()
  })
})

describe('a page that has lost its store', () => {
  it('still refuses what is older than it once trusted', async () => {
    server.serve(SECOND)
    await runUpdate(store, tools())
    store = openMemoryStore()
    server.serve(FIRST)
    expect(told(await runUpdate(store, tools()))).toEqual([
      'manifest.json: 编号 1 低于已采用的 2，是回退',
    ])
    server.serve(SECOND)
    expect((await runUpdate(store, tools())).kind).toBe('updated')
  })

  it('refuses what is older than the build', async () => {
    const buildFloor = { seq: 2, sha256: SECOND.manifestSha256 }
    const result = await runUpdate(store, { ...tools(), buildFloor })
    expect(told(result)).toEqual(['manifest.json: 编号 1 低于已采用的 2，是回退'])
    server.serve(SECOND)
    expect((await runUpdate(store, { ...tools(), buildFloor })).kind).toBe('updated')
  })

  it('is filled from a kept copy when the server gives nothing usable, and is told so', async () => {
    const copy = new SimulatedServer(FIRST)
    copy.isCopy = true
    server.break(MANIFEST_PATH, { kind: 'status', status: 500 })
    const withCopy: UpdateTools = {
      ...tools(),
      fetch: (url, init) =>
        init.cache === 'no-cache' ? server.fetch(url, init) : copy.fetch(url, init),
    }
    expect(told(await runUpdate(store, withCopy))).toEqual([
      'manifest.json: 服务器回答 500，没有给出文件',
    ])
    expect((await store.readHead())?.seq).toBe(1)
    expect(tombstone.read()?.confirmedAtMs).toBeNull()
  })
})

describe('without a server', () => {
  it('is offline, and what is stored stays', async () => {
    await runUpdate(store, tools())
    const before = await stored()
    server.break(MANIFEST_PATH, { kind: 'unreachable' })
    expect(await runUpdate(store, tools())).toEqual({ kind: 'offline' })
    expect(await stored()).toEqual(before)
  })

  it('is offline when the line breaks between manifest and files', async () => {
    await runUpdate(store, tools())
    server.serve(SECOND).break(NEW_FILE, { kind: 'unreachable' })
    expect(await runUpdate(store, tools())).toEqual({ kind: 'offline' })
    expect((await store.readHead())?.seq).toBe(1)
  })

  it("takes the worker's copy for what it is", async () => {
    server.isCopy = true
    expect(await runUpdate(store, tools())).toEqual({ kind: 'updated', isFromCache: true })
    expect(tombstone.read()?.confirmedAtMs).toBeNull()
    expect(await runUpdate(store, tools())).toEqual({ kind: 'offline' })
  })

  it('does not call an older copy of the worker a rollback', async () => {
    server.serve(SECOND)
    await runUpdate(store, tools())
    const confirmedAtMs = tombstone.read()?.confirmedAtMs
    server.serve(FIRST).isCopy = true
    timers.nowMs += 60_000
    expect(await runUpdate(store, tools())).toEqual({ kind: 'offline' })
    expect((await store.readHead())?.seq).toBe(2)
    expect(tombstone.read()?.confirmedAtMs).toBe(confirmedAtMs)
  })
})

describe('the n-th operation fails', () => {
  const FAULTS: readonly Fault[] = [
    { kind: 'unreachable' },
    { kind: 'status', status: 500 },
    { kind: 'html' },
    { kind: 'truncated', afterBytes: 20 },
    { kind: 'broken', afterBytes: 20 },
    { kind: 'stall', afterBytes: 20 },
    { kind: 'mute' },
    { kind: 'endless' },
  ]

  it.each(FAULTS)('fetch: $kind leaves the old or the new generation, whole', async (fault) => {
    let refusals = 0
    for (let n = 1; n <= 5; n += 1) {
      store = openMemoryStore()
      tombstone = memoryTombstone()
      server = new SimulatedServer(FIRST)
      await runUpdate(store, tools())
      const before = await stored()
      server.serve(THIRD).breakNth(n, fault)
      const result = await updateWithin(30_000)
      if (result.kind === 'updated') expect((await store.readHead())?.seq).toBe(3)
      else {
        refusals += 1
        expect(await stored()).toEqual(before)
      }
      server.heal()
      expect(['updated', 'unchanged']).toContain((await runUpdate(store, tools())).kind)
      expect((await store.readHead())?.counts.publications).toBe(4)
    }
    // Manifest and three new snapshots are asked for; a spoiled file is asked for once more.
    const isRetried = ['html', 'truncated', 'endless'].includes(fault.kind)
    expect(refusals).toBe(isRetried ? 1 : 4)
  })

  it('store: leaves the old or the new generation, whole', async () => {
    const indexedDB = new IDBFactory()
    const real = await openDexieStore(DATASET, {
      indexedDB,
      IDBKeyRange,
      startTimer: timers.startTimer,
    })
    await real.commit(changeTo(FIRST))
    const before = await real.readGeneration()
    for (let n = 1; n <= 2; n += 1) {
      let left = n
      const fail = async <T>(work: () => Promise<T>): Promise<T> => {
        left -= 1
        if (left === 0) throw new StoreError('closed', 'injected')
        return work()
      }
      const failing: GenerationStore = {
        kind: 'dexie',
        probe: () => real.probe(),
        readHead: () => real.readHead(),
        readPlaces: (places) => real.readPlaces(places),
        readStated: (publication) => real.readStated(publication),
        readGeneration: () => real.readGeneration(),
        clear: () => real.clear(),
        close: () => real.close(),
        readKnown: () => fail(() => real.readKnown()),
        commit: (change) => fail(() => real.commit(change)),
      }
      server.serve(THIRD)
      await expect(runUpdate(failing, tools())).rejects.toMatchObject({ code: 'closed' })
      expect(await real.readGeneration()).toEqual(before)
    }
    expect((await runUpdate(real, tools())).kind).toBe('updated')
    expect((await real.readHead())?.seq).toBe(3)
  })

  it('another tab committed in between: plans again on what is there now', async () => {
    await store.commit(changeTo(FIRST))
    let isFirst = true
    const raced: GenerationStore = {
      kind: 'memory',
      probe: () => store.probe(),
      readHead: () => store.readHead(),
      readKnown: () => store.readKnown(),
      readPlaces: (places) => store.readPlaces(places),
      readStated: (publication) => store.readStated(publication),
      readGeneration: () => store.readGeneration(),
      clear: () => store.clear(),
      close: () => store.close(),
      commit: async (change) => {
        if (isFirst) await store.commit(changeTo(SECOND, FIRST))
        isFirst = false
        await store.commit(change)
      },
    }
    server.serve(THIRD)
    expect((await runUpdate(raced, tools())).kind).toBe('updated')
    expect((await store.readHead())?.counts.publications).toBe(4)
  })
})
