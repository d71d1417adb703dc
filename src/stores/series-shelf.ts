/** What has been read of a data set too large to be held whole, the longest unread put back first. */
import type { Publication, Statement } from '../contract/statement.ts'
import { publicationKey } from '../contract/statement.ts'
import type { GenerationStore, Place } from '../db/store-port.ts'

/** Up to here everything is read at once: it takes a tenth of a second, and no page waits again. */
export const HELD_WHOLE_MAX = 20_000
/** What may stay in memory of a larger one, beside what the page on screen needs. */
const SHELF_MAX = 200_000

/** A part of the data that can be read by itself: a place, or all that one publication states. */
export type Want =
  | ({ readonly kind: 'place' } & Place)
  | { readonly kind: 'publication'; readonly publication: Publication }

/** Statements by the key of the want that they answer; the most lately needed stand last. */
export type Shelf = ReadonlyMap<string, readonly Statement[]>

/** `|` and `@` occur in no id. */
export function wantKey(want: Want): string {
  return want.kind === 'place'
    ? `${want.indicator}|${want.region}`
    : publicationKey(want.publication)
}

/** The shelf with more on it; `pinned` are keys that stay whatever the limit. */
export function shelve(
  shelf: Shelf,
  read: Shelf,
  pinned: ReadonlySet<string>,
  limit: number = SHELF_MAX,
): Shelf {
  const entries = [...shelf].filter(([key]) => !read.has(key))
  const isNeeded = ([key]: readonly [string, unknown]) => pinned.has(key)
  const ordered = [
    ...entries.filter((entry) => !isNeeded(entry)),
    ...entries.filter(isNeeded),
    ...read,
  ]
  let surplus = ordered.reduce((sum, [, { length }]) => sum + length, -limit)
  const kept = ordered.filter(([key, { length }]) => {
    if (surplus <= 0 || pinned.has(key) || read.has(key)) return true
    surplus -= length
    return false
  })
  return new Map(kept)
}

/** Reads what is wanted; null where the store has lost, or not yet got, the generation of `seq`. */
export async function readWants(
  store: GenerationStore,
  wants: readonly Want[],
  seq: number,
): Promise<Shelf | null> {
  const known = await store.readKnown()
  if (!known || known.manifest.seq < seq) return null
  const read = new Map<string, readonly Statement[]>()
  const places = wants.flatMap((want) => (want.kind === 'place' ? want : []))
  const found = await store.readPlaces(places)
  for (const [index, place] of places.entries()) {
    const statements = (found[index] ?? []).flatMap((record) => record.statements)
    read.set(wantKey(place), Object.freeze(statements))
  }
  for (const want of wants) {
    if (want.kind !== 'publication') continue
    read.set(wantKey(want), Object.freeze(await store.readStated(want.publication)))
  }
  return read
}
