/** The content of one file of an archive: never more of it than its directory states. */
import { Inflate } from 'fflate'
import type { Checked, Issue } from '../contract/issue.ts'
import { crc32 } from './crc32.ts'
import type { ZipEntry } from './zip-directory.ts'
import { zipFaults } from './zip-faults.ts'

/** One such piece becomes no more than 17 MB, see DEFLATE_MAX_RATIO. */
const PIECE_BYTES = 16 * 1024

function refuse<T>(issue: Issue): Checked<T> {
  return { ok: false, issues: [issue] }
}

/** Null where it is not as large as stated; throws where it is damaged. */
function inflate(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(size)
  const read = { length: 0 }
  const stream = new Inflate((piece) => {
    if (read.length + piece.length <= size) bytes.set(piece, read.length)
    read.length += piece.length
  })
  for (let from = 0; from < packed.length && read.length <= size; from += PIECE_BYTES) {
    stream.push(packed.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= packed.length)
  }
  return read.length === size ? bytes : null
}

export function unpackEntry(zip: Uint8Array, entry: ZipEntry): Checked<Uint8Array<ArrayBuffer>> {
  const { name, method, bytes: size, from, to } = entry
  const packed = zip.subarray(from, to)
  try {
    const bytes = method === 'stored' ? Uint8Array.from(packed) : inflate(packed, size)
    if (bytes === null) return refuse(zipFaults.lyingSize(name, size))
    return crc32(bytes) === entry.crc32 ? { ok: true, value: bytes } : refuse(zipFaults.crc(name))
  } catch {
    return refuse(zipFaults.packed(name))
  }
}
