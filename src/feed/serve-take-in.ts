/** The worker's end: takes in what the page found, and asks the page to keep the note. */
import { openDexieStore, type DexieEnvironment } from '../db/dexie-store.ts'
import { toStoreError } from '../db/store-error.ts'
import type { RemoteTombstone } from '../db/tombstone.ts'
import type { FileTools } from './take-file.ts'
import type { Line, TakeInJob, ToPage, ToWorker } from './take-in-messages.ts'
import { takeIn, type TakenIn, type TakeInWatch } from './take-in.ts'

export interface WorkerEnvironment {
  readonly store: DexieEnvironment
  readonly file: Omit<FileTools, 'manifestUrl'>
  readonly nowMs: () => number
}

type Answer = Exclude<ToWorker, TakeInJob>

async function run(
  { found, dataset, manifestUrl, buildFloor }: TakeInJob,
  tombstone: RemoteTombstone,
  { store: storeEnvironment, file, nowMs }: WorkerEnvironment,
  watch: TakeInWatch,
): Promise<TakenIn> {
  const store = await openDexieStore(dataset, storeEnvironment)
  try {
    return await takeIn(store, found, {
      ...file,
      ...watch,
      manifestUrl,
      dataset,
      nowMs,
      tombstone,
      buildFloor,
    })
  } finally {
    store.close()
  }
}

/** Takes one job, and answers it. */
export function serveTakeIn(line: Line<ToWorker, ToPage>, environment: WorkerEnvironment): void {
  let hear: (answer: Answer) => void = () => undefined
  const ask = (question: ToPage) =>
    new Promise<Answer>((resolve) => {
      hear = resolve
      line.postMessage(question)
    })
  const tombstone: RemoteTombstone = {
    async read() {
      const answer = await ask({ kind: 'read-note' })
      return answer.kind === 'note' ? answer.tombstone : null
    },
    async write(note) {
      const answer = await ask({ kind: 'write-note', tombstone: note })
      return answer.kind === 'noted' && answer.isKept
    },
  }
  line.onmessage = ({ data }) => {
    if (data.kind !== 'take-in') return hear(data)
    const watch: TakeInWatch = {
      onProgress: (done, all) => line.postMessage({ kind: 'progress', progress: { done, all } }),
    }
    run(data, tombstone, environment, watch).then(
      (result) => line.postMessage({ kind: 'done', result }),
      (error: unknown) => {
        const { code, detail } = toStoreError(error)
        line.postMessage({ kind: 'failed', code, detail })
      },
    )
  }
}
