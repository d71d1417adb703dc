/** A browser that never answers counts as one that refuses. */
import { StoreError, toStoreError } from './store-error.ts'
import type { StartTimer } from './timer.ts'

/** An upgrade blocked by another tab never answers. */
const TIMEOUT_MS = 5_000

/** Rejects when nothing answers in time; whatever comes later goes to `tooLate`. */
export function withinTime<T>(
  work: PromiseLike<T>,
  startTimer: StartTimer,
  tooLate: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isOver = false
    const cancel = startTimer(() => {
      isOver = true
      reject(new StoreError('timeout', `no answer within ${TIMEOUT_MS} ms`))
    }, TIMEOUT_MS)
    work.then(
      (value) => {
        cancel()
        if (isOver) tooLate()
        else resolve(value)
      },
      (error: unknown) => {
        cancel()
        reject(toStoreError(error))
      },
    )
  })
}
