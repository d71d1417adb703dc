/** What the page about this device needs of the browser; handed down by the door. */
import type { InjectionKey, Ref, ShallowRef } from 'vue'
import type { PackShelf } from '../db/page-shelf.ts'
import type { OwnTombstone } from '../db/tombstone.ts'
import type { UpdateTools } from '../feed/take-in.ts'
import type { DeviceEnvironment } from '../offline/device.ts'
import type { WorkerState } from '../offline/register.ts'
import type { KeepResult } from '../offline/worker-messages.ts'

/** A file as it is dropped or picked. */
export type PackFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>

export interface DeskDevice {
  readonly environment: DeviceEnvironment
  /** Null until the worker has been heard of. */
  readonly worker: Readonly<Ref<WorkerState | null>>
  readonly update: UpdateTools
  /** Where the pack that was taken last rests. */
  readonly packShelf: PackShelf
  /** What was dropped on a page and has not been looked at. */
  readonly dropped: ShallowRef<readonly PackFile[]>
  readonly tombstone: OwnTombstone
  /** Comes between two steps, so that the page can breathe. */
  readonly pause: () => Promise<void>
  /** Has the worker keep the files of the server's generation; null where there is none. */
  readonly keepFiles: () => Promise<KeepResult | null>
  /** Runs while the worker writes nothing into its cache. */
  readonly whileWorkerRests: (work: () => Promise<void>) => Promise<void>
  /** Hands bytes to the reader as a file. */
  readonly save: (name: string, bytes: Uint8Array<ArrayBuffer>) => void
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener'>
  readonly reload: () => void
}

export const deskDeviceKey: InjectionKey<DeskDevice> = Symbol('desk device')
