/** Where this device notes how its wall was arranged last: in the browser's own storage, sent nowhere. */
import { SCREEN_IDS, type ScreenId } from './wall-screens.ts'

/** An address longer than that no wall was given. */
const LONGEST_QUERY = 4000

export interface NotedWall {
  /** Of the wall's address. */
  readonly query: string
  /** The shape that the preview has. */
  readonly screen: ScreenId
}

/** What the query says is read as any other address: only what it is made of matters here. */
function parseNoted(value: unknown): NotedWall | null {
  if (typeof value !== 'object' || value === null) return null
  const { query, screen: written } = value as Readonly<Record<string, unknown>>
  const screen = SCREEN_IDS.find((id) => id === written)
  if (typeof query !== 'string' || query.length > LONGEST_QUERY || !screen) return null
  return { query, screen }
}

export interface WallMemory {
  /** Null where there is none, or none that can be read. */
  readonly read: () => NotedWall | null
  /** False where nothing can be kept. */
  readonly write: (noted: NotedWall) => boolean
}

/** `getStorage` may throw: in a sandboxed frame reading `window.localStorage` does. */
export function openWallMemory(
  dataset: string,
  getStorage: () => Pick<Storage, 'getItem' | 'setItem'> | undefined,
): WallMemory {
  const name = `qinglan-${dataset}-wall`
  return {
    read() {
      try {
        return parseNoted(JSON.parse(getStorage()?.getItem(name) ?? 'null'))
      } catch {
        return null
      }
    },
    write(noted) {
      try {
        const storage = getStorage()
        storage?.setItem(name, JSON.stringify(noted))
        return storage !== undefined
      } catch {
        return false
      }
    },
  }
}
