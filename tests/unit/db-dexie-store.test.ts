/** What only IndexedDB can do to us. */
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { takeApart } from '../../src/contract/statement.ts'
import { databaseName, deleteDexieStore, openDexieStore } from '../../src/db/dexie-store.ts'
import type { GenerationStore } from '../../src/db/store-port.ts'
import { ManualTimers, settle } from '../fixtures/feed/manual-timers.ts'
import { B, changeTo, DATASET, FIRST, SECOND, THIRD } from '../fixtures/feed/published-data.ts'

function environment(indexedDB: IDBFactory = new IDBFactory(), timers = new ManualTimers()) {
  return { indexedDB, IDBKeyRange, startTimer: timers.startTimer }
}

function openRaw(indexedDB: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName(DATASET))
    request.onsuccess = () => resolve(request.result as unknown as IDBDatabase)
    request.onerror = () => reject(new Error('open failed'))
  })
}

async function tamper(
  indexedDB: IDBFactory,
  table: string,
  work: (records: globalThis.IDBObjectStore, all: Record<string, unknown>[]) => void,
): Promise<void> {
  const database = await openRaw(indexedDB)
  await new Promise<void>((resolve) => {
    const transaction = database.transaction(table, 'readwrite')
    const records = transaction.objectStore(table)
    const all = records.getAll()
    all.onsuccess = () => work(records, all.result as Record<string, unknown>[])
    transaction.oncomplete = () => resolve()
  })
  database.close()
}

async function filled(indexedDB: IDBFactory): Promise<GenerationStore> {
  const store = await openDexieStore(DATASET, environment(indexedDB))
  await store.commit(changeTo(SECOND))
  return store
}

describe('the database', () => {
  it('carries data set and schema version in its name', () => {
    expect(databaseName(DATASET)).toBe('qinglan-jiaozuo-environment-2')
  })

  it('still holds the generation when it is opened the next day', async () => {
    const indexedDB = new IDBFactory()
    const store = await filled(indexedDB)
    const before = await store.readGeneration()
    store.close()
    const next = await openDexieStore(DATASET, environment(indexedDB))
    expect(await next.readGeneration()).toEqual(before)
    expect(before?.head.seq).toBe(2)
  })

  it('gives up opening after 5 seconds when another tab blocks it', async () => {
    const timers = new ManualTimers()
    const mute = new IDBFactory()
    mute.open = () => ({}) as ReturnType<IDBFactory['open']>
    const opening = openDexieStore(DATASET, environment(mute, timers))
    const outcome = opening.catch((error: unknown) => error)
    await timers.advance(4_999)
    expect(timers.pending).toBe(1)
    await timers.advance(1)
    expect(await outcome).toMatchObject({
      code: 'timeout',
      message: 'timeout: no answer within 5000 ms',
    })
  })

  it('leaves no timer behind when it opens', async () => {
    const timers = new ManualTimers()
    await openDexieStore(DATASET, environment(new IDBFactory(), timers))
    expect(timers.pending).toBe(0)
  })

  it('does not come back empty by itself when it is deleted under an open page', async () => {
    const indexedDB = new IDBFactory()
    const store = await filled(indexedDB)
    await deleteDexieStore(DATASET, environment(indexedDB))
    await expect(store.readHead()).rejects.toMatchObject({ code: 'closed' })
    await expect(store.commit(changeTo(THIRD, SECOND))).rejects.toMatchObject({ code: 'closed' })
  })

  it('lets one of two tabs commit and tells the other that its plan is stale', async () => {
    const indexedDB = new IDBFactory()
    const first = await openDexieStore(DATASET, environment(indexedDB))
    const second = await openDexieStore(DATASET, environment(indexedDB))
    await first.commit(changeTo(FIRST))
    const outcomes = await Promise.allSettled([
      first.commit(changeTo(SECOND, FIRST)),
      second.commit(changeTo(THIRD, FIRST)),
    ])
    const stale = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(stale).toMatchObject([{ reason: { code: 'stale' } }])
    expect((await first.readHead())?.seq).toBe((await second.readHead())?.seq)
  })
})

describe('damage', () => {
  const cases: [string, string, Parameters<typeof tamper>[2]][] = [
    ['a series is gone', 'series', (records, [first]) => records.delete(String(first?.key))],
    [
      'a publication is gone',
      'publications',
      (records, [first]) => records.delete(String(first?.key)),
    ],
    ['all series are gone', 'series', (records) => records.clear()],
    ['the head is gone', 'heads', (records) => records.clear()],
    [
      'a series has another name',
      'series',
      (records, [first]) => {
        records.delete(String(first?.key))
        records.put({ ...first, key: 'pm25|419999|' })
      },
    ],
    [
      'the catalog was changed',
      'heads',
      (records, [head]) => records.put({ ...head, catalog: {} }),
    ],
    [
      'a title was changed',
      'publications',
      (records, [first]) =>
        records.put({
          ...first,
          publication: { ...(first?.publication as object), title: '别的' },
        }),
    ],
  ]

  it.each(cases)('is found when reading the head: %s', async (_, table, work) => {
    const indexedDB = new IDBFactory()
    const store = await filled(indexedDB)
    await tamper(indexedDB, table, work)
    await expect(store.readHead()).rejects.toMatchObject({ code: 'corrupt' })
    await expect(store.readGeneration()).rejects.toMatchObject({ code: 'corrupt' })
  })

  it('is found when reading a series whose value was changed', async () => {
    const indexedDB = new IDBFactory()
    const store = await filled(indexedDB)
    await tamper(indexedDB, 'series', (records, all) => {
      const record = all.find(({ key }) => key === 'pm25|410000|')
      const rows = new TextDecoder().decode(record?.['rows'] as Uint8Array)
      expect(rows).toContain('[41]')
      records.put({ ...record, rows: new TextEncoder().encode(rows.replace('[41]', '[14]')) })
    })
    const damage = { code: 'corrupt', message: 'corrupt: series pm25|410000|' }
    const place = { indicator: 'pm25', region: '410000' }
    await expect(store.readPlaces([place])).rejects.toMatchObject(damage)
    await expect(store.readStated(takeApart(B).publication)).rejects.toMatchObject(damage)
    await expect(store.readGeneration()).rejects.toMatchObject(damage)
  })

  it('ends with clear(), after which a commit works', async () => {
    const indexedDB = new IDBFactory()
    const store = await filled(indexedDB)
    await tamper(indexedDB, 'heads', (records) => records.clear())
    await store.clear()
    await store.commit(changeTo(FIRST))
    expect((await store.readHead())?.seq).toBe(1)
  })
})

describe('a write that fails inside the transaction', () => {
  const realPut = IDBObjectStore.prototype.put
  afterEach(() => {
    IDBObjectStore.prototype.put = realPut
  })

  function failNthPut(n: number, error: Error): () => number {
    let count = 0
    IDBObjectStore.prototype.put = function (...args) {
      count += 1
      if (count === n) throw error
      return realPut.apply(this, args)
    }
    return () => count
  }

  it('leaves the previous generation whole, whichever write it is', async () => {
    const indexedDB = new IDBFactory()
    const store = await openDexieStore(DATASET, environment(indexedDB))
    await store.commit(changeTo(FIRST))
    const before = await store.readGeneration()
    let failures = 0
    for (let n = 1; ; n += 1) {
      const puts = failNthPut(n, new DOMException('injected', 'UnknownError'))
      const outcome = await store.commit(changeTo(THIRD, FIRST)).then(
        () => 'committed',
        (error: { code: string }) => error.code,
      )
      IDBObjectStore.prototype.put = realPut
      if (puts() < n) break
      failures += 1
      expect(outcome).toBe('failed')
      expect(await store.readGeneration()).toEqual(before)
    }
    // Three series, three publications, one head.
    expect(failures).toBe(7)
    expect((await store.readHead())?.seq).toBe(3)
  })

  it('is told as a full disk when it is one', async () => {
    const store = await openDexieStore(DATASET, environment())
    await store.commit(changeTo(FIRST))
    failNthPut(1, new DOMException('full', 'QuotaExceededError'))
    await expect(store.commit(changeTo(SECOND, FIRST))).rejects.toMatchObject({ code: 'quota' })
    IDBObjectStore.prototype.put = realPut
    await settle()
    expect((await store.readHead())?.seq).toBe(1)
  })
})
