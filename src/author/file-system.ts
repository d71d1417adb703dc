/** The few file operations that authoring needs, so that tests can make each of them fail. */
import type { Bilingual } from '../contract/issue.ts'

export type PathKind = 'file' | 'directory' | 'link' | 'other' | 'absent'

export interface FileSystem {
  /** What stands at a path, links not followed. */
  readonly kindOf: (path: string) => PathKind
  /** Names in a directory, sorted. */
  readonly list: (path: string) => readonly string[]
  /** At most `maxBytes` + 1 bytes, so that a file which is too long shows; null where there is none. */
  readonly read: (path: string, maxBytes: number) => Uint8Array | null
  readonly makeDirectory: (path: string) => void
  /** Creates a file that must not exist yet, and returns when its bytes are on the disk. */
  readonly writeNew: (path: string, bytes: Uint8Array) => void
  /** Puts a file in another one's place at once. */
  readonly replace: (from: string, to: string) => void
  readonly remove: (path: string) => void
  /** Returns when the names in a directory are on the disk. */
  readonly syncDirectory: (path: string) => void
}

/** A fault of the surroundings that a person can do something about. */
export class StorageRefused extends Error {
  readonly path: string
  readonly explanation: Bilingual

  constructor(path: string, zh: string, en: string) {
    super(`${path}: ${en}`)
    this.name = 'StorageRefused'
    this.path = path
    this.explanation = { zh, en }
  }
}
