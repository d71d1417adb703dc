/** The wall's environment in a real browser; every storage getter may throw, so none is read here. */
import { browserStartTimer } from '../stores/browser-basics.ts'
import type { WallChoice } from '../slides/wall-address.ts'
import { watchHeap } from './heap-watch.ts'
import { createDrawQueue } from './draw-queue.ts'
import { whenDrawn } from './painted.ts'
import { startPlannedReload, type PlannedReload } from './planned-reload.ts'
import { probeDocument } from './probe-document.ts'
import { openReloadLedger } from './reload-ledger.ts'
import { planReloadWindow } from './reload-window.ts'
import type { WallTools } from './wall-tools.ts'

type BrowserWindow = Window & typeof globalThis

function minuteOfDay(window: BrowserWindow): number {
  const now = new window.Date()
  return now.getHours() * 60 + now.getMinutes()
}

/** `reload` brings a newer release in, where one waits. */
function planReload(
  window: BrowserWindow,
  { reloadAt, hours }: WallChoice,
  reload: () => void,
): PlannedReload {
  const { location, history } = window
  const startTimer = browserStartTimer(window)
  const beganMs = window.performance.now()
  const planned = startPlannedReload({
    window: reloadAt === 'off' ? null : planReloadWindow(reloadAt, hours, window.Math.random()),
    minuteOfDay: () => minuteOfDay(window),
    nowMs: () => window.Date.now(),
    steadyMs: () => window.performance.now() - beganMs,
    startTimer,
    ledger: openReloadLedger({
      getStorage: () => window.sessionStorage,
      getHash: () => location.hash,
      setHash: (hash) => history.replaceState(null, '', hash),
    }),
    probe: () => {
      const fetch = (url: string, init: RequestInit) => window.fetch(url, init)
      return probeDocument(location.href.split('#')[0] ?? '', { fetch, startTimer })
    },
    reload,
  })
  watchHeap(window.performance, startTimer, planned.requestEarly)
  return planned
}

/** Of this document. */
export interface WallCircumstances extends Pick<WallTools, 'base' | 'origin' | 'leave'> {
  /** Null where the document may be gone by then, like a file on a stick: what runs goes on. */
  readonly reload: (() => void) | null
}

export function browserWallTools(
  window: BrowserWindow,
  choice: WallChoice,
  { base, origin, leave, reload }: WallCircumstances,
): WallTools {
  const { document, navigator } = window
  const planned = reload && planReload(window, choice, reload)
  const startTimer = browserStartTimer(window)
  const drawTurns = createDrawQueue(startTimer)
  return {
    window,
    document,
    root: document.documentElement,
    now: () => new window.Date(),
    steadyMs: () => window.performance.now(),
    startTimer,
    drawTurns,
    painted: () => whenDrawn(window, drawTurns),
    // Absent over plain http, whatever the type says.
    wakeLock: navigator.wakeLock as WallTools['wakeLock'],
    isSecure: window.isSecureContext,
    base,
    origin,
    leave,
    reducedMotion: window.matchMedia('(prefers-reduced-motion: reduce)'),
    onBoundary: ({ isRoundOver }) => isRoundOver && planned !== null && planned.atBoundary(),
  }
}
