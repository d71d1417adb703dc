/** SHA-256 in every runtime: a bureau's plain-http intranet has no `crypto.subtle`. */
import { sha256 } from '@noble/hashes/sha2.js'

export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The browser's own where it has one, else this app's. */
export function createSha256(subtle: Pick<SubtleCrypto, 'digest'> | undefined): Sha256 {
  if (subtle) {
    return async (bytes) => toHex(new Uint8Array(await subtle.digest('SHA-256', bytes)))
  }
  return async (bytes) => toHex(sha256(bytes))
}
