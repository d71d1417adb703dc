/** One tab's data from opening to closing, with a real store and a server that can be broken. */
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deleteDexieStore } from '../../src/db/dexie-store.ts'
import { openStore } from '../../src/db/open-store.ts'
import { createTombstone } from '../../src/db/tombstone.ts'
import { createSha256 } from '../../src/feed/sha256.ts'
import { runUpdate } from '../../src/feed/update.ts'
import { DataSession, type DataTools } from '../../src/stores/data-session.ts'
import type { DataState } from '../../src/stores/data-state.ts'
import { wantKey, type Want } from '../../src/stores/series-shelf.ts'
import { openTabChannel } from '../../src/stores/tab-channel.ts'
import { spoilFigures } from '../fixtures/feed/device-browser.ts'
import { ChannelHub, FakePage } from '../fixtures/feed/fake-page.ts'
import { ManualTimers, settle } from '../fixtures/feed/manual-timers.ts'
import { DATASET, FIRST, MANIFEST_PATH, SECOND, THIRD } from '../fixtures/feed/published-data.ts'
import { BASE_URL, SimulatedServer } from '../fixtures/feed/simulated-server.ts'

const POLL_MS = 5 * 60_000

/** What tabs of one browser share. */
class Browser {
  readonly timers = new ManualTimers()
  readonly server = new SimulatedServer(FIRST)
  readonly hub = new ChannelHub()
  readonly items = new Map<string, string>()
  indexedDB = new IDBFactory()

  readonly tombstone = createTombstone(DATASET, () => ({
    getItem: (name) => this.items.get(name) ?? null,
    setItem: (name, text) => void this.items.set(name, text),
  }))

  readonly getIndexedDB = (): IDBFactory => this.indexedDB

  open(more: Partial<DataTools> = {}): Tab {
    return new Tab(this, more)
  }
}

class Tab {
  readonly page = new FakePage()
  readonly states: DataState[] = []
  accepted = 0
  readonly session: DataSession

  constructor(browser: Browser, more: Partial<DataTools>) {
    const { timers, server, tombstone, hub, getIndexedDB } = browser
    const { startTimer } = timers
    const environment = {
      dataset: DATASET,
      getIndexedDB,
      getIDBKeyRange: () => IDBKeyRange,
      startTimer,
      tombstone,
    }
    const tools: DataTools = {
      openStore: (avoid) => openStore(environment, avoid),
      update: (store) =>
        runUpdate(store, {
          fetch: server.fetch,
          startTimer,
          sha256: createSha256(undefined),
          manifestUrl: `${BASE_URL}${MANIFEST_PATH}`,
          dataset: DATASET,
          nowMs: () => timers.nowMs,
          tombstone,
          buildFloor: null,
        }),
      tombstone,
      openChannel: () => openTabChannel(DATASET, hub.connect),
      polling: this.page.polling(timers),
      onAccepted: () => {
        this.accepted += 1
      },
      ...more,
    }
    this.session = new DataSession(tools, (state) => this.states.push(state))
  }

  get state(): DataState {
    const last = this.states[this.states.length - 1]
    if (!last) throw new Error('nothing was published yet')
    return last
  }

  get shownSeq(): number | null {
    return this.state.head?.seq ?? null
  }
}

function countShown(state: DataState): number {
  return [...state.series.values()].flat().reduce((sum, of) => sum + of.statements.length, 0)
}

let browser: Browser

beforeEach(() => {
  browser = new Browser()
})

/** A tab that has shown and stored FIRST, and been closed. */
async function visitBefore(): Promise<void> {
  const tab = browser.open()
  await tab.session.start()
  await tab.session.stop()
}

describe('starting', () => {
  it('takes the first generation in and shows it whole', async () => {
    const tab = browser.open()
    await tab.session.start()
    expect(tab.state).toMatchObject({
      phase: 'ready',
      storage: { kind: 'dexie', why: null, loss: null },
      connectivity: 'online',
      lastCheckedMs: browser.timers.nowMs,
      refusals: [],
    })
    expect(tab.shownSeq).toBe(1)
    expect([...tab.state.series.keys()]).toEqual(['pm25'])
  })

  it('shows what is stored before any server has answered', async () => {
    await visitBefore()
    const checkedMs = browser.timers.nowMs
    browser.timers.nowMs += 3_600_000
    browser.server.break(MANIFEST_PATH, { kind: 'mute' })
    const tab = browser.open()
    const starting = tab.session.start()
    await settle()
    expect(tab.state).toMatchObject({ phase: 'ready', lastCheckedMs: checkedMs })
    expect(tab.shownSeq).toBe(1)
    await browser.timers.advance(10_000)
    await starting
    expect(tab.state.refusals.map(({ code }) => code)).toEqual(['stall'])
    expect(tab.shownSeq).toBe(1)
  })

  it('is empty when nothing is known and no server is there, and recovers within a minute', async () => {
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    const tab = browser.open()
    await tab.session.start()
    expect(tab.state).toMatchObject({ phase: 'empty', connectivity: 'offline', head: null })
    browser.server.heal()
    await browser.timers.advance(60_000)
    expect(tab.state).toMatchObject({ phase: 'ready', connectivity: 'online' })
  })

  it('is offline and ready when data are stored and no server is there', async () => {
    await visitBefore()
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    const tab = browser.open()
    await tab.session.start()
    expect(tab.state).toMatchObject({ phase: 'ready', connectivity: 'offline' })
    expect(countShown(tab.state)).toBe(2)
  })
})

describe('while the page is open', () => {
  it('replaces head and figures in one step, in place', async () => {
    const tab = browser.open()
    await tab.session.start()
    browser.server.serve(THIRD)
    await tab.session.check()
    expect(tab.shownSeq).toBe(3)
    for (const state of tab.states) {
      expect(countShown(state)).toBe(state.head?.counts.observations ?? 0)
    }
  })

  it('keeps the last good generation and says what was refused, until a good one comes', async () => {
    const tab = browser.open()
    await tab.session.start()
    const { head, series } = tab.state
    browser.server.serve(SECOND).break(MANIFEST_PATH, { kind: 'html' })
    await tab.session.check()
    expect(tab.state).toMatchObject({ phase: 'ready', connectivity: 'online' })
    expect(tab.state.refusals.map(({ code }) => code)).toEqual(['html'])
    expect(tab.state.head).toBe(head)
    expect(tab.state.series).toBe(series)
    browser.server.heal()
    await browser.timers.advance(60_000)
    expect(tab.state.refusals).toEqual([])
    expect(tab.shownSeq).toBe(2)
  })

  it('looks again every five minutes, and never while nobody can see it', async () => {
    const tab = browser.open()
    await tab.session.start()
    browser.server.serve(SECOND)
    await browser.timers.advance(POLL_MS)
    expect(tab.shownSeq).toBe(2)
    tab.page.become('hidden')
    browser.server.serve(THIRD).asked.length = 0
    await browser.timers.advance(10 * POLL_MS)
    expect(browser.server.asked).toEqual([])
    tab.page.become('visible')
    await settle()
    expect(tab.shownSeq).toBe(3)
  })

  it('looks at once when the line is back', async () => {
    const tab = browser.open()
    await tab.session.start()
    browser.server.serve(SECOND)
    tab.page.window.dispatchEvent(new Event('online'))
    await settle()
    expect(tab.shownSeq).toBe(2)
  })

  it('answers two who ask at once with one look', async () => {
    const tab = browser.open()
    await tab.session.start()
    browser.server.asked.length = 0
    await Promise.all([tab.session.check(), tab.session.check()])
    expect(browser.server.asked).toHaveLength(1)
  })

  it('asks for the files to be kept at the first confirmation and at every new generation', async () => {
    const tab = browser.open()
    await tab.session.start()
    expect(tab.accepted).toBe(1)
    await tab.session.check()
    expect(tab.accepted).toBe(1)
    browser.server.serve(SECOND)
    await tab.session.check()
    expect(tab.accepted).toBe(2)
    const next = browser.open()
    await next.session.start()
    expect(next.accepted).toBe(1)
  })
})

describe('several tabs', () => {
  it('all show what one of them took in, without asking the server again', async () => {
    const [one, other] = [browser.open(), browser.open()]
    await one.session.start()
    await other.session.start()
    browser.server.serve(SECOND)
    await one.session.check()
    browser.server.asked.length = 0
    await settle()
    expect(other.shownSeq).toBe(2)
    expect(countShown(other.state)).toBe(4)
    expect(browser.server.asked).toEqual([])
  })

  it('do not believe a stranger on the channel', async () => {
    const tab = browser.open()
    await tab.session.start()
    const published = tab.states.length
    for (const data of [null, 7, 'x', { seq: 9 }, { kind: 'qinglan-generation/1', seq: '9' }]) {
      browser.hub.shout(data)
    }
    browser.hub.shout({ kind: 'qinglan-generation/1', seq: 99 })
    await settle()
    expect(tab.states).toHaveLength(published)
  })

  it('commit the same generation at the same time without harm', async () => {
    const tabs = [browser.open(), browser.open(), browser.open()]
    await Promise.all(tabs.map((tab) => tab.session.start()))
    browser.server.serve(THIRD)
    await Promise.all(tabs.map((tab) => tab.session.check()))
    for (const tab of tabs) {
      expect(tab.shownSeq).toBe(3)
      expect(countShown(tab.state)).toBe(7)
      expect(tab.state.storage.kind).toBe('dexie')
    }
  })
})

describe('a store that fails', () => {
  const realPut = IDBObjectStore.prototype.put
  afterEach(() => {
    IDBObjectStore.prototype.put = realPut
  })

  it('gives way to the memory when the disk is full, and everything is shown', async () => {
    const tab = browser.open()
    await tab.session.start()
    browser.server.serve(SECOND)
    IDBObjectStore.prototype.put = function (...args) {
      // Small writes still pass, as on a disk that is nearly full.
      if (this.name === 'probes') return realPut.apply(this, args)
      throw new DOMException('full', 'QuotaExceededError')
    }
    browser.server.asked.length = 0
    await tab.session.check()
    // Asked once for the full disk, once for the memory, and not a third time.
    expect(browser.server.asked.filter(({ path }) => path === MANIFEST_PATH)).toHaveLength(2)
    expect(tab.state.storage).toEqual({ kind: 'memory', why: 'quota', loss: null })
    expect(tab.shownSeq).toBe(2)
    expect(countShown(tab.state)).toBe(4)
  })

  it('is opened anew and filled again when it was deleted under the page', async () => {
    const tab = browser.open()
    await tab.session.start()
    const { startTimer } = browser.timers
    await deleteDexieStore(DATASET, { indexedDB: browser.indexedDB, IDBKeyRange, startTimer })
    await tab.session.check()
    expect(tab.state).toMatchObject({ phase: 'ready', storage: { kind: 'dexie', loss: 'lost' } })
    await tab.session.stop()
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    const next = browser.open()
    await next.session.start()
    expect(next.shownSeq).toBe(1)
  })

  it('keeps the screen as it is when it was deleted and no server is there', async () => {
    const tab = browser.open()
    await tab.session.start()
    const { startTimer } = browser.timers
    await deleteDexieStore(DATASET, { indexedDB: browser.indexedDB, IDBKeyRange, startTimer })
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    await tab.session.check()
    expect(tab.state).toMatchObject({ phase: 'ready', connectivity: 'offline' })
    expect(countShown(tab.state)).toBe(2)
  })

  it('says that data are lost when the database came back empty', async () => {
    await visitBefore()
    browser.indexedDB = new IDBFactory()
    const tab = browser.open()
    await tab.session.start()
    expect(tab.state).toMatchObject({ phase: 'ready', storage: { kind: 'dexie', loss: 'lost' } })
  })

  it('shows no figure of a record that disagrees with itself, but fetches it again', async () => {
    await visitBefore()
    await spoilFigures(browser)
    const tab = browser.open()
    await tab.session.start()
    expect(tab.state).toMatchObject({ phase: 'ready', storage: { kind: 'dexie', loss: 'corrupt' } })
    const shown = tab.states.flatMap((state) => [...state.series.values()].flat())
    expect(new Set(shown.flatMap((s) => s.statements.map((of) => of.value)))).toEqual(
      new Set([57, 63]),
    )
  })
})

describe('a data set too large to be held whole', () => {
  const CITY: Want = { kind: 'place', indicator: 'pm25', region: '410800' }
  const ABOVE: Want = { kind: 'place', indicator: 'pm25', region: '410000' }
  const NONE: Want = { kind: 'place', indicator: 'no-such', region: '410000' }
  const valuesIn = (tab: Tab, want: Want) =>
    tab.state.shelf?.get(wantKey(want))?.map(({ value }) => value)

  it('is ready with its head, and reads a place when a page needs it', async () => {
    const tab = browser.open({ heldWholeMax: 1 })
    await tab.session.start()
    expect(tab.state).toMatchObject({ phase: 'ready', series: new Map(), shelf: new Map() })
    await tab.session.need([CITY, NONE])
    expect(valuesIn(tab, CITY)).toEqual([57, 63])
    expect(valuesIn(tab, NONE)).toEqual([])
    expect(valuesIn(tab, ABOVE)).toBeUndefined()
  })

  it('is held whole up to the limit', async () => {
    const tab = browser.open({ heldWholeMax: 2 })
    await tab.session.start()
    expect(tab.state.shelf).toBeNull()
    await tab.session.need([CITY])
    expect(tab.state.shelf).toBeNull()
  })

  it('reads a publication with all that it states', async () => {
    const tab = browser.open({ heldWholeMax: 1 })
    await tab.session.start()
    const [publication] = tab.state.head?.publications ?? []
    if (!publication) throw new Error('no publication')
    const want: Want = { kind: 'publication', publication }
    await tab.session.need([want])
    expect(valuesIn(tab, want)).toEqual([57, 63])
  })

  it('changes head and what the page needs in one step', async () => {
    const tab = browser.open({ heldWholeMax: 1 })
    await tab.session.start()
    await tab.session.need([CITY])
    browser.server.serve(SECOND)
    tab.states.length = 0
    await tab.session.check()
    const counts = tab.states.map((state) => [
      state.head?.seq,
      state.shelf?.get(wantKey(CITY))?.length,
    ])
    expect(new Set(counts.map(String))).toEqual(new Set(['2,3']))
  })

  it('asks the store once for what two ask for', async () => {
    const tab = browser.open({ heldWholeMax: 1 })
    await tab.session.start()
    tab.states.length = 0
    await Promise.all([tab.session.need([CITY]), tab.session.needAlso([CITY])])
    expect(tab.states).toHaveLength(1)
  })

  it('shows no figure of a record that disagrees with itself, but fetches it again', async () => {
    await visitBefore()
    const tab = browser.open({ heldWholeMax: 1 })
    await tab.session.start()
    await spoilFigures(browser)
    await tab.session.need([CITY])
    expect(tab.state.storage.loss).toBe('corrupt')
    expect(valuesIn(tab, CITY)).toEqual([57, 63])
  })

  it('is fetched again when the database was deleted under the page', async () => {
    const tab = browser.open({ heldWholeMax: 1 })
    await tab.session.start()
    await deleteDexieStore(DATASET, {
      indexedDB: browser.indexedDB,
      IDBKeyRange,
      startTimer: browser.timers.startTimer,
    })
    await tab.session.need([CITY])
    expect(valuesIn(tab, CITY)).toEqual([57, 63])
  })

  it('never takes an emptied store for one that has no such figures', async () => {
    const tab = browser.open({ heldWholeMax: 1 })
    await tab.session.start()
    browser.server.break(MANIFEST_PATH, { kind: 'unreachable' })
    await deleteDexieStore(DATASET, {
      indexedDB: browser.indexedDB,
      IDBKeyRange,
      startTimer: browser.timers.startTimer,
    })
    await tab.session.need([CITY])
    expect(tab.shownSeq).toBe(1)
    expect(valuesIn(tab, CITY)).toBeUndefined()
  })
})

describe('stopping', () => {
  it('leaves no timer, listener or channel behind', async () => {
    const tab = browser.open()
    await tab.session.start()
    expect(browser.timers.pending).toBe(1)
    expect(tab.page.window.listeners + tab.page.document.listeners).toBe(4)
    expect(browser.hub.size).toBe(1)
    await tab.session.stop()
    expect(browser.timers.pending).toBe(0)
    expect(tab.page.window.listeners + tab.page.document.listeners).toBe(0)
    expect(browser.hub.size).toBe(0)
  })

  it('during a look publishes nothing any more and starts nothing', async () => {
    const tab = browser.open()
    await tab.session.start()
    const published = tab.states.length
    browser.server.serve(SECOND).break(MANIFEST_PATH, { kind: 'mute' })
    const checking = tab.session.check()
    await settle()
    await tab.session.stop()
    await browser.timers.advance(10_000)
    await checking
    expect(tab.states).toHaveLength(published)
    expect(browser.timers.pending).toBe(0)
  })
})
