/** What this runtime can and cannot do, decided from facts; the words for each code are in text/. */
import type { StoreLoss } from '../db/open-store.ts'
import type { StoreErrorCode } from '../db/store-error.ts'
import type { StoreKind } from '../db/store-port.ts'
import type { WorkerState } from './register.ts'

export interface RuntimeFacts {
  /** Of the document, with its colon. */
  readonly protocol: string
  /** https, or a loopback address: only there do service workers exist. */
  readonly isSecureContext: boolean
  readonly isFramed: boolean
  /** Null until a store is open. */
  readonly storage: StoreKind | null
  readonly storageWhy: StoreErrorCode | null
  readonly storageLoss: StoreLoss | null
  readonly worker: WorkerState
  /** Whether the worker said that it holds the data; null when it has not been asked. */
  readonly workerKeepsData: boolean | null
  readonly hasData: boolean
}

export type ReadinessCode =
  /** Data are here and readable now. */
  | 'data-here'
  | 'data-none'
  /** The figures stay after this page is closed. */
  | 'data-kept'
  | 'data-kept-by-worker'
  | 'data-this-page-only'
  | 'data-in-file'
  /** Why they do not stay. */
  | 'storage-missing'
  | 'storage-denied'
  | 'storage-denied-in-frame'
  | 'storage-full'
  | 'storage-busy'
  | 'storage-broken'
  /** What was kept before is gone, or disagreed with itself and was dropped. */
  | 'kept-copy-lost'
  | 'kept-copy-damaged'
  /** Opening the page without a server. */
  | 'starts-offline'
  | 'starts-offline-soon'
  | 'starts-from-file'
  | 'needs-server-to-start'
  /** Why it needs one. */
  | 'needs-https'
  | 'worker-failed'
  | 'worker-unsupported'

export interface ReadinessItem {
  readonly code: ReadinessCode
  readonly tone: 'can' | 'cannot' | 'note'
}

function can(code: ReadinessCode): ReadinessItem {
  return { code, tone: 'can' }
}

function cannot(code: ReadinessCode): ReadinessItem {
  return { code, tone: 'cannot' }
}

function note(code: ReadinessCode): ReadinessItem {
  return { code, tone: 'note' }
}

function storageReason(why: StoreErrorCode | null, isFramed: boolean): ReadinessCode {
  if (why === 'missing') return 'storage-missing'
  if (why === 'denied') return isFramed ? 'storage-denied-in-frame' : 'storage-denied'
  if (why === 'quota') return 'storage-full'
  return why === 'timeout' ? 'storage-busy' : 'storage-broken'
}

function describeStart(facts: RuntimeFacts): readonly ReadinessItem[] {
  if (facts.protocol === 'file:') return [can('starts-from-file')]
  if (facts.worker === 'active') return [can('starts-offline')]
  if (facts.worker === 'installing') return [note('starts-offline-soon')]
  if (facts.worker === 'failed') return [cannot('needs-server-to-start'), note('worker-failed')]
  const why = facts.isSecureContext ? 'worker-unsupported' : 'needs-https'
  return [cannot('needs-server-to-start'), note(why)]
}

function describeKeeping(facts: RuntimeFacts): readonly ReadinessItem[] {
  if (facts.protocol === 'file:') return [can('data-in-file')]
  if (facts.storage === null) return []
  if (facts.storage === 'dexie') return facts.hasData ? [can('data-kept')] : []
  const reason = note(storageReason(facts.storageWhy, facts.isFramed))
  return facts.workerKeepsData
    ? [can('data-kept-by-worker'), reason]
    : [cannot('data-this-page-only'), reason]
}

function describeLoss(loss: StoreLoss | null): readonly ReadinessItem[] {
  if (loss === null) return []
  return [note(loss === 'lost' ? 'kept-copy-lost' : 'kept-copy-damaged')]
}

/** In the order in which a reader asks: are there data, do they stay, does the page start. */
export function describeReadiness(facts: RuntimeFacts): readonly ReadinessItem[] {
  return [
    facts.hasData ? can('data-here') : cannot('data-none'),
    ...describeKeeping(facts),
    ...describeLoss(facts.storageLoss),
    ...describeStart(facts),
  ]
}
