/** A large change is taken in by a worker: everything stays as it is on the page, the note included. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDexieStore } from '../../src/db/dexie-store.ts'
import { openMemoryStore } from '../../src/db/memory-store.ts'
import type { GenerationStore } from '../../src/db/store-port.ts'
import type { Tombstone } from '../../src/db/tombstone.ts'
import { isForWorker } from '../../src/feed/plan-update.ts'
import { serveTakeIn } from '../../src/feed/serve-take-in.ts'
import { createSha256 } from '../../src/feed/sha256.ts'
import { createTakeInElsewhere, type WorkerLike } from '../../src/feed/take-in-elsewhere.ts'
import type { ToPage, ToWorker } from '../../src/feed/take-in-messages.ts'
import type { UpdateTools } from '../../src/feed/take-in.ts'
import { runUpdate } from '../../src/feed/update.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import {
  A,
  changeTo,
  DATASET,
  FIRST,
  MANIFEST_PATH,
  publish,
  SECOND,
} from '../fixtures/feed/published-data.ts'
import { BASE_URL, SimulatedServer } from '../fixtures/feed/simulated-server.ts'
import { figure, snapshot } from './builders/snapshot.ts'

/** More than a megabyte. */
const LARGE = publish(2, [
  A,
  snapshot(
    'bulletin',
    '2022-01-01',
    Array.from({ length: 600 }, (_, i) =>
      figure('2021', String(i), { breakdown: `第${i}处`, note: '很长的说明'.repeat(140) }),
    ),
  ),
])
const manifestUrl = `${BASE_URL}${MANIFEST_PATH}`

let timers: ManualTimers
let server: SimulatedServer
let indexedDB: IDBFactory
let store: GenerationStore
let note: Tombstone | null
let opened: number
let terminated: number

beforeEach(async () => {
  timers = new ManualTimers()
  server = new SimulatedServer(LARGE)
  indexedDB = new IDBFactory()
  store = await openDexieStore(DATASET, dexie())
  note = null
  opened = 0
  terminated = 0
})

afterEach(() => store.close())

function dexie() {
  return { indexedDB, IDBKeyRange, startTimer: timers.startTimer }
}

function file() {
  const { startTimer } = timers
  return { fetch: server.fetch, startTimer, sha256: createSha256(undefined) }
}

const tombstone = {
  read: () => note,
  write: (next: Tombstone) => {
    note = next
    return true
  },
}

/** Both ends of a real channel, the worker's served on this thread. */
function openWorker(): WorkerLike {
  opened += 1
  const { port1, port2 } = new MessageChannel()
  serveTakeIn(port2, { store: dexie(), file: file(), nowMs: () => timers.nowMs })
  return {
    set onmessage(hear: ((event: MessageEvent<ToPage>) => void) | null) {
      port1.onmessage = hear
    },
    onerror: null,
    postMessage: (message: ToWorker) => port1.postMessage(message),
    terminate: () => {
      terminated += 1
      port1.close()
    },
  }
}

function tools(open: () => WorkerLike = openWorker): UpdateTools {
  const job = { dataset: DATASET, manifestUrl, buildFloor: null }
  return {
    ...file(),
    ...job,
    nowMs: () => timers.nowMs,
    tombstone,
    takeInElsewhere: createTakeInElsewhere({ ...job, openWorker: open, tombstone }),
  }
}

async function seqStored(): Promise<number | undefined> {
  return (await store.readHead())?.seq
}

describe('a change for the worker', () => {
  it('is one of more than a megabyte still to fetch', () => {
    const file = (bytes: number) => ({
      id: 'a',
      revision: 1,
      published: '2022-01-01',
      path: 'a.json',
      bytes,
      sha256: '',
    })
    const plan = (...sizes: number[]) =>
      ({ kind: 'get', catalog: null, snapshots: sizes.map(file) }) as const
    expect(isForWorker(plan())).toBe(false)
    expect(isForWorker(plan(1024 * 1024))).toBe(false)
    expect(isForWorker(plan(1024 * 1024, 1))).toBe(true)
  })
})

describe('taking in by a worker', () => {
  it('stores the same as on the page', async () => {
    expect(await runUpdate(store, tools())).toEqual({ kind: 'updated', isFromCache: false })
    const elsewhere = await store.readGeneration()
    const onPage = await openDexieStore(DATASET, { ...dexie(), indexedDB: new IDBFactory() })
    await runUpdate(onPage, { ...tools(), takeInElsewhere: async () => null })
    expect(elsewhere).toEqual(await onPage.readGeneration())
    expect([opened, terminated]).toEqual([1, 1])
  })

  it('has the page keep the note before anything is committed', async () => {
    const seqs: (number | undefined)[] = []
    const watching = {
      ...tombstone,
      write: (next: Tombstone) => {
        void seqStored().then((seq) => seqs.push(seq))
        return tombstone.write(next)
      },
    }
    const job = { dataset: DATASET, manifestUrl, buildFloor: null }
    const takeInElsewhere = createTakeInElsewhere({ ...job, openWorker, tombstone: watching })
    await runUpdate(store, { ...tools(), takeInElsewhere })
    expect(seqs).toEqual([undefined])
    expect(note).toEqual({
      seq: 2,
      sha256: LARGE.manifestSha256,
      confirmedAtMs: timers.nowMs,
    })
  })

  it('leaves a small change, and a store that is only in memory, to the page', async () => {
    server.serve(SECOND)
    await runUpdate(store, tools())
    server.serve(LARGE)
    await runUpdate(openMemoryStore(), tools())
    expect(opened).toBe(0)
  })

  it('refuses by name what the page would refuse, and the last good generation stays', async () => {
    await store.commit(changeTo(FIRST))
    const path = LARGE.manifest.snapshots[1]?.path ?? ''
    server.break(path, { kind: 'html' })
    const result = await runUpdate(store, tools())
    expect(result).toMatchObject({ kind: 'refused', issues: [{ path, code: 'html' }] })
    expect([await seqStored(), opened, note]).toEqual([1, 1, null])
    server.heal()
    expect((await runUpdate(store, tools())).kind).toBe('updated')
    expect(await seqStored()).toBe(2)
  })

  it('refuses a rollback below the note, which only the page can read', async () => {
    note = { seq: 3, sha256: 'f'.repeat(64), confirmedAtMs: null }
    expect(await runUpdate(store, tools())).toMatchObject({ issues: [{ code: 'rollback' }] })
    expect(await seqStored()).toBeUndefined()
  })

  it('says how far it is, and is ended where nobody wants to wait any more', async () => {
    const told: string[] = []
    const onProgress = (done: number, all: number): void => void told.push(`${done}/${all}`)
    const controller = new AbortController()
    const path = LARGE.manifest.snapshots[1]?.path ?? ''
    server.break(path, { kind: 'mute' })
    const leave = (done: number, all: number): void => {
      onProgress(done, all)
      if (done === 1) controller.abort()
    }
    const left = runUpdate(store, { ...tools(), signal: controller.signal, onProgress: leave })
    expect(await left).toEqual({ kind: 'cancelled' })
    expect([await seqStored(), terminated, note]).toEqual([undefined, 1, null])
    server.heal()
    expect((await runUpdate(store, { ...tools(), onProgress })).kind).toBe('updated')
    expect(told).toEqual(['0/2', '1/2', '0/2', '1/2', '2/2'])
  })

  it('plans again when another tab commits in between', async () => {
    await store.commit(changeTo(FIRST))
    let isFirst = true
    const racing = {
      ...tombstone,
      write: (next: Tombstone) => {
        if (isFirst) void store.commit(changeTo(publish(2, [A]), FIRST))
        isFirst = false
        return tombstone.write(next)
      },
    }
    server.serve(publish(3, LARGE.snapshots))
    const job = { dataset: DATASET, manifestUrl, buildFloor: null }
    const takeInElsewhere = createTakeInElsewhere({ ...job, openWorker, tombstone: racing })
    expect((await runUpdate(store, { ...tools(), takeInElsewhere })).kind).toBe('updated')
    expect([await seqStored(), opened]).toEqual([3, 2])
  })

  it('hands on what failed in the store, by its name', async () => {
    const working = indexedDB
    const take = tools(() => {
      indexedDB = new IDBFactory()
      indexedDB.open = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
      const worker = openWorker()
      indexedDB = working
      return worker
    })
    await expect(runUpdate(store, take)).rejects.toMatchObject({ code: 'quota' })
    expect(terminated).toBe(1)
  })
})

describe('without a worker', () => {
  it('the page takes in by itself where none can be opened', async () => {
    const refusing = () => {
      throw new DOMException('no workers here', 'SecurityError')
    }
    expect((await runUpdate(store, tools(refusing))).kind).toBe('updated')
    expect(await seqStored()).toBe(2)
  })

  it('the page takes in by itself where it breaks down', async () => {
    const broken = (): WorkerLike => {
      const worker: WorkerLike = {
        onmessage: null,
        onerror: null,
        postMessage: () => worker.onerror?.(new Event('error') as ErrorEvent),
        terminate: () => {
          terminated += 1
        },
      }
      return worker
    }
    expect((await runUpdate(store, tools(broken))).kind).toBe('updated')
    expect([await seqStored(), terminated]).toEqual([2, 1])
  })
})
