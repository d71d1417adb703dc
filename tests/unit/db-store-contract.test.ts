/** What every back end promises, run against each of them. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../src/contract/snapshot.ts'
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
import { snapshotsArb } from './builders/arbitrary.ts'

type Open = () => Promise<GenerationStore>

const BACK_ENDS: readonly (readonly [string, Open])[] = [
  [
    'dexie',
    () =>
      openDexieStore(DATASET, {
        indexedDB: new IDBFactory(),
        IDBKeyRange,
        startTimer: new ManualTimers().startTimer,
      }),
  ],
  ['memory', async () => openMemoryStore()],
]

function sortedStatements(records: readonly SeriesRecord[]): string[] {
  return records.flatMap((r) => r.statements.map((s) => JSON.stringify(s))).sort()
}

function statedBy(snapshots: readonly Snapshot[]): string[] {
  return snapshots.flatMap((s) => takeApart(s).statements.map((of) => JSON.stringify(of))).sort()
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
    expect(await store.readSeries('pm25')).toEqual([])
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
    const [national] = await store.readSeries('green-factories')
    expect(national).toEqual({
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
      store.readSeries('pm25'),
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
      }),
      { numRuns: 25 },
    )
  })
})

it('writes only the series that a new snapshot speaks of', async () => {
  const many = Array.from({ length: 40 }, (_, i): Snapshot => {
    const observations = A.observations.map((o) => ({ ...o, indicator: `indicator-${i}` }))
    return { ...A, id: `report-${i}`, observations }
  })
  const before: Published = publish(1, many)
  const store = openMemoryStore()
  await store.commit(changeTo(before))
  const old = new Map((await store.readGeneration())?.series.map((r) => [r.key, r.statements]))
  await store.commit(changeTo(publish(2, [...many, B]), before))
  const now = (await store.readGeneration())?.series ?? []
  const rewritten = now.filter((record) => old.get(record.key) !== record.statements)
  expect(rewritten.map((record) => record.key)).toEqual(['pm25|410800|', 'pm25|410000|'])
})
