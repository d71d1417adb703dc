/** The wall's reloads by itself, with the browser's own edges: planned at night, early when too heavy. */
import type { StartTimer } from '../db/timer.ts'
import type { DutyHours } from '../slides/duty-hours.ts'
import { watchHeap } from './heap-watch.ts'
import { startPlannedReload, type PlannedReload } from './planned-reload.ts'
import { probeDocument } from './probe-document.ts'
import { openReloadLedger } from './reload-ledger.ts'
import { planReloadWindow } from './reload-window.ts'

export interface SelfReloadTools {
  readonly window: Pick<Window & typeof globalThis, 'fetch' | 'history' | 'location' | 'Math'> & {
    /** May throw. */
    readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>
    readonly performance: object
  }
  readonly now: () => Date
  /** Milliseconds since this document began, on a clock that nobody sets. */
  readonly steadyMs: () => number
  readonly startTimer: StartTimer
  readonly hours: DutyHours
  readonly reloadAt: number | 'off'
}

/** `atBoundary` as of {@link PlannedReload}. A reload that is switched off still comes when the heap is full. */
export function startSelfReload(
  tools: SelfReloadTools,
): Pick<PlannedReload, 'atBoundary' | 'stop'> {
  const { window, now, steadyMs, startTimer, hours, reloadAt } = tools
  const { history, location } = window
  const planned = startPlannedReload({
    window: reloadAt === 'off' ? null : planReloadWindow(reloadAt, hours, window.Math.random()),
    minuteOfDay: () => now().getHours() * 60 + now().getMinutes(),
    nowMs: () => now().getTime(),
    steadyMs,
    startTimer,
    ledger: openReloadLedger({
      getStorage: () => window.sessionStorage,
      getHash: () => location.hash,
      setHash: (hash) => history.replaceState(history.state, '', hash),
    }),
    probe: () =>
      probeDocument(location.href.split('#')[0] ?? '', {
        fetch: (url, init) => window.fetch(url, init),
        startTimer,
      }),
    reload: () => location.reload(),
  })
  const stopHeap = watchHeap(window.performance, startTimer, planned.requestEarly)
  return {
    atBoundary: planned.atBoundary,
    stop() {
      stopHeap()
      planned.stop()
    },
  }
}
