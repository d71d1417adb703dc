/** What every back end promises, run against each of them. */
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
import { parseSnapshot } from '../../src/contract/parse.ts'
import { takeApart } from '../../src/contract/statement.ts'
import { openDexieStore } from '../../src/db/dexie-store.ts'
import { openMemoryStore } from '../../src/db/memory-store.ts'
import type { GenerationStore, SeriesRecord } from '../../src/db/store-port.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import {
  A,
  B,
  B2,
  C,
  changeTo,
  DATASET,
  FIRST,
  publish,
  SECOND,
  THIRD,
  type Published,
} from '../fixtures/feed/published-data.ts'
import { figure, missing, snapshot } from './builders/snapshot.ts'
import { snapshotsArb } from './builders/arbitrary.ts'

const PLACE = { indicator: 'pm25', region: '410800' }

type Open = () => Promise<GenerationStore>

const openDexie: Open = () =>
  openDexieStore(DATASET, {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    startTimer: new ManualTimers().startTimer,
  })

const BACK_ENDS: readonly (readonly [string, Open])[] = [
  ['dexie', openDexie],
  ['memory', async () => openMemoryStore()],
]

function asText(statement: object): string {
  return JSON.stringify(Object.entries(statement).sort())
}

function sortedStatements(records: readonly SeriesRecord[]): string[] {
  return records.flatMap((r) => r.statements.map(asText)).sort()
}

function statedBy(snapshots: readonly Snapshot[]): string[] {
  return snapshots.flatMap((s) => takeApart(s).statements.map(asText)).sort()
}

async function statements(store: GenerationStore): Promise<string[]> {
  return sortedStatements((await store.readGeneration())?.series ?? [])
}

describe.each(BACK_ENDS)('the %s store', (kind, open) => {
  it('says which kind it is and proves that it works', async () => {
    const store = await open()
    expect(store.kind).toBe(kind)
    await expect(store.probe()).resolves.toBeUndefined()
    expect(await store.readHead()).toBeNull()
  })

  it('knows nothing before the first commit', async () => {
    const store = await open()
    expect(await store.readHead()).toBeNull()
    expect(await store.readGeneration()).toBeNull()
    expect(await store.readKnown()).toBeNull()
    expect(await store.readPlaces([PLACE, PLACE])).toEqual([[], []])
    expect(await store.readStated(takeApart(A).publication)).toEqual([])
  })

  it('hands out head, publications and counts of what was committed', async () => {
    const store = await open()
    await store.commit(changeTo(SECOND))
    expect(await store.readHead()).toEqual({
      seq: 2,
      manifestSha256: SECOND.manifestSha256,
      manifest: SECOND.manifest,
      catalog: SECOND.catalog,
      publications: [takeApart(A).publication, takeApart(B).publication],
      fetchedAtMs: 1002,
      counts: { publications: 2, series: 2, observations: 4 },
    })
  })

  it('keeps one record per indicator, region and breakdown', async () => {
    const store = await open()
    await store.commit(changeTo(THIRD))
    const records = (await store.readGeneration())?.series ?? []
    expect(records.map((record) => record.key).sort()).toEqual([
      'green-factories|410800|国家级',
      'pm25|410000|',
      'pm25|410800|',
    ])
    const [national] = await store.readPlaces([{ indicator: 'green-factories', region: '410800' }])
    expect(national?.[0]).toEqual({
      key: 'green-factories|410800|国家级',
      indicator: 'green-factories',
      region: '410800',
      breakdown: '国家级',
      statements: takeApart(C).statements.filter((s) => s.indicator === 'green-factories'),
    })
  })

  it('adds new snapshots to what is there, every revision kept', async () => {
    const store = await open()
    await store.commit(changeTo(FIRST))
    await store.commit(changeTo(SECOND, FIRST))
    await store.commit(changeTo(THIRD, SECOND))
    expect(await statements(store)).toEqual(statedBy([A, B, B2, C]))
    expect((await store.readHead())?.counts).toEqual({
      publications: 4,
      series: 3,
      observations: 7,
    })
  })

  it('lets what is taken anew stand in for all that was there, and never for something newer', async () => {
    const store = await open()
    await store.commit(changeTo(SECOND))
    await store.commit({ ...changeTo(SECOND), isAnew: true, fetchedAtMs: 7 })
    expect(await statements(store)).toEqual(statedBy([A, B]))
    expect(await store.readHead()).toMatchObject({ seq: 2, fetchedAtMs: 7 })
    await store.commit({ ...changeTo(THIRD), isAnew: true })
    expect(await statements(store)).toEqual(statedBy([A, B, B2, C]))
    await expect(store.commit({ ...changeTo(FIRST), isAnew: true })).rejects.toMatchObject({
      code: 'stale',
    })
    const half = { ...changeTo(THIRD), isAnew: true as const, snapshots: [A] }
    await expect(store.commit(half)).rejects.toMatchObject({ code: 'incomplete' })
    expect(await statements(store)).toEqual(statedBy([A, B, B2, C]))
  })

  it('knows the step that comes next without looking at a figure', async () => {
    const store = await open()
    await store.commit(changeTo(SECOND))
    const { manifest, manifestSha256, catalog } = SECOND
    expect(await store.readKnown()).toEqual({
      manifest,
      manifestSha256,
      catalog,
      fetchedAtMs: 1002,
    })
  })

  it('hands out each place asked for, in the order asked, whatever the breakdown', async () => {
    const store = await open()
    const both = [figure('2021', '9', { breakdown: '第一轮' }), figure('2021', '45')]
    const near = [figure('2021', '3', { indicator: 'pm25-peak' }), figure('2020', '57')]
    await store.commit(changeTo(publish(1, [snapshot('a', '2022-01-01', [...both, ...near])])))
    const places = [{ indicator: 'pm10', region: '410800' }, PLACE, PLACE]
    const [none, first, again] = await store.readPlaces(places)
    expect(none).toEqual([])
    expect(first?.map(({ key }) => key).sort()).toEqual(['pm25|410800|', 'pm25|410800|第一轮'])
    expect(again).toEqual(first)
  })

  it('hands out what one publication states, of one transcription alone', async () => {
    const store = await open()
    await store.commit(changeTo(THIRD))
    for (const stated of [A, B, B2, C]) {
      const { publication, statements } = takeApart(stated)
      const read = await store.readStated(publication)
      expect(read.map(asText).sort()).toEqual(statements.map(asText).sort())
    }
  })

  it('keeps the fields in the order of the contract, by which ties are broken', async () => {
    const store = await open()
    const full = figure('2021', '45', {
      breakdown: '第一轮',
      qualifier: '>=',
      printed: '45 以上',
      locator: '表1',
      contradicts: 'older',
      note: '注',
    })
    const whole = snapshot('a', '2022-01-01', [
      full,
      missing('2022', '未公布'),
      figure('2023', '4'),
    ])
    const parsed = parseSnapshot(JSON.stringify(whole))
    if (!parsed.ok) throw new Error('not of the contract')
    const { publication, statements: stated } = takeApart(parsed.value)
    await store.commit(changeTo(publish(1, [parsed.value])))
    const read = await store.readStated(publication)
    expect(read.map((of) => JSON.stringify(of)).sort()).toEqual(
      stated.map((of) => JSON.stringify(of)).sort(),
    )
  })

  it('takes the same generation again as a no-op', async () => {
    const store = await open()
    await store.commit(changeTo(SECOND))
    await store.commit(changeTo(SECOND))
    expect(await statements(store)).toEqual(statedBy([A, B]))
  })

  it('takes a snapshot that it has already only once', async () => {
    const store = await open()
    await store.commit(changeTo(FIRST))
    await store.commit({ ...changeTo(SECOND, FIRST), snapshots: [A, B] })
    expect(await statements(store)).toEqual(statedBy([A, B]))
  })

  it('refuses a change that was planned on another generation', async () => {
    const store = await open()
    await store.commit(changeTo(SECOND))
    await expect(store.commit(changeTo(THIRD, FIRST))).rejects.toMatchObject({ code: 'stale' })
    expect((await store.readHead())?.seq).toBe(2)
    expect(await statements(store)).toEqual(statedBy([A, B]))
  })

  it('refuses a change that lacks a listed snapshot, and writes nothing of it', async () => {
    const store = await open()
    await store.commit(changeTo(FIRST))
    const change = { ...changeTo(THIRD, FIRST), snapshots: [B, C] }
    await expect(store.commit(change)).rejects.toMatchObject({ code: 'incomplete' })
    expect((await store.readHead())?.seq).toBe(1)
    expect(await statements(store)).toEqual(statedBy([A]))
    await store.commit(changeTo(THIRD, FIRST))
    expect(await statements(store)).toEqual(statedBy([A, B, B2, C]))
  })

  it('takes a publication without figures', async () => {
    const silent: Snapshot = { ...A, id: 'silent', observations: [] }
    const store = await open()
    await store.commit(changeTo(publish(1, [silent])))
    const head = await store.readHead()
    expect(head?.counts).toEqual({ publications: 1, series: 0, observations: 0 })
    expect(head?.publications[0]?.observationCount).toBe(0)
  })

  it('hands out records that cannot be changed', async () => {
    const store = await open()
    await store.commit(changeTo(FIRST))
    const generation = await store.readGeneration()
    const [record] = generation?.series ?? []
    expect(Object.isFrozen(generation?.head)).toBe(true)
    expect(Object.isFrozen(generation?.head.publications)).toBe(true)
    expect(Object.isFrozen(record)).toBe(true)
    expect(Object.isFrozen(record?.statements)).toBe(true)
  })

  it('is empty after clear() and usable again', async () => {
    const store = await open()
    await store.commit(changeTo(SECOND))
    await store.clear()
    expect(await store.readGeneration()).toBeNull()
    await store.commit(changeTo(FIRST))
    expect(await statements(store)).toEqual(statedBy([A]))
  })

  it('answers every call after close() with a typed error', async () => {
    const store = await open()
    store.close()
    const calls = [
      store.probe(),
      store.readHead(),
      store.readKnown(),
      store.readPlaces([PLACE]),
      store.readStated(takeApart(A).publication),
      store.readGeneration(),
      store.commit(changeTo(FIRST)),
      store.clear(),
    ]
    const outcomes = await Promise.allSettled(calls)
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'closed' } })
    }
  })

  it('holds the same after any batching of the same snapshots', async () => {
    await fc.assert(
      fc.asyncProperty(snapshotsArb, fc.nat({ max: 12 }), async (found, cutAt) => {
        const unique = [...new Map(found.map((s) => [`${s.id}@${s.revision}`, s])).values()]
        const whole = publish(2, unique)
        const part = publish(1, unique.slice(0, cutAt))
        const [once, twice] = [await open(), await open()]
        await once.commit(changeTo(whole))
        await twice.commit(changeTo(part))
        await twice.commit(changeTo(whole, part))
        expect(await statements(twice)).toEqual(await statements(once))
        expect(await statements(once)).toEqual(statedBy(unique))
        expect((await twice.readHead())?.counts).toEqual((await once.readHead())?.counts)
        for (const stated of unique) {
          const read = await once.readStated(takeApart(stated).publication)
          expect(read.map(asText).sort()).toEqual(statedBy([stated]))
        }
      }),
      { numRuns: 25 },
    )
  })
})

it('writes only the series that a new snapshot speaks of, one publication and the head', async () => {
  const many = Array.from({ length: 40 }, (_, i): Snapshot => {
    const observations = A.observations.map((o) => ({ ...o, indicator: `indicator-${i}` }))
    return { ...A, id: `report-${i}`, observations }
  })
  const before: Published = publish(1, many)
  const store = await openDexie()
  await store.commit(changeTo(before))
  const { put, get, getAll } = IDBObjectStore.prototype
  const written: string[] = []
  const read: string[] = []
  IDBObjectStore.prototype.put = function (...args) {
    written.push(String((args[0] as { key?: string }).key ?? this.name))
    return put.apply(this, args)
  }
  IDBObjectStore.prototype.get = function (...args) {
    read.push(String(args[0]))
    return get.apply(this, args)
  }
  IDBObjectStore.prototype.getAll = function (...args) {
    read.push('everything')
    return getAll.apply(this, args)
  }
  try {
    await store.commit(changeTo(publish(2, [...many, B]), before))
  } finally {
    Object.assign(IDBObjectStore.prototype, { put, get, getAll })
  }
  expect(written).toEqual(['pm25|410800|', 'pm25|410000|', 'report-2021@1', 'heads'])
  expect([...new Set(read)].sort()).toEqual(['head', 'pm25|410000|', 'pm25|410800|'])
})

it('breathes between the snapshots of a large commit, and shows nothing of it meanwhile', async () => {
  const heads: unknown[] = []
  const store = openMemoryStore(async () => void heads.push(await store.readHead()))
  await store.commit(changeTo(THIRD))
  expect(heads).toEqual([null, null, null])
  expect((await store.readHead())?.seq).toBe(3)
})

it('refuses what was planned on a generation that went while it was taken apart', async () => {
  let isFirst = true
  const store = openMemoryStore(async () => {
    if (isFirst) {
      isFirst = false
      await store.commit(changeTo(FIRST))
    }
  })
  await expect(store.commit(changeTo(SECOND))).rejects.toMatchObject({ code: 'stale' })
  expect((await store.readHead())?.seq).toBe(1)
})
