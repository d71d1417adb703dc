/** The worker in which large changes are taken in, so that the page goes on answering. */
import { createSha256 } from './sha256.ts'
import { serveTakeIn } from './serve-take-in.ts'

declare const self: DedicatedWorkerGlobalScope & typeof globalThis

function startTimer(run: () => void, delayMs: number): () => void {
  const id = self.setTimeout(run, delayMs)
  return () => self.clearTimeout(id)
}

serveTakeIn(self, {
  store: { indexedDB: self.indexedDB, IDBKeyRange, startTimer },
  file: {
    fetch: (url, init) => self.fetch(url, init),
    // Absent on plain http, whatever the type says.
    sha256: createSha256(self.crypto?.subtle as SubtleCrypto | undefined),
    startTimer,
  },
  nowMs: () => self.Date.now(),
})
