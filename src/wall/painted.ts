/** When the browser has painted: the second frame from now begins after the first is on its way. */
import type { DrawQueue } from './draw-queue.ts'

type FrameWindow = Pick<Window, 'requestAnimationFrame' | 'setTimeout'>

/** A window that nobody sees paints nothing; the wall goes on there all the same. */
const LONGEST_MS = 500

function whenPainted(window: FrameWindow): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, LONGEST_MS)
    window.requestAnimationFrame(() => window.requestAnimationFrame(() => resolve()))
  })
}

/** What has just been put into the document asks for its turns to draw within the first frames. */
export async function whenDrawn(window: FrameWindow, queue: DrawQueue): Promise<void> {
  await whenPainted(window)
  if (!queue.isBusy()) return
  await queue.idle()
  await whenPainted(window)
}
