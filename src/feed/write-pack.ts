/** The data pack of gathered files: the same data, the same bytes. */
import { zipSync } from 'fflate'
import type { Manifest } from '../contract/manifest.ts'
import type { Gathered } from './gather-files.ts'
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

export function writePack({ manifest, manifestBytes, files }: Gathered): WrittenPack {
  return { manifest, zip: zipFiles(new Map([[MANIFEST_PATH, manifestBytes], ...files])) }
}
