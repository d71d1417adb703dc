/** What a page and its worker tell each other; both are of one build, so shapes are not checked. */
import type { StoreErrorCode } from '../db/store-error.ts'
import type { Tombstone } from '../db/tombstone.ts'
import type { Floor } from './plan-update.ts'
import type { Progress, TakenIn } from './take-in.ts'
import type { FoundManifest } from './take-manifest.ts'

export interface TakeInJob {
  readonly kind: 'take-in'
  readonly found: FoundManifest
  readonly dataset: string
  readonly manifestUrl: string
  readonly buildFloor: Floor | null
}

export type ToWorker =
  | TakeInJob
  | { readonly kind: 'note'; readonly tombstone: Tombstone | null }
  | { readonly kind: 'noted'; readonly isKept: boolean }

export type ToPage =
  | { readonly kind: 'read-note' }
  /** Sent before the commit, which waits for the answer (rule M7). */
  | { readonly kind: 'write-note'; readonly tombstone: Tombstone }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly result: TakenIn }
  | { readonly kind: 'failed'; readonly code: StoreErrorCode; readonly detail: string }

/** One end of the line: a worker as its page sees it, or the other way round. */
export interface Line<In, Out> {
  onmessage: ((event: MessageEvent<In>) => void) | null
  postMessage(message: Out): void
}
