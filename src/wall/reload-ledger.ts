/** How often the wall has reloaded itself: counted where a reload does not forget it. */

/** So many reloads an hour, whatever asks for them: a page that is broken is not mended by the fourth. */
const MOST_PER_HOUR = 3
const HOUR_MS = 60 * 60_000

export interface LedgerPlaces {
  /** May throw, as `window.sessionStorage` does in a sandboxed frame. */
  readonly getStorage: () => Pick<Storage, 'getItem' | 'setItem'> | undefined
  /** `location.hash`: where storage is refused, it is what a reload keeps. */
  readonly getHash: () => string
  /** Puts the hash in place of the old one, without a step in the history. */
  readonly setHash: (hash: string) => void
}

export interface ReloadLedger {
  /** `nowMs` as `Date.now()`: no other clock goes on through a reload. */
  readonly mayReload: (nowMs: number) => boolean
  /** To be called right before a reload; false where it could be noted nowhere, and then none may follow. */
  readonly noteReload: (nowMs: number) => boolean
}

const NAME = 'qinglan-wall-reloads'
const HASH_PART = /[#&?]reloads=([\d,]*)/

function parseTimes(text: string | null | undefined): readonly number[] {
  return (text ?? '')
    .split(',')
    .filter((each) => /^\d{1,16}$/.test(each))
    .map(Number)
}

/**
 * Those of the last hour. A clock that was put back by less than an hour does not wipe the count; one
 * that was years ahead when they were noted must not forbid reloads for years.
 */
function recent(times: Iterable<number>, nowMs: number): readonly number[] {
  const counted = [...new Set(times)].filter((at) => Math.abs(nowMs - at) < HOUR_MS)
  return counted.sort((a, b) => b - a).slice(0, MOST_PER_HOUR)
}

/** The hash with the times in it, whatever else it says: "#/wall?dwell=20" keeps its route. */
function withTimes(hash: string, times: string): string {
  const rest = hash.replace(HASH_PART, '')
  if (rest === '' || rest === '#') return `#reloads=${times}`
  const isRouteAlone = rest.startsWith('#/') && !rest.includes('?')
  return `${rest}${isRouteAlone ? '?' : '&'}reloads=${times}`
}

function attempt<T>(act: () => T): T | null {
  try {
    return act()
  } catch {
    return null // refused in this frame: the other place is left
  }
}

export function openReloadLedger({ getStorage, getHash, setHash }: LedgerPlaces): ReloadLedger {
  const read = (nowMs: number): readonly number[] => {
    const stored = attempt(() => getStorage()?.getItem(NAME))
    const inHash = attempt(() => HASH_PART.exec(getHash())?.[1])
    return recent([...parseTimes(stored), ...parseTimes(inHash)], nowMs)
  }
  return {
    mayReload: (nowMs) => read(nowMs).length < MOST_PER_HOUR,
    noteReload(nowMs) {
      const times = recent([nowMs, ...read(nowMs)], nowMs).join(',')
      const isStored = attempt(() => {
        getStorage()?.setItem(NAME, times)
        return getStorage()?.getItem(NAME) === times
      })
      if (isStored) return true
      return (
        attempt(() => {
          setHash(withTimes(getHash(), times))
          return HASH_PART.exec(getHash())?.[1] === times
        }) ?? false
      )
    },
  }
}
