/** SHA-256 without `crypto.subtle`, which a plain http page in a bureau's network does not have. */
import { sha256 } from '@noble/hashes/sha2.js'

export function sha256Hex(bytes: Uint8Array): string {
  return Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Text as UTF-8 bytes. */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The part of a hash that stands in a file's name. */
export function hash8(sha256: string): string {
  return sha256.slice(0, 8)
}
