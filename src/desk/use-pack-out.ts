/** Handing the data out as a pack. */
import { shallowRef, type Ref } from 'vue'
import type { Issue } from '../contract/issue.ts'
import type { Head } from '../db/store-port.ts'
import { writePack } from '../feed/write-pack.ts'
import type { DeviceData } from '../stores/device-data.ts'
import { packFileName } from '../text/pack-text.ts'
import type { DeskDevice } from './desk-device.ts'

export type PackOutState =
  | { readonly kind: 'idle' | 'unreachable' | 'stopped' }
  | { readonly kind: 'gathering'; readonly done: number; readonly all: number }
  | { readonly kind: 'written'; readonly name: string }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'other'; readonly seq: number }

export interface PackOutActs {
  readonly state: Readonly<Ref<PackOutState>>
  readonly write: (head: Head) => Promise<void>
  readonly stop: () => void
}

export function usePackOut(data: DeviceData, device: DeskDevice): PackOutActs {
  const state = shallowRef<PackOutState>({ kind: 'idle' })
  let leaving: AbortController | null = null

  async function gather({ manifestSha256 }: Head, signal: AbortSignal): Promise<PackOutState> {
    const onProgress = (done: number, all: number): void => {
      state.value = { kind: 'gathering', done, all }
    }
    const result = await data.gather(manifestSha256, { onProgress, signal })
    if (result.kind !== 'gathered') return result
    const { manifest, zip } = writePack(result.gathered)
    const name = packFileName(manifest.dataset, manifest.seq, manifest.written.slice(0, 10))
    device.save(name, zip)
    return { kind: 'written', name }
  }

  return {
    state,
    async write(head) {
      leaving = new AbortController()
      state.value = { kind: 'gathering', done: 0, all: head.manifest.snapshots.length + 1 }
      try {
        state.value = await gather(head, leaving.signal)
      } catch {
        // Anything but a stop is an archive too large for this tab's memory.
        state.value = leaving.signal.aborted ? { kind: 'stopped' } : { kind: 'refused', issues: [] }
      }
    },
    stop: () => leaving?.abort(),
  }
}
