/**
 * A note outside the database that data were once accepted. Chromium answers many kinds of damage
 * with an empty database and no error; with the note, "empty" can be told from "lost", and a lower
 * `seq` from a first one.
 */
import * as v from 'valibot'
import { CountSchema, Sha256Schema } from '../contract/fields.ts'

const TombstoneSchema = v.strictObject({
  seq: CountSchema,
  sha256: Sha256Schema,
  /** When a server last confirmed that this is the newest; null when none has. */
  confirmedAtMs: v.nullable(v.pipe(v.number(), v.finite())),
  /** The highest that a server has confirmed, where a data pack has brought a newer one since. */
  confirmedSeq: v.optional(CountSchema),
})

export type Tombstone = v.InferOutput<typeof TombstoneSchema>

export interface TombstonePort {
  read(): Tombstone | null
  /** False where nothing can be kept. */
  write(tombstone: Tombstone): boolean
}

/** The page's own, whose reader may have everything that is kept here cleared. */
export interface OwnTombstone extends TombstonePort {
  forget(): void
}

/** The same from another thread: a worker has no such storage, and asks its page. */
export interface RemoteTombstone {
  read(): Promise<Tombstone | null>
  write(tombstone: Tombstone): Promise<boolean>
}

/** A worker's library has no `Storage`. */
export interface StorageLike {
  getItem(name: string): string | null
  setItem(name: string, text: string): void
  removeItem?(name: string): void
}

function parseTombstone(text: string): Tombstone | null {
  try {
    const result = v.safeParse(TombstoneSchema, JSON.parse(text))
    return result.success ? result.output : null
  } catch {
    return null
  }
}

/**
 * `getStorage` may throw: in a sandboxed frame reading `window.localStorage` does. Where nothing can be
 * kept, the note lasts as long as the data do that are in the page's memory.
 */
export function createTombstone(
  dataset: string,
  getStorage: () => StorageLike | undefined,
): OwnTombstone {
  const name = `qinglan-${dataset}-accepted`
  let unkept: Tombstone | null = null
  return {
    read() {
      try {
        const text = getStorage()?.getItem(name)
        return typeof text === 'string' ? parseTombstone(text) : unkept
      } catch {
        return unkept
      }
    },
    write(tombstone) {
      unkept = tombstone
      try {
        const storage = getStorage()
        storage?.setItem(name, JSON.stringify(tombstone))
        if (storage !== undefined) unkept = null
        return storage !== undefined
      } catch {
        return false
      }
    },
    forget() {
      unkept = null
      try {
        getStorage()?.removeItem?.(name)
      } catch {
        // Where nothing can be kept, nothing is.
      }
    },
  }
}
