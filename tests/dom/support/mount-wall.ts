/** The wall in a document without a browser around it: its clock, its lock and its data are handed in. */
import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { nextTick, type App } from 'vue'
import { openMemoryStore } from '../../../src/db/memory-store.ts'
import { parseWallQuery } from '../../../src/slides/wall-address.ts'
import { INITIAL_DATA_STATE, stateOf, type DataState } from '../../../src/stores/data-state.ts'
import { provideData } from '../../../src/stores/data-store.ts'
import { createDrawQueue } from '../../../src/wall/draw-queue.ts'
import { wallToolsKey, type WallTools } from '../../../src/wall/wall-tools.ts'
import Wall from '../../../src/wall/Wall.vue'
import { ManualTimers } from '../../fixtures/feed/manual-timers.ts'
import { publish } from '../../fixtures/feed/published-data.ts'
import { catalog, indicator } from '../../unit/builders/catalog.ts'
import { figure, snapshot } from '../../unit/builders/snapshot.ts'

const IDS = ['pm25', 'so2', 'co']

/** Made-up figures, for these tests only. */
async function madeUpState(): Promise<DataState> {
  const observations = IDS.flatMap((id) =>
    ['2020', '2021', '2022', '2023'].map((year) => figure(year, '45', { indicator: id })),
  )
  const generation = publish(
    1,
    [snapshot('a', '2024-01-09', observations)],
    {},
    catalog(IDS.map((id) => indicator(id, { updatePeriod: 'month' }))),
  )
  const { manifest, manifestSha256, catalog: made, snapshots } = generation
  const store = openMemoryStore()
  await store.commit({
    base: null,
    manifest,
    manifestSha256,
    catalog: made,
    snapshots,
    fetchedAtMs: 0,
  })
  const known = await store.readGeneration()
  if (!known) throw new Error('nothing was kept')
  return stateOf(known)
}

/** Holds until it is released. */
function lock() {
  const request = async () =>
    Object.assign(new EventTarget(), { released: false, release: async () => undefined })
  return { request }
}

export interface WallOptions {
  /** As in the address. */
  readonly query?: string
  /** What is otherwise than well; null: there are no data. */
  readonly data?: Partial<DataState> | null
  readonly tools?: Partial<WallTools>
}

export interface MountedWall {
  readonly wall: VueWrapper
  readonly timers: ManualTimers
  readonly press: (key: string) => Promise<void>
}

export async function mountWall({
  query = '',
  data = {},
  tools = {},
}: WallOptions = {}): Promise<MountedWall> {
  const timers = new ManualTimers(5)
  const { startTimer } = timers
  const state = data ? { ...(await madeUpState()), ...data } : INITIAL_DATA_STATE
  const all: WallTools = {
    window,
    document,
    root: document.documentElement,
    now: () => new Date(timers.nowMs),
    steadyMs: () => timers.nowMs,
    startTimer,
    drawTurns: createDrawQueue(startTimer),
    painted: () => nextTick(),
    wakeLock: lock(),
    isSecure: true,
    base: 'https://wall.test/',
    origin: null,
    leave: () => undefined,
    reducedMotion: { matches: true },
    onBoundary: () => false,
    ...tools,
  }
  const provideAll = (app: App) => {
    app.provide(wallToolsKey, all)
    provideData(app, { initial: state })
  }
  const wall = mount(Wall, {
    props: { choice: parseWallQuery(query), buildDay: null },
    attachTo: document.body,
    global: { plugins: [createPinia(), provideAll] },
  })
  await timers.advance(0)
  return {
    wall,
    timers,
    press: async (key) => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key }))
      await timers.advance(100)
    },
  }
}
