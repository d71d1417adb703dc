/** Since when this device holds what it shows. */
import { expect, it } from 'vitest'
import { openMemoryStore } from '../../src/db/memory-store.ts'
import { openStore } from '../../src/db/open-store.ts'
import type { GenerationStore } from '../../src/db/store-port.ts'
import { createTombstone } from '../../src/db/tombstone.ts'
import type { UpdateResult } from '../../src/feed/take-in.ts'
import { DataSession } from '../../src/stores/data-session.ts'
import { INITIAL_DATA_STATE, stateOf, type DataState } from '../../src/stores/data-state.ts'
import { openTabChannel } from '../../src/stores/tab-channel.ts'
import { ChannelHub, FakePage } from '../fixtures/feed/fake-page.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import { changeTo, DATASET, FIRST, SECOND } from '../fixtures/feed/published-data.ts'

type Update = (store: GenerationStore) => Promise<UpdateResult>

const SAME: Update = async () => ({ kind: 'unchanged' })
const OFFLINE: Update = async () => ({ kind: 'offline' })

/** A tab without IndexedDB, so that its store is this page's memory. */
async function runTab(update: Update, initial = INITIAL_DATA_STATE) {
  const timers = new ManualTimers()
  const tombstone = createTombstone(DATASET, () => undefined)
  const states: DataState[] = [initial]
  const { startTimer } = timers
  const session = new DataSession(
    {
      openStore: () =>
        openStore({
          dataset: DATASET,
          getIndexedDB: () => undefined,
          getIDBKeyRange: () => undefined,
          startTimer,
          tombstone,
        }),
      update,
      tombstone,
      openChannel: () => openTabChannel(DATASET, new ChannelHub().connect),
      polling: new FakePage().polling(timers),
      onAccepted: () => undefined,
    },
    (state) => states.push(state),
    initial,
  )
  await session.start()
  return { session, states, now: () => states[states.length - 1] ?? initial }
}

/** What a written page begins with: its note of a time is that of the data, not of this device. */
async function shippedState(): Promise<DataState> {
  const store = openMemoryStore()
  await store.commit({ ...changeTo(FIRST), fetchedAtMs: 7 })
  const generation = await store.readGeneration()
  if (!generation) throw new Error('nothing stored')
  return stateOf(generation)
}

it('what came with the page was taken in by nobody', async () => {
  const { now, session } = await runTab(OFFLINE, await shippedState())
  expect(now()).toMatchObject({ phase: 'ready', takenInMs: null })
  await session.stop()
})

it('the same generation, once it is stored, is here since then', async () => {
  const update: Update = async (store) => {
    await store.commit(changeTo(FIRST))
    return { kind: 'updated', isFromCache: false }
  }
  const { now, session } = await runTab(update, await shippedState())
  expect(now()).toMatchObject({ takenInMs: 1001, storage: { kind: 'memory' } })
  await session.stop()
})

it('a look that finds nothing new does not set the time anew', async () => {
  let looks = 0
  const update: Update = async (store) => {
    looks += 1
    if (looks > 1) return SAME(store)
    await store.commit(changeTo(FIRST))
    return { kind: 'updated', isFromCache: false }
  }
  const { now, session } = await runTab(update)
  await session.check()
  expect(looks).toBe(2)
  expect(now().takenInMs).toBe(1001)
  await session.stop()
})

it('a newer generation is here since it was taken in', async () => {
  const steps = [changeTo(FIRST), changeTo(SECOND, FIRST)]
  const update: Update = async (store) => {
    const step = steps.shift()
    if (step) await store.commit(step)
    return { kind: 'updated', isFromCache: false }
  }
  const { now, session } = await runTab(update)
  expect(now().takenInMs).toBe(1001)
  await session.check()
  expect(now().takenInMs).toBe(1002)
  await session.stop()
})
