/** Runs in the app's page before the app: sees its long tasks, and times what a reader waits for. */

interface Task {
  readonly startMs: number
  readonly endMs: number
}

const tasks: Task[] = []
/** When the page showed the generation of the server instead of the one that it was written from. */
let headAtMs = 0
let writtenSeq = 0

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) {
    tasks.push({ startMs: startTime, endMs: startTime + duration })
  }
}).observe({ type: 'longtask', buffered: true })

function seqShown(): number {
  return Number(document.documentElement.dataset['seq'])
}

document.addEventListener('DOMContentLoaded', () => {
  writtenSeq = seqShown()
})
new MutationObserver(() => {
  if (writtenSeq > 0 && seqShown() > writtenSeq && headAtMs === 0) headAtMs = performance.now()
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-seq'] })

/**
 * The longest task between the first request for a snapshot and the first generation on screen;
 * 0 where none was over 50 ms. Drawing the page, which ends the span, is no part of taking in.
 */
function longestTaskWhileTakingIn(): number {
  const requests = performance.getEntriesByType('resource')
  const first = requests.find(({ name }) => /\/snapshots\/|take-in-worker/.test(name))
  if (!first || headAtMs === 0) throw new Error('nothing was taken in')
  const during = tasks.filter((task) => task.startMs > first.startTime && task.endMs < headAtMs)
  return Math.max(0, ...during.map((task) => task.endMs - task.startMs))
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}

/** From choosing an indicator to the frame after its page stands with its figure. */
async function openIndicator(id: string): Promise<number> {
  const fromMs = performance.now()
  location.hash = `/indicators/${id}`
  while (!document.querySelector(`main > [data-panel="${id}"] [data-figure]`)) await nextFrame()
  await nextFrame()
  return performance.now() - fromMs
}

Object.assign(globalThis, {
  appWatch: { longestTaskWhileTakingIn, openIndicator, headAtMs: () => headAtMs },
})
