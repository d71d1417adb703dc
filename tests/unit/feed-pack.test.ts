/** A data pack on its way: written from what is there, verified name by name, taken whole or not at all. */
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Checked } from '../../src/contract/issue.ts'
import { openMemoryStore } from '../../src/db/memory-store.ts'
import type { GenerationStore } from '../../src/db/store-port.ts'
import { createTombstone, type TombstonePort } from '../../src/db/tombstone.ts'
import { readPack, type Pack, type PackTools } from '../../src/feed/read-pack.ts'
import { createSha256 } from '../../src/feed/sha256.ts'
import type { UpdateResult } from '../../src/feed/take-in.ts'
import { proposePack, takePack, type PlaceTools } from '../../src/feed/take-pack.ts'
import { gatherFiles, type GatherTools } from '../../src/feed/gather-files.ts'
import { takeManifest } from '../../src/feed/take-manifest.ts'
import { writePack } from '../../src/feed/write-pack.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import {
  A,
  DATASET,
  FIRST,
  MANIFEST_PATH,
  publish,
  SECOND,
  THIRD,
  type Published,
} from '../fixtures/feed/published-data.ts'
import { BASE_URL, SimulatedServer } from '../fixtures/feed/simulated-server.ts'
import { flipIn } from '../fixtures/feed/zip-surgery.ts'

const NAME = '清览数据 10-29.zip'
const sha256 = createSha256(undefined)
let timers: ManualTimers
let store: GenerationStore
let tombstone: TombstonePort

beforeEach(() => {
  timers = new ManualTimers()
  store = openMemoryStore()
  const items = new Map<string, string>()
  tombstone = createTombstone(DATASET, () => ({
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, text) => void items.set(name, text),
  }))
})

function packOf(published: Published): Uint8Array {
  return zipSync(Object.fromEntries(published.files), { level: 6 })
}

function read(zip: Uint8Array, tools: Partial<PackTools> = {}): Promise<Checked<Pack>> {
  return readPack(NAME, zip, { sha256, pause: async () => undefined, ...tools })
}

async function readSound(zip: Uint8Array): Promise<Pack> {
  const pack = await read(zip)
  if (!pack.ok) throw new Error(pack.issues[0]?.message.en)
  return pack.value
}

async function told(zip: Uint8Array): Promise<readonly string[]> {
  const pack = await read(zip)
  return pack.ok ? [] : pack.issues.map(({ path, code }) => `${path}: ${code}`)
}

function place(): PlaceTools {
  const { startTimer, nowMs } = timers
  return { dataset: DATASET, tombstone, buildFloor: null, sha256, startTimer, nowMs: () => nowMs }
}

function take(pack: Pack): Promise<UpdateResult> {
  return takePack(store, pack, place())
}

/** Without one of its files, or with another in its place. */
function change(published: Published, start: string, to: Uint8Array | null): Uint8Array {
  const entries = [...published.files].flatMap(([path, bytes]) => {
    if (!path.startsWith(start)) return [[path, bytes] as const]
    return to ? [[path, to] as const] : []
  })
  return zipSync(Object.fromEntries(entries))
}

async function gather(tools: GatherTools) {
  const found = await takeManifest(tools)
  return found.kind === 'taken' ? gatherFiles(found.value, tools) : found
}

describe('a pack that is written', () => {
  it('has the manifest and all that it lists, byte for byte, and the same bytes each time', async () => {
    const server = new SimulatedServer(THIRD)
    const tools = {
      fetch: server.fetch,
      startTimer: timers.startTimer,
      sha256,
      manifestUrl: `${BASE_URL}${MANIFEST_PATH}`,
    }
    const progress: string[] = []
    const onProgress = (done: number, all: number): void => void progress.push(`${done}/${all}`)
    const gathered = await gather({ ...tools, onProgress })
    if (gathered.kind !== 'taken') throw new Error('not gathered')
    const { zip } = writePack(gathered.value)
    expect(writePack(gathered.value).zip).toEqual(zip)
    const files = unzipSync(zip)
    expect(Object.keys(files).sort()).toEqual([...THIRD.files.keys()].sort())
    for (const [path, bytes] of THIRD.files) {
      expect(strFromU8(files[path] ?? new Uint8Array())).toBe(strFromU8(bytes))
    }
    expect(progress).toEqual(['0/5', '1/5', '2/5', '3/5', '4/5', '5/5'])
    expect(await told(zip)).toEqual([])
  })

  it('can be cancelled on the way', async () => {
    const server = new SimulatedServer(THIRD)
    const controller = new AbortController()
    const writing = gather({
      fetch: server.fetch,
      startTimer: timers.startTimer,
      sha256,
      manifestUrl: `${BASE_URL}${MANIFEST_PATH}`,
      signal: controller.signal,
      onProgress: (done) => (done === 2 ? controller.abort() : undefined),
    })
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' })
    expect(server.asked.length).toBeLessThan(THIRD.files.size)
  })
})

describe('a sound pack', () => {
  it('fills an empty store, and is not taken for the word of a server', async () => {
    const pack = await readSound(packOf(SECOND))
    expect(await take(pack)).toEqual({ kind: 'updated', isFromCache: true })
    expect((await store.readHead())?.seq).toBe(2)
    expect(tombstone.read()).toMatchObject({ seq: 2, confirmedAtMs: null })
  })

  it('brings what is newer, and leaves the same as it is', async () => {
    await take(await readSound(packOf(FIRST)))
    expect((await take(await readSound(packOf(THIRD)))).kind).toBe('updated')
    expect((await store.readGeneration())?.head.seq).toBe(3)
    expect(await take(await readSound(packOf(THIRD)))).toEqual({ kind: 'unchanged' })
    expect((await store.readHead())?.seq).toBe(3)
  })

  it('says what it would change before it changes anything', async () => {
    const pack = await readSound(packOf(THIRD))
    await take(await readSound(packOf(FIRST)))
    const proposal = await proposePack(store, pack, place())
    expect(proposal).toMatchObject({
      kind: 'change',
      change: { fromSeq: 1, toSeq: 3, isNewCatalog: false },
    })
    expect(proposal.kind === 'change' && proposal.change.snapshots.map(({ id }) => id)).toEqual([
      'report-2021',
      'report-2021',
      'report-2022',
    ])
    expect((await store.readHead())?.seq).toBe(1)
    await take(pack)
    expect(await proposePack(store, pack, place())).toEqual({ kind: 'same' })
  })

  it('is refused where it is older, or of another city', async () => {
    await take(await readSound(packOf(THIRD)))
    const before = await store.readGeneration()
    const older = await readSound(packOf(SECOND))
    expect(await proposePack(store, older, place())).toMatchObject({ kind: 'refused' })
    expect(await take(older)).toMatchObject({ kind: 'refused', issues: [{ code: 'rollback' }] })
    const foreign = await readSound(packOf(publish(9, [A], { dataset: 'elsewhere' })))
    expect(await take(foreign)).toMatchObject({ kind: 'refused', issues: [{ code: 'dataset' }] })
    expect(await store.readGeneration()).toEqual(before)
  })
})

describe('a pack with something wrong', () => {
  it('names the file of which one bit was turned', async () => {
    const path = [...THIRD.files.keys()].find((name) => name.includes('report-2021-r2')) ?? ''
    expect(await told(flipIn(packOf(THIRD), path))).toEqual([
      expect.stringMatching(new RegExp(`^${path}: zip-(?:crc|packed|size)$`)),
    ])
  })

  it('names each file that is missing, and each that is not listed', async () => {
    const path = [...SECOND.files.keys()].find((name) => name.startsWith('catalog')) ?? ''
    expect(await told(change(SECOND, 'catalog', null))).toEqual([`${path}: missing`])
    const more = new Map([...SECOND.files, ['snapshots/other.json', new Uint8Array(2)]])
    expect(await told(zipSync(Object.fromEntries(more)))).toEqual([
      'snapshots/other.json: unlisted',
    ])
  })

  it('names every file whose content was replaced, not only the first', async () => {
    const zip = change(SECOND, 'snapshots/', new TextEncoder().encode('{}'))
    const names = SECOND.manifest.snapshots.map(({ path }) => `${path}: size`)
    expect(await told(zip)).toEqual(names)
    const [file] = SECOND.manifest.snapshots
    const same = change(SECOND, 'snapshots/report-2020', new Uint8Array(file?.bytes ?? 0))
    expect(await told(same)).toEqual([`${file?.path}: hash`])
  })

  it('is no data pack without a manifest, or with one that is none', async () => {
    expect(await told(change(FIRST, 'manifest', null))).toEqual([`${NAME}: no-manifest`])
    const huge = new Uint8Array(70_000)
    expect(await told(change(FIRST, 'manifest', huge))).toEqual([
      'manifest.json: manifest-too-long',
    ])
    const [first] = await told(change(FIRST, 'manifest', new TextEncoder().encode('{')))
    expect(first).toBe('manifest.json: json')
  })

  it('can be left alone while it is verified', async () => {
    const controller = new AbortController()
    controller.abort()
    await expect(read(packOf(THIRD), { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
