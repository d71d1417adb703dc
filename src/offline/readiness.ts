/** What a page may count on where it runs, decided from facts alone (reliability.md, finding 1). */
import type { StoreKind } from '../db/store-port.ts'
import type { WorkerState } from './register.ts'

/** The six runtimes of the design. */
export type Runtime = 'secure' | 'plain-http' | 'file' | 'frame-refused' | 'frame-own' | 'sandboxed'

export interface RuntimeFacts {
  /** Of the page's address, with its colon. */
  readonly protocol: string
  readonly isSecure: boolean
  readonly isFramed: boolean
  /** The page has no origin of its own, so that every storage getter throws. */
  readonly isOpaque: boolean
}

export interface DeviceFacts extends RuntimeFacts {
  /** Null until a store is open. */
  readonly store: StoreKind | null
  /** Null as long as nothing is stored. */
  readonly storedSeq: number | null
  /** The server has been looked at, or could not be: what is not stored by now is not on its way. */
  readonly hasLooked: boolean
  /** Null until it is known. */
  readonly worker: WorkerState | null
  /** The app's own page lies in the worker's cache. */
  readonly hasShell: boolean
  /** Of the data that the worker keeps beside it; null without any. */
  readonly keptSeq: number | null
  /** Null where the browser does not say. */
  readonly isPersisted: boolean | null
}

/** Whether a start without a network shows the data. */
export type Start =
  | 'ready'
  /** The app and its data are this very file. */
  | 'carried'
  /** The worker is at it. */
  | 'settling'
  /** There are no workers here. */
  | 'no-worker'
  /** There could be one, and it did not come, or has not all that it needs. */
  | 'failed'

/** How long what is stored stays. */
export type Keeping =
  | 'persisted'
  | 'removable'
  /** Stored, and the browser does not say for how long. */
  | 'untold'
  /** In this page's memory alone. */
  | 'memory'
  /** As long as the file that it came in. */
  | 'carried'
  | 'looking'

export type Verdict =
  | 'looking'
  | 'ready'
  /** Opens, though the browser's store is refused: from the worker's files. */
  | 'ready-from-files'
  | 'settling'
  | 'needs-server'
  /** Storing works, and there is nothing stored. */
  | 'unstored'
  | 'carried'
  | 'memory'

export interface Readiness {
  readonly runtime: Runtime
  readonly verdict: Verdict
  readonly start: Start
  readonly keeping: Keeping
  /** Asking may help. */
  readonly canPersist: boolean
}

function decideRuntime(facts: RuntimeFacts, store: StoreKind | null): Runtime {
  if (facts.protocol === 'file:') return 'file'
  if (facts.isOpaque) return 'sandboxed'
  if (facts.isFramed) return store === 'memory' ? 'frame-refused' : 'frame-own'
  return facts.isSecure ? 'secure' : 'plain-http'
}

function decideStart(runtime: Runtime, facts: DeviceFacts): Start {
  if (runtime === 'file') return 'carried'
  if (runtime === 'plain-http' || runtime === 'sandboxed' || facts.worker === 'unsupported') {
    return 'no-worker'
  }
  if (facts.worker === 'failed') return 'failed'
  if (facts.worker !== 'active') return 'settling'
  const hasData = facts.keptSeq !== null || (facts.store === 'dexie' && facts.storedSeq !== null)
  return facts.hasShell && hasData ? 'ready' : 'failed'
}

function decideKeeping(runtime: Runtime, { store, isPersisted }: DeviceFacts): Keeping {
  if (runtime === 'file') return 'carried'
  if (store === null) return 'looking'
  if (store === 'memory') return 'memory'
  if (isPersisted === null) return 'untold'
  return isPersisted ? 'persisted' : 'removable'
}

function decideVerdict(start: Start, keeping: Keeping, facts: DeviceFacts): Verdict {
  if (start === 'carried') return 'carried'
  if (keeping === 'looking') return 'looking'
  if (keeping === 'memory') return start === 'ready' ? 'ready-from-files' : 'memory'
  if (facts.storedSeq === null) {
    if (!facts.hasLooked) return 'looking'
    return start === 'ready' ? 'ready-from-files' : 'unstored'
  }
  if (start === 'ready') return 'ready'
  return start === 'settling' ? 'settling' : 'needs-server'
}

export function decideReadiness(facts: DeviceFacts): Readiness {
  const runtime = decideRuntime(facts, facts.store)
  const start = decideStart(runtime, facts)
  const keeping = decideKeeping(runtime, facts)
  return {
    runtime,
    verdict: decideVerdict(start, keeping, facts),
    start,
    keeping,
    canPersist: keeping === 'removable',
  }
}
