/** The data as live state: one object replaced whole, seen through computed parts. */
import { defineStore } from 'pinia'
import { computed, inject, onScopeDispose, shallowRef, type App, type InjectionKey } from 'vue'
import { DataSession, type DataTools } from './data-session.ts'
import { INITIAL_DATA_STATE } from './data-state.ts'
import type { Want } from './series-shelf.ts'

const DATA_TOOLS: InjectionKey<DataTools> = Symbol('data tools')

/** Hands the environment to the data store of this app; call before the store is used. */
export function provideDataTools(app: App, tools: DataTools): void {
  app.provide(DATA_TOOLS, tools)
}

export const useDataStore = defineStore('data', () => {
  const tools = inject(DATA_TOOLS, null)
  if (!tools) throw new Error('provideDataTools() must be called before the data store is used')
  const state = shallowRef(INITIAL_DATA_STATE)
  const session = new DataSession(tools, (next) => {
    state.value = next
  })
  onScopeDispose(() => void session.stop())
  return {
    phase: computed(() => state.value.phase),
    head: computed(() => state.value.head),
    series: computed(() => state.value.series),
    shelf: computed(() => state.value.shelf),
    storage: computed(() => state.value.storage),
    connectivity: computed(() => state.value.connectivity),
    lastCheckedMs: computed(() => state.value.lastCheckedMs),
    refusals: computed(() => state.value.refusals),
    start: () => session.start(),
    check: () => session.check(),
    need: (wants: readonly Want[]) => session.need(wants),
    needAlso: (wants: readonly Want[]) => session.needAlso(wants),
    stop: () => session.stop(),
  }
})
