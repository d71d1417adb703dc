/** Hides the pointer while nobody moves it. */
import type { StartTimer } from '../db/timer.ts'

/** On the root element; the sheet hides the pointer with it. */
export const IDLE_CURSOR_CLASS = 'has-idle-cursor'
const IDLE_AFTER_MS = 3000

/** Returns how to stop, which shows the pointer again. */
export function hideIdleCursor(
  window: EventTarget,
  root: { readonly classList: Pick<DOMTokenList, 'add' | 'remove'> },
  startTimer: StartTimer,
): () => void {
  let cancel = (): void => undefined
  let last = ''
  const wait = (): void => {
    cancel()
    cancel = startTimer(() => root.classList.add(IDLE_CURSOR_CLASS), IDLE_AFTER_MS)
  }
  const onMove = (event: Event): void => {
    const { screenX, screenY } = event as MouseEvent
    const place = `${screenX} ${screenY}`
    // Chromium tells of a move where only what lies under the pointer has changed, as slides do.
    if (place === last) return
    last = place
    root.classList.remove(IDLE_CURSOR_CLASS)
    wait()
  }
  window.addEventListener('mousemove', onMove)
  wait()
  return () => {
    cancel()
    window.removeEventListener('mousemove', onMove)
    root.classList.remove(IDLE_CURSOR_CLASS)
  }
}
