/** Reads an address and never more of it, nor longer, than allowed. */
import type { Issue } from '../contract/issue.ts'
import type { StartTimer } from '../db/timer.ts'
import { refusals } from './refusals.ts'

/** Set by the service worker on what it gave from its own copy because no server answered. */
export const FROM_HEADER = 'x-qinglan-from'

export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

export interface FetchLimits {
  readonly maxBytes: number
  /** Longest wait for the answer, and then for each next piece. */
  readonly stallMs: number
  readonly totalMs: number
}

export interface FetchTools {
  readonly fetch: FetchLike
  readonly startTimer: StartTimer
}

export type Fetched =
  | {
      readonly kind: 'read'
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly isFromCache: boolean
    }
  /** No server was reached. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly issue: Issue }

type Ending = Exclude<Fetched, { kind: 'read' }>

/** Carries the reason out of a race; never leaves this file. */
class Given {
  constructor(readonly ending: Ending) {}
}

function refused(issue: Issue): Given {
  return new Given({ kind: 'refused', issue })
}

/** Rejects with the reason when a piece or the whole takes too long. */
function createDeadline(path: string, limits: FetchLimits, startTimer: StartTimer) {
  let bytesRead = 0
  let endAll: (reason: Given) => void = () => undefined
  const total = new Promise<never>((_, reject) => {
    endAll = reject
  })
  // The race that listens may be over already when time is up.
  total.catch(() => undefined)
  const cancelTotal = startTimer(
    () => endAll(refused(refusals.tooSlow(path, bytesRead, limits.totalMs))),
    limits.totalMs,
  )
  return {
    count(bytes: number): number {
      bytesRead += bytes
      return bytesRead
    },
    async wait<T>(work: Promise<T>): Promise<T> {
      let cancelStall = (): void => undefined
      const stalled = new Promise<never>((_, reject) => {
        cancelStall = startTimer(
          () => reject(refused(refusals.stall(path, bytesRead, limits.stallMs))),
          limits.stallMs,
        )
      })
      try {
        return await Promise.race([work, stalled, total])
      } finally {
        cancelStall()
      }
    },
    end: cancelTotal,
  }
}

type Deadline = ReturnType<typeof createDeadline>

function refuseUnusable(response: Response, path: string): void {
  if (!response.ok) throw refused(refusals.status(path, response.status))
  const type = response.headers.get('content-type') ?? ''
  if (/text\/html|application\/xhtml/i.test(type)) throw refused(refusals.html(path))
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}

async function readBody(
  body: ReadableStream<Uint8Array>,
  path: string,
  maxBytes: number,
  deadline: Deadline,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const piece = await deadline.wait(reader.read())
      if (piece.done) return concat(chunks, size)
      size = deadline.count(piece.value.length)
      if (size > maxBytes) throw refused(refusals.tooLong(path, maxBytes))
      chunks.push(piece.value)
    }
  } catch (error) {
    reader.cancel().catch(() => undefined)
    throw error instanceof Given ? error : refused(refusals.interrupted(path, size))
  }
}

/** `path` names the file in messages; `init` may choose the cache mode. */
export async function fetchBounded(
  url: string,
  path: string,
  init: RequestInit,
  limits: FetchLimits,
  { fetch, startTimer }: FetchTools,
): Promise<Fetched> {
  const controller = new AbortController()
  const deadline = createDeadline(path, limits, startTimer)
  try {
    const response = await deadline.wait(fetch(url, { ...init, signal: controller.signal }))
    refuseUnusable(response, path)
    const isFromCache = response.headers.get(FROM_HEADER) === 'cache'
    const bytes = response.body
      ? await readBody(response.body, path, limits.maxBytes, deadline)
      : new Uint8Array()
    return { kind: 'read', bytes, isFromCache }
  } catch (error) {
    controller.abort()
    return error instanceof Given ? error.ending : { kind: 'unreachable' }
  } finally {
    deadline.end()
  }
}
