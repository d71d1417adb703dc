/** The page's end: hands a large change to a worker of its own, and keeps the note for it. */
import { StoreError } from '../db/store-error.ts'
import type { TombstonePort } from '../db/tombstone.ts'
import type { Line, TakeInJob, ToPage, ToWorker } from './take-in-messages.ts'
import type { TakeInElsewhere, TakenIn, TakeInWatch } from './take-in.ts'

/** A worker as far as it is used here. */
export interface WorkerLike extends Line<ToPage, ToWorker> {
  onerror: ((event: ErrorEvent) => void) | null
  terminate(): void
}

export interface ElsewhereTools extends Pick<TakeInJob, 'dataset' | 'manifestUrl' | 'buildFloor'> {
  /** May throw: a file, a sandboxed frame and some settings have no workers. */
  readonly openWorker: () => WorkerLike
  readonly tombstone: TombstonePort
}

function runJob(
  worker: WorkerLike,
  job: TakeInJob,
  tombstone: TombstonePort,
  { onProgress, signal }: TakeInWatch,
) {
  return new Promise<TakenIn | null>((resolve, reject) => {
    // Whoever is left alone is ended; what it had not committed is not there.
    signal?.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { once: true })
    // It did not start, or broke down: what it had not committed is not there.
    worker.onerror = () => resolve(null)
    worker.onmessage = ({ data }) => {
      if (data.kind === 'done') resolve(data.result)
      else if (data.kind === 'failed') reject(new StoreError(data.code, data.detail))
      else if (data.kind === 'progress') onProgress?.(data.progress.done, data.progress.all)
      else if (data.kind === 'read-note') {
        worker.postMessage({ kind: 'note', tombstone: tombstone.read() })
      } else worker.postMessage({ kind: 'noted', isKept: tombstone.write(data.tombstone) })
    }
    worker.postMessage(job)
  })
}

export function createTakeInElsewhere({
  openWorker,
  tombstone,
  ...job
}: ElsewhereTools): TakeInElsewhere {
  return async (found, watch) => {
    let worker: WorkerLike
    try {
      worker = openWorker()
    } catch {
      return null
    }
    try {
      return await runJob(worker, { kind: 'take-in', found, ...job }, tombstone, watch)
    } finally {
      worker.terminate()
    }
  }
}
