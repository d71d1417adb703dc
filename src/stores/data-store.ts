/** The data as live state: one object replaced whole, seen through computed parts. */
import { defineStore } from 'pinia'
import {
  computed,
  inject,
  onScopeDispose,
  shallowRef,
  watch,
  type App,
  type InjectionKey,
  type ShallowRef,
} from 'vue'
import type { GenerationStore } from '../db/store-port.ts'
import type { UpdateResult } from '../feed/take-in.ts'
import { DataSession, type DataTools } from './data-session.ts'
import { INITIAL_DATA_STATE, type DataState } from './data-state.ts'
import type { Want } from './series-shelf.ts'

export interface DataSource {
  /** The environment of the data's life; absent where pages are written, which have none. */
  readonly tools?: DataTools
  /** What is known from the first moment on. */
  readonly initial?: DataState
}

const DATA_SOURCE: InjectionKey<DataSource> = Symbol('data source')

/** Hands the environment to the data store of this app; call before the store is used. */
export function provideData(app: App, source: DataSource): void {
  app.provide(DATA_SOURCE, source)
}

/** One part each, so that who looks at one does not hear of the others. */
function partsOf(state: Readonly<ShallowRef<DataState>>) {
  return {
    phase: computed(() => state.value.phase),
    head: computed(() => state.value.head),
    series: computed(() => state.value.series),
    shelf: computed(() => state.value.shelf),
    storage: computed(() => state.value.storage),
    connectivity: computed(() => state.value.connectivity),
    takenInMs: computed(() => state.value.takenInMs),
    lastCheckedMs: computed(() => state.value.lastCheckedMs),
    refusals: computed(() => state.value.refusals),
    serverSeq: computed(() => state.value.serverSeq),
    takingIn: computed(() => state.value.takingIn),
    isLeftOff: computed(() => state.value.isLeftOff),
  }
}

/** What a page may have done with the data; only where they have a life. */
function lifeOf(session: DataSession | undefined) {
  function alive(): DataSession {
    if (!session) throw new Error('where pages are written, data have no life')
    return session
  }
  return {
    alone: <T>(work: (store: GenerationStore) => Promise<T>) => alive().alone(work),
    take: (work: (store: GenerationStore) => Promise<UpdateResult>) => alive().take(work),
    leaveOff: () => alive().leaveOff(),
    resume: () => alive().resume(),
    rest: () => alive().rest(),
  }
}

export const useDataStore = defineStore('data', () => {
  const source = inject(DATA_SOURCE, null)
  if (!source) throw new Error('provideData() must be called before the data store is used')
  const { tools, initial = INITIAL_DATA_STATE } = source
  const state = shallowRef(initial)
  const publish = (next: DataState) => {
    state.value = next
  }
  const session = tools && new DataSession(tools, publish, initial)
  onScopeDispose(() => void session?.stop())
  return {
    ...partsOf(state),
    ...lifeOf(session),
    open: async () => session?.open(),
    start: async () => session?.start(),
    /** Starts, and resolves once something is known, however long that takes. */
    async startUntilKnown() {
      await session?.start()
      if (state.value.head) return
      await new Promise<void>((resolve) => {
        const stop = watch(state, ({ head }) => {
          if (!head) return
          stop()
          resolve()
        })
      })
    },
    check: async () => session?.check(),
    need: async (wants: readonly Want[]) => session?.need(wants),
    needAlso: async (wants: readonly Want[]) => session?.needAlso(wants),
    stop: async () => session?.stop(),
  }
})
