/** The device as a real browser tells of it; every storage getter may throw, so none is read here. */
import { shallowRef, type Ref } from 'vue'
import { createPackShelf } from '../db/pack-shelf.ts'
import { dataCacheName } from '../offline/data-cache.ts'
import { requestKeepData, type WorkerState } from '../offline/register.ts'
import type { BrowserDataTools } from '../stores/browser-data-tools.ts'
import { saveFile } from './browser-actions.ts'
import type { DeskDevice } from './desk-device.ts'

export interface BrowserDeviceOptions {
  /** The app's folder, with a slash at its end. */
  readonly base: string
  readonly tools: BrowserDataTools
  readonly worker: Readonly<Ref<WorkerState | null>>
}

export function browserDevice(
  window: Window & typeof globalThis,
  { base, tools, worker }: BrowserDeviceOptions,
): DeskDevice {
  const getContainer = () => window.navigator.serviceWorker as ServiceWorkerContainer | undefined
  return {
    environment: {
      protocol: window.location.protocol,
      origin: window.origin,
      isSecure: window.isSecureContext,
      isFramed: window.top !== window,
      scope: base,
      manifestUrl: tools.updateTools.manifestUrl,
      // Absent on plain http, whatever the types say.
      getCaches: () => window.caches as CacheStorage | undefined,
      getStorage: () => window.navigator.storage as StorageManager | undefined,
      getContainer,
    },
    worker,
    update: tools.updateTools,
    packShelf: createPackShelf(tools.updateTools.dataset, {
      getIndexedDB: () => window.indexedDB,
      getIDBKeyRange: () => window.IDBKeyRange,
      startTimer: tools.updateTools.startTimer,
    }),
    dropped: shallowRef([]),
    tombstone: tools.tombstone,
    pause: () => new Promise((resolve) => window.setTimeout(resolve, 0)),
    keepFiles: () => requestKeepData(getContainer, new MessageChannel()),
    async whileWorkerRests(work) {
      // As the worker asks for it; absent on plain http, where there is no worker either.
      const locks = window.navigator.locks as LockManager | undefined
      await (locks ? locks.request(dataCacheName(base), work) : work())
    },
    save: (name, bytes) => saveFile(window, name, [bytes], 'application/zip'),
    document: window.document,
    reload: () => window.location.reload(),
  }
}
