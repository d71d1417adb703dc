import { createPinia } from 'pinia'
import { createApp, isProxy, watch } from 'vue'
import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../../src/db/memory-store.ts'
import { createSha256 } from '../../src/feed/sha256.ts'
import { runUpdate } from '../../src/feed/update.ts'
import { manifestUrlOf } from '../../src/stores/browser-basics.ts'
import type { DataTools } from '../../src/stores/data-session.ts'
import { provideData, useDataStore } from '../../src/stores/data-store.ts'
import { useReleaseStore } from '../../src/stores/release-store.ts'
import { openTabChannel } from '../../src/stores/tab-channel.ts'
import { FakePage } from '../fixtures/feed/fake-page.ts'
import { ManualTimers } from '../fixtures/feed/manual-timers.ts'
import { DATASET, FIRST, MANIFEST_PATH, THIRD } from '../fixtures/feed/published-data.ts'
import { BASE_URL, SimulatedServer } from '../fixtures/feed/simulated-server.ts'

function setUp() {
  const server = new SimulatedServer(FIRST)
  const timers = new ManualTimers()
  const store = openMemoryStore()
  const tombstone = { read: () => null, write: () => false }
  const tools: DataTools = {
    openStore: async () => ({ store, why: 'missing', loss: null }),
    update: () =>
      runUpdate(store, {
        fetch: server.fetch,
        startTimer: timers.startTimer,
        sha256: createSha256(undefined),
        manifestUrl: `${BASE_URL}${MANIFEST_PATH}`,
        dataset: DATASET,
        nowMs: () => timers.nowMs,
        tombstone,
        buildFloor: null,
      }),
    tombstone,
    openChannel: () => openTabChannel(DATASET, () => undefined),
    polling: new FakePage().polling(timers),
    onAccepted: () => undefined,
  }
  const app = createApp({ render: () => null })
  app.use(createPinia())
  provideData(app, { tools })
  return { server, data: app.runWithContext(() => useDataStore()) }
}

describe('the data store', () => {
  it('starts with nothing and becomes ready', async () => {
    const { data } = setUp()
    expect(data.phase).toBe('starting')
    await data.start()
    expect(data.phase).toBe('ready')
    expect(data.storage).toEqual({ kind: 'memory', why: 'missing', loss: null })
    expect(data.head?.seq).toBe(1)
    await data.stop()
  })

  it('never shows a head with the figures of another generation, not even to a sync watcher', async () => {
    const { data, server } = setUp()
    const seen: [number, number][] = []
    function count(): number {
      return [...data.series.values()].flat().reduce((sum, of) => sum + of.statements.length, 0)
    }
    watch(
      () => [data.head, data.series],
      () => seen.push([data.head?.counts.observations ?? 0, count()]),
      { flush: 'sync' },
    )
    await data.start()
    server.serve(THIRD)
    await data.check()
    expect(seen).toEqual([
      [2, 2],
      [7, 7],
    ])
    await data.stop()
  })

  it('wraps no data into proxies', async () => {
    const { data } = setUp()
    await data.start()
    const [record] = data.series.get('pm25') ?? []
    expect(record?.statements).toHaveLength(2)
    for (const value of [data.head, data.head?.catalog, data.series, record, record?.statements]) {
      expect(isProxy(value)).toBe(false)
    }
    await data.stop()
  })

  it('says what is missing when no environment was handed in', () => {
    const app = createApp({ render: () => null })
    app.use(createPinia())
    expect(() => app.runWithContext(() => useDataStore())).toThrow(
      'provideData() must be called before the data store is used',
    )
  })
})

describe('the release store', () => {
  it('waits when a release is offered, and applies it only when asked', () => {
    const release = useReleaseStore(createPinia())
    expect(release.state).toBe('current')
    release.applyRelease()
    let applied = 0
    release.offerRelease(() => {
      applied += 1
    })
    expect(release.state).toBe('waiting')
    expect(applied).toBe(0)
    release.applyRelease()
    expect(applied).toBe(1)
  })
})

describe('the tab channel', () => {
  it('is silent where there is none, or opening it throws', () => {
    const absent = openTabChannel(DATASET, () => undefined)
    const blocked = openTabChannel(DATASET, () => {
      throw new DOMException('no', 'SecurityError')
    })
    for (const channel of [absent, blocked]) {
      let heard = 0
      channel.listen(() => {
        heard += 1
      })
      channel.announce(1)
      channel.close()
      expect(heard).toBe(0)
    }
  })
})

describe("the manifest's address", () => {
  it('stands beside the document in any folder, whatever the hash says', () => {
    expect(manifestUrlOf('https://a.cn/x/index.html#/indicators/pm25?v=2021-01-01')).toBe(
      'https://a.cn/x/data/manifest.json',
    )
    expect(manifestUrlOf('http://10.0.0.2:8080/')).toBe('http://10.0.0.2:8080/data/manifest.json')
  })
})
