/** The checksum of zip and gzip (ISO 3309, reflected polynomial EDB88320). */

const POLYNOMIAL = 0xedb88320

function checksumOf(byte: number): number {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1
  return rest >>> 0
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => checksumOf(byte))

export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
