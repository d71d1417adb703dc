/** Desk and wall stand in one file: which of them an address asks for. */

export type FileDoor = 'desk' | 'wall'

const WALL = '#/wall'

/** `hash` as in `location.hash`. */
export function doorOf(hash: string): FileDoor {
  return hash.split('?')[0] === WALL ? 'wall' : 'desk'
}

/** What `location.search` is to `wall.html`: "?dwell=20", or "". */
export function wallQueryOf(hash: string): string {
  return hash.startsWith(`${WALL}?`) ? hash.slice(WALL.length) : ''
}

/** Each begins with a document of its own: whoever goes from one to the other loads the file anew. */
export function watchDoor(
  window: Pick<Window, 'addEventListener' | 'location'>,
  door: FileDoor,
): void {
  window.addEventListener('hashchange', () => {
    if (doorOf(window.location.hash) !== door) window.location.reload()
  })
}
