/** The typed error of a store that cannot do its work, and how a browser's own error becomes one. */

export type StoreErrorCode =
  /** There is no IndexedDB in this runtime. */
  | 'missing'
  /** Storage is blocked: a sandbox, a third-party frame, or the reader's own setting. */
  | 'denied'
  /** Nothing answered in time, as when another tab holds the database. */
  | 'timeout'
  /** The disk or the browser's share of it is full. */
  | 'quota'
  /** The browser closed the database under us. */
  | 'closed'
  /** What is stored does not agree with its own counts and digests. */
  | 'corrupt'
  /** Another tab committed first: plan again. */
  | 'stale'
  /** A change does not hold all that its manifest lists. */
  | 'incomplete'
  | 'failed'

export class StoreError extends Error {
  readonly code: StoreErrorCode
  readonly detail: string

  constructor(code: StoreErrorCode, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'StoreError'
    this.code = code
    this.detail = detail
  }
}

const CODE_BY_NAME: Readonly<Record<string, StoreErrorCode>> = {
  QuotaExceededError: 'quota',
  SecurityError: 'denied',
  MissingAPIError: 'missing',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  TimeoutError: 'timeout',
}

interface ErrorLike {
  readonly name?: unknown
  readonly message?: unknown
  readonly inner?: unknown
}

function isErrorLike(error: unknown): error is ErrorLike {
  return typeof error === 'object' && error !== null
}

/** The error and what it wraps, outermost first. */
function errorChain(error: unknown): ErrorLike[] {
  const chain: ErrorLike[] = []
  let next = error
  while (isErrorLike(next) && !chain.includes(next)) {
    chain.push(next)
    next = next.inner
  }
  return chain
}

/** Dexie reports a full disk as an AbortError whose `inner` is the QuotaExceededError. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const chain = errorChain(error)
  const detail = String(chain[0]?.message ?? error)
  for (const link of [...chain].reverse()) {
    const code = CODE_BY_NAME[String(link.name)]
    if (code !== undefined) return new StoreError(code, detail)
    // A blocked third-party frame says "UnknownError: The user denied permission…".
    if (/denied permission/i.test(String(link.message))) return new StoreError('denied', detail)
  }
  return new StoreError('failed', detail)
}
