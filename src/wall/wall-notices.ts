/** What a wall has to admit, the gravest first: short in its header, at length for whoever touches it. */
import type { Bilingual, Issue } from '../contract/issue.ts'
import type { AsOf } from '../domain/standing.ts'
import type { StorageState } from '../stores/data-state.ts'
import {
  addressWords,
  asOfWords,
  offlineWords,
  refusedWords,
  unkeptWords,
  type NoticeWords,
} from '../text/wall-text.ts'
import { damagedFileWords, fileWords, type FileOrigin } from '../text/one-file-text.ts'
import { failedWords, type ReasonWords } from '../text/wall-failed-text.ts'

export interface WallNotice {
  readonly key: string
  readonly short: Bilingual
  readonly long: Bilingual
  readonly reasons?: readonly ReasonWords[]
  readonly isGrave: boolean
}

export interface WallFacts {
  readonly asOf: AsOf
  readonly connectivity: 'online' | 'offline'
  /** When a server last said that the data are the newest, see {@link formatTimeSeen}; null: never. */
  readonly lastChecked: string | null
  readonly refusals: readonly Issue[]
  readonly storage: StorageState
  /** How the one file came about in which the data stand; null where they do not. */
  readonly origin: FileOrigin | null
  /** Slides and panels that could not be shown, with their reasons. */
  readonly failed: readonly (readonly [name: string, reason: string])[]
  /** What cannot be read in the address. */
  readonly rejected: readonly string[]
  /** Of the screen's lock and of other care for the machine. */
  readonly others: readonly (NoticeWords & { readonly key: string })[]
}

export function wallNotices(facts: WallFacts): readonly WallNotice[] {
  const { asOf, connectivity, lastChecked, refusals, storage, failed, rejected, others, origin } =
    facts
  const [refusal] = refusals
  const isFile = storage.kind === 'embedded'
  const found: (WallNotice | false)[] = [
    asOf !== 'latest' && { key: 'as-of', ...asOfWords(asOf), isGrave: false },
    refusal !== undefined && {
      key: 'refused',
      ...(isFile ? damagedFileWords(refusal.message) : refusedWords(refusal)),
      isGrave: true,
    },
    connectivity === 'offline' && { key: 'offline', ...offlineWords(lastChecked), isGrave: true },
    failed.length > 0 && { key: 'failed', ...failedWords(failed), isGrave: true },
    rejected.length > 0 && { key: 'address', ...addressWords(rejected), isGrave: true },
    storage.kind === 'memory' && { key: 'unkept', ...unkeptWords(), isGrave: false },
    isFile && origin !== null && { key: 'file', ...fileWords(origin), isGrave: false },
    ...others.map((other) => ({ ...other, isGrave: false })),
  ]
  return found.filter((notice): notice is WallNotice => notice !== false)
}
