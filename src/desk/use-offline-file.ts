/** The making of the one file as live state: what is being done, what came of it, and how to stop it. */
import { computed, onScopeDispose, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import {
  makeOfflineFile,
  type MadeFile,
  type MakeStep,
  type OfflineFileTools,
  type OfflineFileWish,
} from './make-offline-file.ts'
import type { DeviceData } from '../stores/device-data.ts'

/** `cancelled`: no file was made, because somebody said so. */
export type MakeResult = MadeFile | { readonly kind: 'cancelled' }

export interface OfflineFileMaking {
  /** Null while nothing is made. */
  readonly step: ShallowRef<MakeStep | null>
  readonly result: ShallowRef<MakeResult | null>
  readonly isBusy: ComputedRef<boolean>
  readonly make: (wish: OfflineFileWish) => Promise<void>
  readonly cancel: () => void
}

async function attempt(
  wish: OfflineFileWish,
  tools: OfflineFileTools & Pick<DeviceData, 'gather'>,
  signal: AbortSignal,
  onStep: (step: MakeStep) => void,
): Promise<MakeResult> {
  try {
    return await makeOfflineFile(wish, tools, { onStep, signal })
  } catch (error) {
    if (signal.aborted) return { kind: 'cancelled' }
    // What fetch says where there is no server.
    if (error instanceof TypeError) return { kind: 'unreachable' }
    throw error
  }
}

export function useOfflineFile(
  tools: (OfflineFileTools & Pick<DeviceData, 'gather'>) | null,
  onMade: (name: string, text: string) => void,
): OfflineFileMaking {
  const step = shallowRef<MakeStep | null>(null)
  const result = shallowRef<MakeResult | null>(null)
  const running = shallowRef<AbortController | null>(null)
  const cancel = () => running.value?.abort()
  onScopeDispose(cancel)
  return {
    step,
    result,
    isBusy: computed(() => running.value !== null),
    cancel,
    async make(wish) {
      if (!tools || running.value) return
      const controller = (running.value = new AbortController())
      result.value = null
      try {
        const made = await attempt(wish, tools, controller.signal, (next) => (step.value = next))
        result.value = made
        if (made.kind === 'made') onMade(made.name, made.text)
      } finally {
        running.value = null
        step.value = null
      }
    },
  }
}
