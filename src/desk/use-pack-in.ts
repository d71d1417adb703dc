/** A data pack on its way in: verified first, then shown, then taken whole or left. */
import { shallowRef, type Ref, type ShallowRef } from 'vue'
import { issue, type Issue } from '../contract/issue.ts'
import { readPack, type Pack } from '../feed/read-pack.ts'
import { openKept } from '../offline/device.ts'
import { keepPack } from '../offline/keep-pack.ts'
import type { UpdateResult } from '../feed/take-in.ts'
import type { PackChange } from '../feed/take-pack.ts'
import { ZIP_MAX_BYTES } from '../feed/zip-directory.ts'
import { zipFaults } from '../feed/zip-faults.ts'
import type { DeviceData } from '../stores/device-data.ts'
import { packWord } from '../text/pack-text.ts'
import type { DeskDevice, PackFile } from './desk-device.ts'

export type PackInState =
  | { readonly kind: 'idle' | 'failed' }
  | {
      readonly kind: 'verifying'
      readonly name: string
      readonly done: number
      readonly all: number
    }
  | { readonly kind: 'refused'; readonly name: string; readonly issues: readonly Issue[] }
  | { readonly kind: 'same'; readonly seq: number; readonly pack: Pack }
  | { readonly kind: 'change'; readonly change: PackChange; readonly pack: Pack }
  | { readonly kind: 'taking' }
  | { readonly kind: 'taken' | 'repaired'; readonly seq: number }

export interface PackInActs {
  readonly state: Readonly<Ref<PackInState>>
  readonly offer: (files: readonly PackFile[]) => Promise<void>
  readonly take: () => Promise<void>
  /** Takes the same data once more in place of those that are stored. */
  readonly repair: () => Promise<void>
  /** Leaves the pack, or what is being verified. */
  readonly leave: () => void
}

function wordIssue(name: string, what: 'unreadable' | 'oneOnly'): Issue {
  return issue(name, what, packWord(what, 'zh'), packWord(what, 'en'))
}

/** The archive's bytes, or why not. */
async function readBytes(file: PackFile): Promise<Uint8Array | Issue> {
  if (file.size > ZIP_MAX_BYTES) return zipFaults.tooLarge(file.name, file.size, ZIP_MAX_BYTES)
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return wordIssue(file.name, 'unreadable')
  }
}

async function examine(
  file: PackFile,
  data: DeviceData,
  { update, pause }: DeskDevice,
  watch: { onProgress: (done: number, all: number) => void; signal: AbortSignal },
): Promise<PackInState> {
  const { name } = file
  const bytes = await readBytes(file)
  if (!(bytes instanceof Uint8Array)) return { kind: 'refused', name, issues: [bytes] }
  const read = await readPack(name, bytes, { sha256: update.sha256, pause, ...watch })
  if (!read.ok) return { kind: 'refused', name, issues: read.issues }
  const pack = read.value
  const proposal = await data.propose(pack)
  if (proposal.kind === 'refused') return { kind: 'refused', name, issues: proposal.issues }
  if (proposal.kind === 'same') return { kind: 'same', seq: pack.found.manifest.seq, pack }
  return { kind: 'change', change: proposal.change, pack }
}

/** For starts without a network, where there is a worker; without that, what is stored is enough. */
async function keepFiles(pack: Pack, device: DeskDevice): Promise<void> {
  const cache = await openKept(device.environment)
  if (!cache) return
  await device.whileWorkerRests(async () => {
    await keepPack(pack, { ...device.update, cache })
  })
}

function outcome(result: UpdateResult, pack: Pack, done: 'taken' | 'repaired'): PackInState {
  if (result.kind === 'refused') return { kind: 'refused', name: pack.name, issues: result.issues }
  if (result.kind === 'updated' || result.kind === 'unchanged') {
    return { kind: done, seq: pack.found.manifest.seq }
  }
  return { kind: 'failed' }
}

type State = ShallowRef<PackInState>

function offering(
  state: State,
  data: DeviceData,
  device: DeskDevice,
): Pick<PackInActs, 'offer' | 'leave'> {
  let leaving: AbortController | null = null
  return {
    async offer(files) {
      const [file] = files
      if (!file || state.value.kind === 'taking') return
      leaving?.abort()
      const { signal } = (leaving = new AbortController())
      const become = (next: PackInState): void => {
        if (!signal.aborted) state.value = next
      }
      const { name } = file
      if (files.length > 1) {
        return become({ kind: 'refused', name, issues: [wordIssue(name, 'oneOnly')] })
      }
      const onProgress = (done: number, all: number): void =>
        become({ kind: 'verifying', name, done, all })
      onProgress(0, 0)
      try {
        become(await examine(file, data, device, { onProgress, signal }))
      } catch {
        become({ kind: 'failed' })
      }
    },
    leave() {
      leaving?.abort()
      state.value = { kind: 'idle' }
    },
  }
}

function taking(
  state: State,
  data: DeviceData,
  device: DeskDevice,
): Pick<PackInActs, 'take' | 'repair'> {
  async function carryOut(
    pack: Pack,
    done: 'taken' | 'repaired',
    work: Promise<UpdateResult>,
  ): Promise<void> {
    state.value = { kind: 'taking' }
    try {
      const result = await work
      if (result.kind === 'updated') await keepFiles(pack, device).catch(() => undefined)
      state.value = outcome(result, pack, done)
    } catch {
      state.value = { kind: 'failed' }
    }
  }
  return {
    async take() {
      const { value } = state
      if (value.kind === 'change') await carryOut(value.pack, 'taken', data.takePack(value.pack))
    },
    async repair() {
      const { value } = state
      if (value.kind === 'same') await carryOut(value.pack, 'repaired', data.repair({}, value.pack))
    },
  }
}

export function usePackIn(data: DeviceData, device: DeskDevice): PackInActs {
  const state = shallowRef<PackInState>({ kind: 'idle' })
  return { state, ...offering(state, data, device), ...taking(state, data, device) }
}
