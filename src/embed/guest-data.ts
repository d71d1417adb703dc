/** The data of panels in other people's pages: nothing is kept, the browser keeps the files by itself. */
import { openMemoryStore } from '../db/memory-store.ts'
import { BUILD_FLOOR } from '../feed/build-floor.ts'
import { createSha256 } from '../feed/sha256.ts'
import { runUpdate } from '../feed/update.ts'
import { browserStartTimer, manifestUrlOf } from '../stores/browser-basics.ts'
import type { DataTools } from '../stores/data-session.ts'

/** `baseUrl` is the app's folder in full. Whoever asks says when: nothing here looks by itself. */
export function guestDataTools(window: Window & typeof globalThis, baseUrl: string): DataTools {
  const startTimer = browserStartTimer(window)
  const nowMs = () => window.Date.now()
  const tombstone = { read: () => null, write: () => false }
  const updateTools = {
    fetch: (url: string, init: RequestInit) => window.fetch(url, init),
    // Absent on plain http, whatever the type says.
    sha256: createSha256(window.crypto?.subtle as SubtleCrypto | undefined),
    startTimer,
    nowMs,
    dataset: BUILD_FLOOR.dataset,
    manifestUrl: manifestUrlOf(baseUrl),
    tombstone,
    buildFloor: BUILD_FLOOR,
  }
  const channel = { announce: () => undefined, listen: () => undefined, close: () => undefined }
  return {
    openStore: () => Promise.resolve({ store: openMemoryStore(), why: null, loss: null }),
    update: (store) => runUpdate(store, updateTools),
    tombstone,
    openChannel: () => channel,
    polling: { startTimer, nowMs, random: () => 0.5, document: window.document, window },
    onAccepted: () => undefined,
  }
}
