/** What pages say to the service worker: published shapes, because both may be of different releases. */

/** Bring the waiting release in: the reader has asked for it. */
export const APPLY_RELEASE = 'qinglan-apply-release'
/** A generation was accepted: keep its files for offline use. */
export const KEEP_DATA = 'qinglan-keep-data'

/**
 * The answer to KEEP_DATA, on the port that came with it. `kept`: the worker's cache holds the
 * newest generation whole; in all other cases the one it had stays. `failed`: the cache itself did.
 */
const KEEP_RESULTS = ['kept', 'unreachable', 'refused', 'failed'] as const
export type KeepResult = (typeof KEEP_RESULTS)[number]

export function parseKeepResult(data: unknown): KeepResult {
  return KEEP_RESULTS.find((result) => result === data) ?? 'failed'
}

export type WorkerRequest = typeof APPLY_RELEASE | typeof KEEP_DATA

/** A stranger's message is a request: only these two kinds are known, everything else is null. */
export function parseWorkerRequest(data: unknown): WorkerRequest | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null
  return data.type === APPLY_RELEASE || data.type === KEEP_DATA ? data.type : null
}
