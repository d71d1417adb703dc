/** The data store's environment in a real browser; every storage getter may throw, so none is read here. */
import { openStore } from '../db/open-store.ts'
import { createTombstone, type OwnTombstone } from '../db/tombstone.ts'
import type { Floor } from '../feed/plan-update.ts'
import { createSha256 } from '../feed/sha256.ts'
import { createTakeInElsewhere, type WorkerLike } from '../feed/take-in-elsewhere.ts'
import type { UpdateTools } from '../feed/take-in.ts'
import { runUpdate } from '../feed/update.ts'
import { browserStartTimer } from './browser-basics.ts'
import type { DataTools } from './data-session.ts'
import { openTabChannel } from './tab-channel.ts'

export interface BrowserDataOptions {
  readonly dataset: string
  /** Absolute address of data/manifest.json. */
  readonly manifestUrl: string
  readonly buildFloor: Floor | null
  readonly onAccepted: () => void
  /** Opens the worker of feed/take-in-worker.ts. */
  readonly openTakeInWorker: () => WorkerLike
}

export interface BrowserDataTools extends DataTools {
  readonly tombstone: OwnTombstone
  /** How this browser fetches, verifies and notes. */
  readonly updateTools: UpdateTools
}

export function browserDataTools(
  window: Window & typeof globalThis,
  { dataset, manifestUrl, buildFloor, onAccepted, openTakeInWorker }: BrowserDataOptions,
): BrowserDataTools {
  const startTimer = browserStartTimer(window)
  const nowMs = (): number => window.Date.now()
  const tombstone = createTombstone(dataset, () => window.localStorage)
  const getIndexedDB = (): IDBFactory | undefined => window.indexedDB
  const getIDBKeyRange = (): typeof IDBKeyRange | undefined => window.IDBKeyRange
  const pause = (): Promise<void> => new Promise((resolve) => void startTimer(resolve, 0))
  const storeEnvironment = { dataset, getIndexedDB, getIDBKeyRange, startTimer, pause, tombstone }
  const updateTools = {
    fetch: (url: string, init: RequestInit) => window.fetch(url, init),
    // Absent on plain http, whatever the type says.
    sha256: createSha256(window.crypto?.subtle as SubtleCrypto | undefined),
    startTimer,
    nowMs,
    dataset,
    manifestUrl,
    tombstone,
    buildFloor,
    takeInElsewhere: createTakeInElsewhere({
      openWorker: openTakeInWorker,
      tombstone,
      dataset,
      manifestUrl,
      buildFloor,
    }),
  }
  return {
    openStore: (avoid) => openStore(storeEnvironment, avoid),
    update: (store, watch) => runUpdate(store, { ...updateTools, ...watch }),
    tombstone,
    updateTools,
    openChannel: () => openTabChannel(dataset, (name) => new window.BroadcastChannel(name)),
    polling: {
      startTimer,
      nowMs,
      random: () => window.Math.random(),
      document: window.document,
      window,
    },
    onAccepted,
  }
}
