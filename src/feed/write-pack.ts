/** The data pack of what a server, or this browser's kept copy, has now: the same data, the same bytes. */
import { zipSync } from 'fflate'
import type { Manifest } from '../contract/manifest.ts'
import { gatherFiles, type GatherTools } from './gather-files.ts'
import type { Taken } from './take-file.ts'
import { MANIFEST_PATH } from './take-manifest.ts'

export interface WrittenPack {
  readonly manifest: Manifest
  readonly zip: Uint8Array<ArrayBuffer>
}

/** Zip writes local times since 1980; when a pack was made does not change its bytes. */
const SAME_TIME = '1980-06-01T00:00'

function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(zipSync(Object.fromEntries(files), { mtime: SAME_TIME, level: 6 }))
}

/** Rejects with an AbortError when it is cancelled. */
export async function writePack(tools: GatherTools): Promise<Taken<WrittenPack>> {
  const gathered = await gatherFiles(tools)
  if (gathered.kind !== 'taken') return gathered
  const { manifest, manifestBytes, files } = gathered.value
  const zip = zipFiles(new Map([[MANIFEST_PATH, manifestBytes], ...files]))
  return { kind: 'taken', value: { manifest, zip } }
}
