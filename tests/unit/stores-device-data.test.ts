/** What a reader has done with the data of a device: packs, looking again, repairing, clearing. */
import { zipSync } from 'fflate'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { databaseName } from '../../src/db/dexie-store.ts'
import { openStore } from '../../src/db/open-store.ts'
import { createTombstone } from '../../src/db/tombstone.ts'
import type { FetchLike } from '../../src/feed/fetch-bounded.ts'
import { readPack, type Pack } from '../../src/feed/read-pack.ts'
import { createSha256 } from '../../src/feed/sha256.ts'
import type { UpdateTools } from '../../src/feed/take-in.ts'
import { runUpdate } from '../../src/feed/update.ts'
import { DataSession } from '../../src/stores/data-session.ts'
import type { DataState } from '../../src/stores/data-state.ts'
import type { Gathering } from '../../src/feed/gather-generation.ts'
import { createDeviceData, type DeviceData } from '../../src/stores/device-data.ts'
import { openTabChannel } from '../../src/stores/tab-channel.ts'
import { ChannelHub, FakePage } from '../fixtures/feed/fake-page.ts'
import { ManualTimers, settle } from '../fixtures/feed/manual-timers.ts'
import {
  A,
  B,
  DATASET,
  FIRST,
  MANIFEST_PATH,
  publish,
  SECOND,
  THIRD,
  type Published,
} from '../fixtures/feed/published-data.ts'
import { BASE_URL, SimulatedServer } from '../fixtures/feed/simulated-server.ts'
import { figure, snapshot } from './builders/snapshot.ts'

const sha256 = createSha256(undefined)
const pause = async (): Promise<void> => undefined

/** What tabs of one browser share. */
class Browser {
  readonly timers = new ManualTimers()
  readonly server = new SimulatedServer(FIRST)
  readonly hub = new ChannelHub()
  readonly items = new Map<string, string>()
  readonly indexedDB = new IDBFactory()
  isStorageRefused = false
  /** Answers from the worker's files. */
  kept: FetchLike | null = null

  readonly #storage = () => {
    if (this.isStorageRefused) throw new DOMException('refused', 'SecurityError')
    return {
      getItem: (name: string) => this.items.get(name) ?? null,
      setItem: (name: string, text: string) => void this.items.set(name, text),
      removeItem: (name: string) => void this.items.delete(name),
    }
  }

  open(): Tab {
    return new Tab(this, createTombstone(DATASET, this.#storage))
  }
}

class Tab {
  readonly states: DataState[] = []
  readonly session: DataSession
  readonly device: DeviceData

  constructor(browser: Browser, tombstone: ReturnType<typeof createTombstone>) {
    const { timers, server, hub, indexedDB, isStorageRefused } = browser
    const { startTimer } = timers
    const environment = {
      dataset: DATASET,
      getIndexedDB: () => (isStorageRefused ? undefined : indexedDB),
      getIDBKeyRange: () => IDBKeyRange,
      startTimer,
      tombstone,
    }
    const update: UpdateTools = {
      fetch: server.fetch,
      startTimer,
      sha256,
      manifestUrl: `${BASE_URL}${MANIFEST_PATH}`,
      dataset: DATASET,
      nowMs: () => timers.nowMs,
      tombstone,
      buildFloor: null,
    }
    this.session = new DataSession(
      {
        openStore: (avoid) => openStore(environment, avoid),
        update: (store, watch) => runUpdate(store, { ...update, ...watch }),
        tombstone,
        openChannel: () => openTabChannel(DATASET, hub.connect),
        polling: new FakePage().polling(timers),
        onAccepted: () => undefined,
      },
      (state) => this.states.push(state),
    )
    const openKept = async () => browser.kept && { ...update, fetch: browser.kept }
    const lastPack = { value: null }
    this.device = createDeviceData({ data: this.session, update, tombstone, openKept, lastPack })
  }

  get state(): DataState {
    const last = this.states[this.states.length - 1]
    if (!last) throw new Error('nothing was published yet')
    return last
  }

  get shown() {
    return { seq: this.state.head?.seq, refused: this.state.refusals.map(({ code }) => code) }
  }
}

let browser: Browser

beforeEach(() => {
  browser = new Browser()
})

async function openTab(): Promise<Tab> {
  const tab = browser.open()
  await tab.session.start()
  return tab
}

async function packOf(published: Published): Promise<Pack> {
  const zip = zipSync(Object.fromEntries(published.files))
  const pack = await readPack('数据包.zip', zip, { sha256, pause })
  if (!pack.ok) throw new Error(pack.issues[0]?.message.en)
  return pack.value
}

/** One series says 1 where it said 57, and its digest knows. */
function spoilFigures(): Promise<void> {
  return new Promise<void>((resolve) => {
    const request = browser.indexedDB.open(databaseName(DATASET))
    request.onsuccess = () => {
      const transaction = request.result.transaction('series', 'readwrite')
      const records = transaction.objectStore('series')
      const all = records.getAll()
      all.onsuccess = () => {
        for (const record of all.result) {
          const rows = new TextDecoder().decode(record.rows)
          records.put({ ...record, rows: new TextEncoder().encode(rows.replace('57', '1')) })
        }
      }
      transaction.oncomplete = () => {
        request.result.close()
        resolve()
      }
    }
  })
}

describe('a data pack', () => {
  it('is shown at once, in other tabs too, and after a reload', async () => {
    const [one, other] = [await openTab(), await openTab()]
    expect(await one.device.takePack(await packOf(SECOND))).toEqual({
      kind: 'updated',
      isFromCache: true,
    })
    expect(one.shown).toEqual({ seq: 2, refused: [] })
    await settle()
    expect(other.shown.seq).toBe(2)
    await one.session.stop()
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    expect((await openTab()).shown.seq).toBe(2)
  })

  it('that is older or foreign changes nothing, and what was wrong with the server stays told', async () => {
    browser.server.serve(SECOND)
    const tab = await openTab()
    const before = tab.state
    expect(await tab.device.takePack(await packOf(FIRST))).toMatchObject({ kind: 'refused' })
    const foreign = await packOf(publish(9, [A], { dataset: 'elsewhere' }))
    expect(await tab.device.propose(foreign)).toMatchObject({ kind: 'refused' })
    expect(tab.state).toBe(before)
  })

  it('waits for a look at the server that is under way', async () => {
    const tab = await openTab()
    browser.server.break(MANIFEST_PATH, { kind: 'mute' })
    const looking = tab.session.check()
    await settle()
    const taking = tab.device.takePack(await packOf(SECOND))
    await settle()
    expect(tab.shown.seq).toBe(1)
    await browser.timers.advance(10_000)
    await Promise.all([looking, taking])
    expect(tab.shown).toEqual({ seq: 2, refused: [] })
  })

  it('holds as long as the page where storage is refused', async () => {
    browser.isStorageRefused = true
    const tab = await openTab()
    await tab.device.takePack(await packOf(SECOND))
    expect(tab.shown).toEqual({ seq: 2, refused: [] })
    expect(tab.state.storage.kind).toBe('memory')
    await tab.session.check()
    expect(tab.state).toMatchObject({ serverSeq: 1, refusals: [] })
    expect((await openTab()).shown.seq).toBe(1)
  })
})

describe('a server that has less than a pack has brought', () => {
  it('is no alarm: it is said to be behind, and asked again calmly', async () => {
    const tab = await openTab()
    await tab.device.takePack(await packOf(SECOND))
    await tab.session.check()
    expect(tab.state).toMatchObject({ serverSeq: 1, refusals: [], connectivity: 'online' })
    expect(tab.shown.seq).toBe(2)
    browser.server.asked.length = 0
    await browser.timers.advance(60_000)
    expect(browser.server.asked).toEqual([])
  })

  it('is behind still after a reload, and no more once it has caught up', async () => {
    const tab = await openTab()
    await tab.device.takePack(await packOf(SECOND))
    await tab.session.stop()
    const next = await openTab()
    expect(next.state).toMatchObject({ serverSeq: 1, refusals: [], lastCheckedMs: null })
    browser.server.serve(SECOND)
    await next.session.check()
    expect(next.state).toMatchObject({ serverSeq: null, lastCheckedMs: browser.timers.nowMs })
    browser.server.serve(FIRST)
    await next.session.check()
    expect(next.shown).toEqual({ seq: 2, refused: ['rollback'] })
  })

  it('is a rollback all the same where it has less than it once had', async () => {
    browser.server.serve(SECOND)
    const tab = await openTab()
    await tab.device.takePack(await packOf(THIRD))
    browser.server.serve(FIRST)
    await tab.session.check()
    expect(tab.shown).toEqual({ seq: 3, refused: ['rollback'] })
  })

  it('is a rollback where it lists what the pack does not know', async () => {
    const tab = await openTab()
    await tab.device.takePack(await packOf(THIRD))
    browser.server.serve(publish(2, [A, snapshot('other', '2022-01-01', [figure('2021', '1')])]))
    await tab.session.check()
    expect(tab.shown).toEqual({ seq: 3, refused: ['rollback'] })
  })
})

describe('files that are gathered', () => {
  const seqIn = (found: Gathering): number | null =>
    found.kind === 'gathered' ? found.gathered.manifest.seq : null

  it('are of what is on screen, from the server or from the pack that brought it', async () => {
    const tab = await openTab()
    expect(seqIn(await tab.device.gather(FIRST.manifestSha256, {}))).toBe(1)
    await tab.device.takePack(await packOf(SECOND))
    expect(seqIn(await tab.device.gather(SECOND.manifestSha256, {}))).toBe(2)
    const later = await openTab()
    expect(await later.device.gather(SECOND.manifestSha256, {})).toEqual({ kind: 'other', seq: 1 })
    browser.kept = new SimulatedServer(SECOND).fetch
    expect(seqIn(await later.device.gather(SECOND.manifestSha256, {}))).toBe(2)
  })

  it('are the kept ones where no server answers, and none where there are none', async () => {
    const tab = await openTab()
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    expect(await tab.device.gather(FIRST.manifestSha256, {})).toEqual({ kind: 'unreachable' })
    browser.kept = new SimulatedServer(FIRST).fetch
    expect(seqIn(await tab.device.gather(FIRST.manifestSha256, {}))).toBe(1)
  })
})

describe('looking at every record again', () => {
  it('counts what is there', async () => {
    browser.server.serve(THIRD)
    const tab = await openTab()
    const told: string[] = []
    const onProgress = (done: number, all: number): void => void told.push(`${done}/${all}`)
    expect(await tab.device.recount({ pause, onProgress })).toEqual({
      kind: 'sound',
      seq: 3,
      counts: { publications: 4, series: 3, observations: 7 },
    })
    expect(told).toEqual(['0/3', '3/3'])
  })

  it('finds a spoiled record, and repairing puts it right without a gap', async () => {
    const tab = await openTab()
    await spoilFigures()
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'corrupt' })
    expect(await tab.device.repair({})).toEqual({ kind: 'updated', isFromCache: true })
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'sound', seq: 1 })
    expect(tab.states.every(({ head }) => head === null || head.seq === 1)).toBe(true)
  })

  it('can be left', async () => {
    const tab = await openTab()
    const controller = new AbortController()
    controller.abort()
    expect(await tab.device.recount({ pause, signal: controller.signal })).toEqual({
      kind: 'cancelled',
    })
  })
})

describe('repairing', () => {
  it('leaves everything as it is where not all can be had', async () => {
    browser.server.serve(SECOND)
    const tab = await openTab()
    const path = SECOND.manifest.snapshots[1]?.path ?? ''
    browser.server.break(path, { kind: 'html' })
    expect(await tab.device.repair({})).toMatchObject({ kind: 'refused' })
    browser.server.heal().break(MANIFEST_PATH, { kind: 'unreachable' })
    expect(await tab.device.repair({})).toEqual({ kind: 'offline' })
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'sound', seq: 2 })
  })

  it('never goes back to what is older, and can be done with a pack', async () => {
    const tab = await openTab()
    const pack = await packOf(SECOND)
    await tab.device.takePack(pack)
    expect(await tab.device.repair({})).toMatchObject({ kind: 'refused' })
    await spoilFigures()
    expect(await tab.device.repair({}, pack)).toMatchObject({ kind: 'updated' })
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'sound', seq: 2 })
  })

  it('can be cancelled on the way', async () => {
    browser.server.serve(THIRD)
    const tab = await openTab()
    const controller = new AbortController()
    const watch = { signal: controller.signal, onProgress: () => controller.abort() }
    expect(await tab.device.repair(watch)).toEqual({ kind: 'cancelled' })
    expect(await tab.device.recount({ pause })).toMatchObject({ kind: 'sound', seq: 3 })
  })
})

describe('clearing', () => {
  it('forgets the data and the note, and nothing brings them back by itself', async () => {
    browser.server.serve(SECOND)
    const tab = await openTab()
    await tab.device.clear()
    expect(browser.items.size).toBe(0)
    expect(await tab.device.recount({ pause })).toEqual({ kind: 'empty' })
    await browser.timers.advance(30 * 60_000)
    expect(await tab.device.recount({ pause })).toEqual({ kind: 'empty' })
    await tab.session.stop()
    browser.server.serve(FIRST)
    expect((await openTab()).shown).toEqual({ seq: 1, refused: [] })
  })
})

describe('a large change', () => {
  /** More than a megabyte, in three publications. Made up. */
  const LARGE = publish(2, [
    A,
    B,
    ...['x', 'y'].map((id) =>
      snapshot(
        id,
        '2022-01-01',
        Array.from({ length: 300 }, (_, i) =>
          figure('2021', String(i), { breakdown: `第${i}处`, note: '很长的说明'.repeat(140) }),
        ),
      ),
    ),
  ])

  it('says how far it is, and a small one is over before', async () => {
    const tab = await openTab()
    expect(tab.states.map(({ takingIn }) => takingIn)).not.toContainEqual(expect.anything())
    browser.server.serve(LARGE)
    await tab.session.check()
    const told = tab.states.flatMap(({ takingIn }) => takingIn ?? [])
    expect(told).toContainEqual({ done: 0, all: 3 })
    expect(told).toContainEqual({ done: 3, all: 3 })
    expect(tab.state.takingIn).toBeNull()
    expect(tab.shown.seq).toBe(2)
  })

  it('can be left, and then nothing looks again until it is wanted', async () => {
    const tab = await openTab()
    const path = LARGE.manifest.snapshots[2]?.path ?? ''
    browser.server.serve(LARGE).break(path, { kind: 'mute' })
    const looking = tab.session.check()
    await settle()
    tab.session.leaveOff()
    await browser.timers.advance(10_000)
    await looking
    expect(tab.state).toMatchObject({ isLeftOff: true, takingIn: null, refusals: [] })
    expect(tab.shown.seq).toBe(1)
    browser.server.heal().asked.length = 0
    await browser.timers.advance(30 * 60_000)
    expect(browser.server.asked).toEqual([])
    await tab.session.resume()
    expect(tab.state.isLeftOff).toBe(false)
    expect(tab.shown.seq).toBe(2)
  })
})
