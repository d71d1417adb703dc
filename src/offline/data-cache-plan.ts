/** Which data files the worker's cache needs and which it can let go, decided without a cache. */
import type { FileEntry, Manifest } from '../contract/manifest.ts'

export interface DataCachePlan {
  readonly missing: readonly FileEntry[]
  /** Addresses to remove once everything missing is there. */
  readonly obsolete: readonly string[]
}

/** Addresses are absolute; `cachedUrls` may hold the manifest's own, which always stays. */
export function planDataCache(
  manifest: Manifest,
  manifestUrl: string,
  cachedUrls: readonly string[],
): DataCachePlan {
  const cached = new Set(cachedUrls)
  const files: readonly FileEntry[] = [manifest.catalog, ...manifest.snapshots]
  const urlOf = (file: FileEntry): string => new URL(file.path, manifestUrl).href
  const wanted = new Set([manifestUrl, ...files.map(urlOf)])
  return {
    missing: files.filter((file) => !cached.has(urlOf(file))),
    obsolete: cachedUrls.filter((url) => !wanted.has(url)),
  }
}
