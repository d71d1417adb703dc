/** What this browser says about itself and what it keeps: every getter may throw, so each is tried. */
import { createDataCache, dataCacheName } from './data-cache.ts'
import type { DataCache } from './keep-data.ts'
import type { RuntimeFacts } from './readiness.ts'
import { readKeptManifest } from './verify-kept.ts'

export interface DeviceEnvironment {
  /** Of the page's address, with its colon. */
  readonly protocol: string
  /** "null" where the page has none. */
  readonly origin: string
  readonly isSecure: boolean
  readonly isFramed: boolean
  /** The folder of the app, which is the worker's scope. */
  readonly scope: string
  readonly manifestUrl: string
  readonly getCaches: () => CacheStorage | undefined
  readonly getStorage: () => Partial<StorageManager> | undefined
  readonly getContainer: () => ServiceWorkerContainer | undefined
}

export interface KeptFacts {
  readonly hasShell: boolean
  /** This very page came from the worker. */
  readonly isControlled: boolean
  /** Of the data that the worker keeps; null without any. */
  readonly keptSeq: number | null
  /** Null where the browser does not say. */
  readonly isPersisted: boolean | null
  /** What the whole origin takes up, in bytes; null where the browser does not say. */
  readonly usedBytes: number | null
}

/** The answer, or what stands for one where the question is refused. */
async function tried<T, E>(ask: () => Promise<T> | undefined, otherwise: E): Promise<T | E> {
  try {
    return (await ask()) ?? otherwise
  } catch {
    return otherwise
  }
}

export function runtimeOf(environment: DeviceEnvironment): RuntimeFacts {
  const { protocol, origin, isSecure, isFramed } = environment
  return { protocol, isSecure, isFramed, isOpaque: origin === 'null' }
}

/** The worker's data; null where caches are refused, or there is none of it yet. */
export async function openKept(environment: DeviceEnvironment): Promise<DataCache | null> {
  const { getCaches, scope } = environment
  return tried(async () => {
    const caches = getCaches()
    // Asked first: opening would make one.
    const isThere = await caches?.has(dataCacheName(scope))
    return caches && isThere ? createDataCache(caches, scope) : null
  }, null)
}

export async function readKeptFacts(environment: DeviceEnvironment): Promise<KeptFacts> {
  const { getCaches, getStorage, getContainer, scope, manifestUrl } = environment
  const shell = new URL('index.html', scope).href
  const [found, isPersisted, estimate, cache] = await Promise.all([
    // The precache knows its files by their name and a revision behind "?".
    tried(() => getCaches()?.match(shell, { ignoreSearch: true }), null),
    tried(() => getStorage()?.persisted?.(), null),
    tried(() => getStorage()?.estimate?.(), null),
    openKept(environment),
  ])
  const manifest = cache && (await tried(() => readKeptManifest({ cache, manifestUrl }), null))
  return {
    hasShell: found !== null,
    isControlled: (await tried(async () => getContainer()?.controller, null)) !== null,
    keptSeq: manifest?.seq ?? null,
    isPersisted,
    usedBytes: estimate?.usage ?? null,
  }
}

/** Null where the browser does not say. */
export function askToPersist({ getStorage }: DeviceEnvironment): Promise<boolean | null> {
  return tried(() => getStorage()?.persist?.(), null)
}

/** Copies that are known to be wrong are worth nothing: the worker fetches what it misses. */
export async function dropKept(
  cache: Pick<DataCache, 'remove'>,
  manifestUrl: string,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) await cache.remove(new URL(path, manifestUrl).href)
}

/** The app's own files and its worker's data, and the worker: the next visit begins from nothing. */
export async function clearKept(environment: DeviceEnvironment): Promise<void> {
  const { getCaches, getContainer, scope } = environment
  const registration = await tried(() => getContainer()?.getRegistration(scope), null)
  await tried(async () => registration?.unregister(), null)
  await tried(async () => {
    const caches = getCaches()
    const names = (await caches?.keys()) ?? []
    // All that are ours end with the scope: caches are shared by all folders of a host.
    const ours = names.filter((name) => name.endsWith(scope))
    await Promise.all(ours.map((name) => caches?.delete(name)))
  }, null)
}
