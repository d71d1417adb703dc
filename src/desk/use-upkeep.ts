/** Looking at what is stored again, repairing it, having it kept, clearing it: one at a time. */
import { shallowRef, type Ref } from 'vue'
import type { Issue } from '../contract/issue.ts'
import type { Recount } from '../db/recount.ts'
import { askToPersist, clearKept, dropKept, openKept } from '../offline/device.ts'
import { verifyKept, type KeptFiles } from '../offline/verify-kept.ts'
import type { DeviceData } from '../stores/device-data.ts'
import type { DeskDevice } from './desk-device.ts'

export type Upkeep =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'verifying' | 'repairing'
      readonly done: number
      readonly all: number
    }
  | { readonly kind: 'verified'; readonly records: Recount; readonly files: KeptFiles }
  | { readonly kind: 'repaired'; readonly areFilesKept: boolean }
  | { readonly kind: 'not-repaired'; readonly issues: readonly Issue[] }
  /** `older`: the server has less than a data pack has brought. */
  | {
      readonly kind:
        'offline' | 'older' | 'stopped' | 'asking' | 'cleared' | 'failed' | 'not-persisted'
    }

export interface UpkeepActs {
  readonly state: Readonly<Ref<Upkeep>>
  readonly verify: () => Promise<void>
  readonly repair: () => Promise<void>
  readonly persist: () => Promise<void>
  readonly askToClear: () => void
  readonly clear: () => Promise<void>
  /** There are data again: what was said of their absence holds no longer. */
  readonly settle: () => void
  /** Leaves what is under way, or the question. */
  readonly stop: () => void
}

type Watch = {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, all: number) => void
}

async function lookAtFiles(device: DeskDevice, watch: Watch): Promise<KeptFiles> {
  const cache = await openKept(device.environment)
  if (!cache) return { kind: 'none' }
  const { manifestUrl } = device.environment
  return verifyKept({ cache, manifestUrl, sha256: device.update.sha256, ...watch })
}

/** Spoiled copies go, and the worker fetches what it misses; true where nothing is missing then. */
async function mendFiles(device: DeskDevice, watch: Watch): Promise<boolean> {
  const files = await lookAtFiles(device, watch)
  if (files.kind === 'kept' && files.spoiled.length === 0) return true
  const spoiled = files.kind === 'kept' ? files.spoiled : []
  const cache = await openKept(device.environment)
  if (cache) await dropKept(cache, device.environment.manifestUrl, spoiled)
  const kept = await device.keepFiles()
  // Without a worker there are no files to mend.
  return kept === null ? spoiled.length === 0 : kept === 'kept'
}

async function verifyAll(data: DeviceData, device: DeskDevice, watch: Watch): Promise<Upkeep> {
  const records = await data.recount({ ...watch, pause: device.pause })
  const files = await lookAtFiles(device, watch)
  return watch.signal.aborted ? { kind: 'idle' } : { kind: 'verified', records, files }
}

async function repairAll(data: DeviceData, device: DeskDevice, watch: Watch): Promise<Upkeep> {
  const result = await data.repair(watch)
  if (result.kind === 'cancelled') return { kind: 'stopped' }
  if (result.kind === 'offline') return { kind: 'offline' }
  if (result.kind === 'refused') {
    const isOlder = result.issues.some(({ code }) => code === 'rollback')
    return isOlder ? { kind: 'older' } : { kind: 'not-repaired', issues: result.issues }
  }
  return { kind: 'repaired', areFilesKept: await mendFiles(device, watch) }
}

async function clearAll(data: DeviceData, { environment }: DeskDevice): Promise<Upkeep> {
  try {
    await data.clear()
    await clearKept(environment)
    return { kind: 'cleared' }
  } catch {
    return { kind: 'failed' }
  }
}

export function useUpkeep(
  data: DeviceData,
  device: DeskDevice,
  refresh: () => Promise<void>,
): UpkeepActs {
  const state = shallowRef<Upkeep>({ kind: 'idle' })
  let leaving: AbortController | null = null

  async function run(
    kind: 'verifying' | 'repairing',
    work: (watch: Watch) => Promise<Upkeep>,
  ): Promise<void> {
    leaving = new AbortController()
    state.value = { kind, done: 0, all: 0 }
    const onProgress = (done: number, all: number): void => {
      state.value = { kind, done, all }
    }
    try {
      state.value = await work({ signal: leaving.signal, onProgress })
    } catch {
      state.value = { kind: 'failed' }
    }
    await refresh()
  }

  return {
    state,
    verify: () => run('verifying', (watch) => verifyAll(data, device, watch)),
    repair: () => run('repairing', (watch) => repairAll(data, device, watch)),
    async persist() {
      const isKept = await askToPersist(device.environment)
      const { kind } = state.value
      const isBusy = kind === 'verifying' || kind === 'repairing'
      if (!isBusy) state.value = { kind: isKept ? 'idle' : 'not-persisted' }
      await refresh()
    },
    askToClear: () => {
      state.value = { kind: 'asking' }
    },
    async clear() {
      state.value = await clearAll(data, device)
      await refresh()
    },
    settle() {
      state.value = { kind: 'idle' }
    },
    stop() {
      leaving?.abort()
      if (state.value.kind === 'asking') state.value = { kind: 'idle' }
    },
  }
}
