/** When the browser has painted: the second frame from now begins after the first is on its way. */
type FrameWindow = Pick<Window, 'requestAnimationFrame' | 'setTimeout'>

/** A window that nobody sees paints nothing; the wall goes on there all the same. */
const LONGEST_MS = 500

export function whenPainted(window: FrameWindow): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, LONGEST_MS)
    window.requestAnimationFrame(() => window.requestAnimationFrame(() => resolve()))
  })
}
