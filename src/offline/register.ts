/** Registers the service worker and reports what becomes of it; decides nothing for the reader. */
import type { StartTimer } from '../db/timer.ts'
import { APPLY_RELEASE, KEEP_DATA, parseKeepResult, type KeepResult } from './worker-messages.ts'

/** A page that stays open never navigates, and navigating is what makes a browser look for updates. */
const LOOK_EVERY_MS = 60 * 60_000

export type WorkerState =
  /** This runtime has no service workers: plain http, a file, an old or restricted browser. */
  | 'unsupported'
  | 'installing'
  /** The app starts without a server. */
  | 'active'
  | 'failed'

export interface RegisterTools {
  /** May throw: in a sandboxed frame the getter itself does. */
  readonly getContainer: () => ServiceWorkerContainer | undefined
  readonly workerUrl: string
  readonly startTimer: StartTimer
  readonly reload: () => void
  readonly onState: (state: WorkerState) => void
  /** A newer release is installed and waits; `apply` brings it in and reloads this page. */
  readonly onWaiting: (apply: () => void) => void
}

/** The worker's address beside the document. */
export function workerUrlOf(documentBaseUrl: string): string {
  return new URL('sw.js', documentBaseUrl).href
}

function findContainer(getContainer: RegisterTools['getContainer']): ServiceWorkerContainer | null {
  try {
    return getContainer() ?? null
  } catch {
    return null
  }
}

function once(run: () => void): () => void {
  let hasRun = false
  return () => {
    if (hasRun) return
    hasRun = true
    run()
  }
}

/**
 * Another tab may bring the release in while a reader is busy here: then this tab offers the
 * reload, too, instead of doing it.
 */
function watchTakeover(container: ServiceWorkerContainer, tools: RegisterTools): void {
  let hadController = container.controller !== null
  container.addEventListener('controllerchange', () => {
    if (hadController) tools.onWaiting(once(tools.reload))
    hadController = true
  })
}

function offer(waiting: ServiceWorker, tools: RegisterTools): void {
  const reload = once(tools.reload)
  tools.onWaiting(() => {
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated') reload()
    })
    if (waiting.state === 'activated') reload()
    else waiting.postMessage({ type: APPLY_RELEASE })
  })
}

function watchWorker(
  worker: ServiceWorker,
  registration: ServiceWorkerRegistration,
  tools: RegisterTools,
): void {
  const isUpdate = registration.active !== null
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed' && isUpdate) offer(worker, tools)
    if (worker.state === 'activated') tools.onState('active')
    // A failed update leaves the old release in place, and that one goes on serving.
    if (worker.state === 'redundant' && !registration.active) tools.onState('failed')
  })
}

/** The first worker may be there already, and be announced by `updatefound` as well. */
function watchInstalling(registration: ServiceWorkerRegistration, tools: RegisterTools): void {
  const watched = new WeakSet<ServiceWorker>()
  const watch = (): void => {
    const worker = registration.installing
    if (!worker || watched.has(worker)) return
    watched.add(worker)
    watchWorker(worker, registration, tools)
  }
  registration.addEventListener('updatefound', watch)
  watch()
}

function lookNowAndThen(registration: ServiceWorkerRegistration, startTimer: StartTimer): void {
  startTimer(() => {
    // Offline or a broken deployment: the next look comes anyway.
    registration.update().catch(() => undefined)
    lookNowAndThen(registration, startTimer)
  }, LOOK_EVERY_MS)
}

export async function registerServiceWorker(tools: RegisterTools): Promise<void> {
  const container = findContainer(tools.getContainer)
  if (!container) return tools.onState('unsupported')
  try {
    const registration = await container.register(tools.workerUrl, { updateViaCache: 'none' })
    watchTakeover(container, tools)
    tools.onState(registration.active ? 'active' : 'installing')
    if (registration.waiting && registration.active) offer(registration.waiting, tools)
    watchInstalling(registration, tools)
    lookNowAndThen(registration, tools.startTimer)
  } catch {
    tools.onState('failed')
  }
}

/** Null, too, in a frame whose storage is blocked: asking is refused there. */
async function findActive(
  getContainer: RegisterTools['getContainer'],
): Promise<ServiceWorker | null> {
  try {
    return (await findContainer(getContainer)?.getRegistration())?.active ?? null
  } catch {
    return null
  }
}

/**
 * Asks the worker to keep the generation that this page has accepted, and tells how that went.
 * Null while there is no worker yet: at its installation it fetches the data by itself.
 */
export async function requestKeepData(
  getContainer: RegisterTools['getContainer'],
  channel: MessageChannel,
): Promise<KeepResult | null> {
  const worker = await findActive(getContainer)
  if (!worker) return null
  return new Promise((resolve) => {
    channel.port1.onmessage = ({ data }) => {
      channel.port1.close()
      resolve(parseKeepResult(data))
    }
    worker.postMessage({ type: KEEP_DATA }, [channel.port2])
  })
}
