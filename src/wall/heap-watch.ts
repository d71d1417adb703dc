/** Notices when the page has grown far beyond what it needs, before the browser ends it. */
import type { StartTimer } from '../db/timer.ts'
import { startRepeating } from './repeat.ts'

const LOOK_EVERY_MS = 60_000
/** The first hour says what is usual. */
const BASELINE_LOOKS = 60
const TOO_MANY_TIMES = 4
/** In a row: a heap is at its largest right before it is swept, and that is no fault. */
const HEAVY_LOOKS = 5

export interface HeapWatch {
  /** Of the first hour, in bytes; empty from then on. */
  readonly samples: readonly number[]
  readonly baseline: number | null
  readonly heavyLooks: number
}

export const NO_HEAP_SEEN: HeapWatch = { samples: [], baseline: null, heavyLooks: 0 }

function medianOf(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((below ?? 0) + (above ?? 0)) / 2
}

/** After one more look at the heap, in bytes. */
export function noteHeap({ samples, baseline, heavyLooks }: HeapWatch, bytes: number): HeapWatch {
  if (baseline === null) {
    const all = [...samples, bytes]
    return all.length < BASELINE_LOOKS
      ? { samples: all, baseline, heavyLooks }
      : { samples: [], baseline: medianOf(all), heavyLooks }
  }
  const isHeavy = bytes > TOO_MANY_TIMES * baseline
  return { samples, baseline, heavyLooks: isHeavy ? heavyLooks + 1 : 0 }
}

export function isTooHeavy({ heavyLooks }: HeapWatch): boolean {
  return heavyLooks >= HEAVY_LOOKS
}

/** Chromium's own addition, unknown to the type: other browsers have none. */
function usedBytes(performance: object): number | null {
  const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } }
  return memory ? memory.usedJSHeapSize : null
}

/** `performance` of the window. Calls `onHeavy` once; returns how to stop. */
export function watchHeap(
  performance: object,
  startTimer: StartTimer,
  onHeavy: () => void,
): () => void {
  if (usedBytes(performance) === null) return () => undefined
  let watch = NO_HEAP_SEEN
  return startRepeating(startTimer, LOOK_EVERY_MS, () => {
    const bytes = usedBytes(performance)
    if (isTooHeavy(watch) || bytes === null) return
    watch = noteHeap(watch, bytes)
    if (isTooHeavy(watch)) onHeavy()
  })
}
