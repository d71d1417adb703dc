import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * The generation that is shipped with this build: nothing older is taken in later, even on a device
 * whose storage was wiped.
 * @param {URL} manifest
 * @returns {{ dataset: string, seq: number, sha256: string }}
 */
export function readBuildFloor(manifest) {
  const bytes = readFileSync(manifest)
  const { dataset, seq } = JSON.parse(bytes.toString('utf8'))
  return { dataset, seq, sha256: createHash('sha256').update(bytes).digest('hex') }
}
