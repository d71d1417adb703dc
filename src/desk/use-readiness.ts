/** What may be counted on here, as live state: asked again whenever something may have changed. */
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { readKeptFacts, runtimeOf, type KeptFacts } from '../offline/device.ts'
import { decideReadiness, type Readiness } from '../offline/readiness.ts'
import type { StorageState } from '../stores/data-state.ts'
import type { DeskDevice } from './desk-device.ts'

const NOTHING_KEPT: KeptFacts = {
  hasShell: false,
  isControlled: false,
  keptSeq: null,
  isPersisted: null,
  usedBytes: null,
}

export interface KnownData {
  readonly head: { readonly seq: number } | null
  readonly storage: StorageState
  readonly takenInMs: number | null
  readonly lastCheckedMs: number | null
  readonly connectivity: 'online' | 'offline'
  readonly refusals: readonly unknown[]
  readonly isLeftOff: boolean
}

/** Before that, what is stored may still be read or be on its way. */
function hasLooked(data: KnownData): boolean {
  const isTold = data.connectivity === 'offline' || data.refusals.length > 0 || data.isLeftOff
  return isTold || data.takenInMs !== null || data.lastCheckedMs !== null
}

export interface LiveReadiness {
  readonly readiness: ComputedRef<Readiness>
  readonly kept: Readonly<ShallowRef<KeptFacts>>
  readonly refresh: () => Promise<void>
}

export function useReadiness({ environment, worker }: DeskDevice, data: KnownData): LiveReadiness {
  const kept = shallowRef(NOTHING_KEPT)
  let isOver = false
  onScopeDispose(() => {
    isOver = true
  })
  const refresh = async (): Promise<void> => {
    const found = await readKeptFacts(environment)
    if (!isOver) kept.value = found
  }
  watch([worker, () => data.head, () => data.takenInMs], () => void refresh(), { immediate: true })
  const readiness = computed(() =>
    decideReadiness({
      ...runtimeOf(environment),
      ...kept.value,
      store: data.storage.kind,
      // What came with the page alone is not stored yet.
      storedSeq: data.takenInMs === null ? null : (data.head?.seq ?? null),
      hasLooked: hasLooked(data),
      worker: worker.value,
    }),
  )
  return { readiness, kept, refresh }
}
