/**
 * The life of the data in the one file: a store that is filled already, nobody to ask and nothing to
 * keep. A data pack that is taken in lasts as long as the page.
 */
import type { GenerationStore } from '../db/store-port.ts'
import { createTombstone, type OwnTombstone } from '../db/tombstone.ts'
import type { FetchLike } from '../feed/fetch-bounded.ts'
import type { Sha256 } from '../feed/sha256.ts'
import type { UpdateTools } from '../feed/take-in.ts'
import { browserStartTimer } from './browser-basics.ts'
import type { DataTools } from './data-session.ts'

export interface FileDataOptions {
  readonly store: GenerationStore
  readonly dataset: string
  readonly sha256: Sha256
  /** Answers from the file. */
  readonly source: { readonly fetch: FetchLike; readonly manifestUrl: string }
}

export interface FileDataTools extends DataTools {
  readonly tombstone: OwnTombstone
  readonly updateTools: UpdateTools
}

export function fileDataTools(
  window: Window & typeof globalThis,
  { store, dataset, sha256, source }: FileDataOptions,
): FileDataTools {
  const startTimer = browserStartTimer(window)
  const nowMs = (): number => window.Date.now()
  const tombstone = createTombstone(dataset, () => undefined)
  return {
    openStore: async () => ({ store, why: null, loss: null }),
    update: async () => ({ kind: 'unchanged' }),
    tombstone,
    updateTools: { ...source, sha256, startTimer, nowMs, dataset, tombstone, buildFloor: null },
    openChannel: () => ({
      announce: () => undefined,
      listen: () => undefined,
      close: () => undefined,
    }),
    polling: { startTimer, nowMs, random: () => 0, document: window.document, window },
    onAccepted: () => undefined,
  }
}
