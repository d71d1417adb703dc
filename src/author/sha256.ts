/** SHA-256 without `crypto.subtle`, which a plain http page in a bureau's network does not have. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

/** Text as UTF-8 bytes. */
export function encodeText(text: string): Uint8Array {
  return utf8ToBytes(text)
}

/** The part of a hash that stands in a file's name. */
export function hash8(sha256: string): string {
  return sha256.slice(0, 8)
}
