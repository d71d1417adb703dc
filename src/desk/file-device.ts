/** The device as the one file sees it: whatever the browser keeps on file:// is everybody's, so none of it counts. */
import { shallowRef } from 'vue'
import { createPageShelf } from '../db/page-shelf.ts'
import type { FileDataTools } from '../stores/file-data-tools.ts'
import { saveFile } from './browser-actions.ts'
import type { DeskDevice } from './desk-device.ts'

export function fileDevice(
  window: Window & typeof globalThis,
  { updateTools, tombstone }: FileDataTools,
): DeskDevice {
  const { manifestUrl } = updateTools
  return {
    environment: {
      protocol: 'file:',
      origin: 'null',
      isSecure: window.isSecureContext,
      isFramed: window.top !== window,
      scope: new URL('./', manifestUrl).href,
      manifestUrl,
      getCaches: () => undefined,
      getStorage: () => undefined,
      getContainer: () => undefined,
    },
    worker: shallowRef('unsupported'),
    update: updateTools,
    packShelf: createPageShelf(),
    dropped: shallowRef([]),
    tombstone,
    pause: () => new Promise((resolve) => window.setTimeout(resolve, 0)),
    keepFiles: async () => null,
    whileWorkerRests: (work) => work(),
    save: (name, bytes) => saveFile(window, name, [bytes], 'application/zip'),
    document: window.document,
    reload: () => window.location.reload(),
  }
}
