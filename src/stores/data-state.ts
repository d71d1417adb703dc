/** What the app knows at a moment, replaced whole, so that no reader sees half a step. */
import type { Issue } from '../contract/issue.ts'
import type { StoreLoss } from '../db/open-store.ts'
import type { StoreErrorCode } from '../db/store-error.ts'
import type { Generation, Head, SeriesRecord, StoreKind } from '../db/store-port.ts'
import type { Progress, UpdateResult } from '../feed/take-in.ts'
import type { Shelf } from './series-shelf.ts'

/** `empty`: nothing is known and nothing could be fetched. */
export type DataPhase = 'starting' | 'ready' | 'empty'
export type Connectivity = 'online' | 'offline'

export interface StorageState {
  /** Null until a store is open. */
  readonly kind: StoreKind | null
  /** Why data are in memory only. */
  readonly why: StoreErrorCode | null
  readonly loss: StoreLoss | null
}

export type SeriesByIndicator = ReadonlyMap<string, readonly SeriesRecord[]>

export interface DataState {
  readonly phase: DataPhase
  readonly head: Head | null
  /** All series; empty where a shelf stands in for them. */
  readonly series: SeriesByIndicator
  /** What has been read of a data set too large to be held whole; null where all is held. */
  readonly shelf: Shelf | null
  readonly storage: StorageState
  readonly connectivity: Connectivity
  /**
   * When this device took the shown generation in; null as long as it has come with the page alone,
   * whose own note of a time is that of the data.
   */
  readonly takenInMs: number | null
  /** When a server last confirmed that the head is the newest. */
  readonly lastCheckedMs: number | null
  /** What the last answer of the server was not taken for. */
  readonly refusals: readonly Issue[]
  /** Number of what the server has, where a data pack has brought more than that; null otherwise. */
  readonly serverSeq: number | null
  /** How far a large change is that is being taken in; null while there is none. */
  readonly takingIn: Progress | null
  /** The reader did not want to wait for what the server has; nothing looks by itself until told. */
  readonly isLeftOff: boolean
}

export const INITIAL_DATA_STATE: DataState = Object.freeze({
  phase: 'starting',
  head: null,
  series: new Map(),
  shelf: null,
  storage: { kind: null, why: null, loss: null },
  connectivity: 'online',
  takenInMs: null,
  lastCheckedMs: null,
  refusals: [],
  serverSeq: null,
  takingIn: null,
  isLeftOff: false,
})

/** A generation that is there from the first moment on. */
export function stateOf({ head, series }: Generation): DataState {
  return { ...INITIAL_DATA_STATE, phase: 'ready', head, series: groupByIndicator(series) }
}

export function groupByIndicator(records: readonly SeriesRecord[]): SeriesByIndicator {
  const groups = new Map<string, SeriesRecord[]>()
  for (const record of records) {
    const group = groups.get(record.indicator)
    if (group) group.push(record)
    else groups.set(record.indicator, [record])
  }
  return groups
}

/** The state after a look at the server; what stood on screen stays whatever was found. */
export function afterUpdate(state: DataState, result: UpdateResult, nowMs: number): DataState {
  const phase = state.head ? ('ready' as const) : ('empty' as const)
  const now = { ...state, phase, takingIn: null }
  if (result.kind === 'offline') return { ...now, connectivity: 'offline' }
  const online = { ...now, connectivity: 'online' as const, serverSeq: null }
  switch (result.kind) {
    case 'refused':
      return { ...online, refusals: result.issues }
    case 'behind':
      return { ...online, refusals: [], serverSeq: result.seq }
    case 'cancelled':
      return { ...online, refusals: [], isLeftOff: true }
    case 'updated':
      if (result.isFromCache) return { ...now, connectivity: 'offline', refusals: [] }
      return { ...online, refusals: [], lastCheckedMs: nowMs }
    case 'unchanged':
      return { ...online, refusals: [], lastCheckedMs: nowMs }
  }
}

/** The state after data came by another way than the server's; whether that one is there is not known. */
export function afterPack(state: DataState): DataState {
  return { ...state, phase: state.head ? 'ready' : 'empty', refusals: [], takingIn: null }
}
