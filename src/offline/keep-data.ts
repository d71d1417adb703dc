/**
 * Keeps one whole, verified generation in the worker's cache. The worker fetches by itself, at its
 * installation and when a page has accepted new data, because the pages of a first visit are not
 * under its control: what they fetch never passes through it.
 */
import { parseManifest } from '../contract/parse.ts'
import { planUpdate, type Known } from '../feed/plan-update.ts'
import { takeAll } from '../feed/take-all.ts'
import { takeBytes, type FileTools, type Taken } from '../feed/take-file.ts'
import { MANIFEST_PATH, takeManifest, type FoundManifest } from '../feed/take-manifest.ts'
import { parseBytes } from '../feed/verify.ts'
import { planDataCache } from './data-cache-plan.ts'
import type { KeepResult } from './worker-messages.ts'

/** The part of the Cache API that is needed; keys are absolute addresses. */
export interface DataCache {
  urls(): Promise<readonly string[]>
  read(url: string): Promise<Uint8Array<ArrayBuffer> | null>
  write(url: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  remove(url: string): Promise<void>
}

export interface KeepTools extends FileTools {
  readonly cache: DataCache
}

async function readKnown({ cache, manifestUrl, sha256 }: KeepTools): Promise<Known | null> {
  const bytes = await cache.read(manifestUrl)
  if (!bytes) return null
  const parsed = parseBytes(MANIFEST_PATH, bytes, parseManifest)
  return parsed.ok ? { manifest: parsed.value, manifestSha256: await sha256(bytes) } : null
}

/** Files first, the manifest last, and only then what is obsolete goes. */
async function bringIn(found: FoundManifest, tools: KeepTools): Promise<Taken<unknown>> {
  const { cache, manifestUrl } = tools
  const plan = planDataCache(found.manifest, manifestUrl, await cache.urls())
  const taken = await takeAll(
    plan.missing.map((file) => async (): Promise<Taken<null>> => {
      const fetched = await takeBytes(file, tools)
      if (fetched.kind === 'unreachable') return fetched
      if (fetched.kind === 'refused') return { kind: 'refused', issues: [fetched.issue] }
      await cache.write(new URL(file.path, manifestUrl).href, fetched.bytes)
      return { kind: 'taken', value: null }
    }),
  )
  if (taken.kind !== 'taken') return taken
  await cache.write(manifestUrl, found.bytes)
  for (const url of plan.obsolete) await cache.remove(url)
  return taken
}

/** Rejects only when the cache itself fails. */
export async function keepData(tools: KeepTools): Promise<KeepResult> {
  const found = await takeManifest(tools)
  if (found.kind !== 'taken') return found.kind
  const known = await readKnown(tools)
  const { dataset } = (known ?? found.value).manifest
  if (planUpdate(dataset, known, [], found.value).kind === 'refused') return 'refused'
  const taken = await bringIn(found.value, tools)
  return taken.kind === 'taken' ? 'kept' : taken.kind
}
