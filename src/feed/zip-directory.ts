/**
 * The directory of a zip archive, read strictly: what every tool would read the same way is taken, all
 * else is refused by name. Field offsets: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
import type { Checked, Issue } from '../contract/issue.ts'
import { zipFaults } from './zip-faults.ts'

export interface ZipEntry {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly crc32: number
  /** As stated; {@link unpackEntry} finds out. */
  readonly bytes: number
  /** Where the packed content lies. */
  readonly from: number
  readonly to: number
}

/** Both far above a province's data and far below what a browser's tab can hold. */
export const ZIP_MAX_BYTES = 256 * 1024 * 1024
const UNPACKED_MAX_BYTES = 512 * 1024 * 1024
const MAX_ENTRIES = 20_000

const END_MARK = 0x06054b50
const END_BYTES = 22
const MAX_COMMENT_BYTES = 0xffff
const ENTRY_MARK = 0x02014b50
const ENTRY_BYTES = 46
const LOCAL_MARK = 0x04034b50
const LOCAL_BYTES = 30
/** Stands where Zip64 has the number elsewhere. */
const ELSEWHERE_16 = 0xffff
const ELSEWHERE_32 = 0xffffffff
const METHODS: ReadonlyMap<number, ZipEntry['method']> = new Map([
  [0, 'stored'],
  [8, 'deflated'],
])
/** Deflate packs no more than 1032 to 1 (RFC 1951: 258 bytes in two bits). */
const DEFLATE_MAX_RATIO = 1032
/** Encrypted, patched, strongly encrypted, names hidden. */
const UNKNOWN_FLAGS = 0b0010_0000_0110_0001
/** As the contract writes paths: below the pack's own folder, no way out of it. */
const NAME_PATTERN = /^(?:[a-z0-9][a-z0-9.-]*\/)*[a-z0-9][a-z0-9.-]*$/

/** Thrown and caught in this file only. */
class Fault extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code)
  }
}

interface End {
  readonly at: number
  readonly count: number
  readonly from: number
}

/** The last record reaches exactly to the end of the file: a comment that is cut off is a cut file. */
function findEnd(view: DataView, path: string): End {
  const first = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES)
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    const isEnd =
      view.getUint32(at, true) === END_MARK &&
      at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength
    if (isEnd) return readEnd(view, at, path)
  }
  throw new Fault(zipFaults.notZip(path))
}

function readEnd(view: DataView, at: number, path: string): End {
  const [disk, firstDisk, here, count] = [4, 6, 8, 10].map((by) => view.getUint16(at + by, true))
  const size = view.getUint32(at + 12, true)
  const from = view.getUint32(at + 16, true)
  if (
    count === ELSEWHERE_16 ||
    size === ELSEWHERE_32 ||
    from === ELSEWHERE_32 ||
    disk ||
    firstDisk
  ) {
    throw new Fault(zipFaults.foreignForm(path))
  }
  if (count === undefined || here !== count || from + size !== at) {
    throw new Fault(zipFaults.directory(path))
  }
  if (count > MAX_ENTRIES) throw new Fault(zipFaults.tooMany(path, MAX_ENTRIES))
  return { at, count, from }
}

function readName(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Fault(zipFaults.name(path))
  }
}

/** Between the folder of the archive and the content: the local header has to say the same name. */
function findContent(zip: Uint8Array, view: DataView, local: number, name: string): number {
  const isHeader =
    local + LOCAL_BYTES <= view.byteLength && view.getUint32(local, true) === LOCAL_MARK
  if (!isHeader) throw new Fault(zipFaults.directory(name))
  const nameBytes = view.getUint16(local + 26, true)
  const from = local + LOCAL_BYTES
  const said = readName(zip.subarray(from, from + nameBytes), name)
  if (said !== name) throw new Fault(zipFaults.directory(name))
  return from + nameBytes + view.getUint16(local + 28, true)
}

interface Found {
  readonly entry: ZipEntry
  readonly local: number
  readonly next: number
}

function readEntry(zip: Uint8Array, view: DataView, at: number, path: string): Found {
  const fits = at + ENTRY_BYTES <= view.byteLength && view.getUint32(at, true) === ENTRY_MARK
  if (!fits) throw new Fault(zipFaults.directory(path))
  const nameBytes = view.getUint16(at + 28, true)
  const name = readName(zip.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes), path)
  if (!NAME_PATTERN.test(name.replace(/\/$/, ''))) throw new Fault(zipFaults.name(name))
  const method = METHODS.get(view.getUint16(at + 10, true))
  const packed = view.getUint32(at + 20, true)
  const bytes = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  const isElsewhere = [packed, bytes, local].includes(ELSEWHERE_32)
  if (!method || isElsewhere || (view.getUint16(at + 8, true) & UNKNOWN_FLAGS) !== 0) {
    throw new Fault(zipFaults.foreignForm(name))
  }
  const from = findContent(zip, view, local, name)
  const next =
    at + ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const crc32 = view.getUint32(at + 16, true)
  return { entry: { name, method, crc32, bytes, from, to: from + packed }, local, next }
}

/** No content may lie in another's, nor in the directory: that is how small files become huge ones. */
function refuseOverlaps(found: readonly Found[], end: number): void {
  const inOrder = [...found].sort((a, b) => a.local - b.local)
  for (const [place, { entry }] of inOrder.entries()) {
    if (entry.to > (inOrder[place + 1]?.local ?? end)) {
      throw new Fault(zipFaults.directory(entry.name))
    }
  }
}

function refuseSizes(entries: readonly ZipEntry[], path: string): void {
  let total = 0
  for (const { name, method, bytes, from, to } of entries) {
    total += bytes
    if (total > UNPACKED_MAX_BYTES) {
      throw new Fault(
        zipFaults.bomb(bytes > UNPACKED_MAX_BYTES ? name : path, total, UNPACKED_MAX_BYTES),
      )
    }
    const isTrue =
      method === 'stored' ? bytes === to - from : bytes <= (to - from) * DEFLATE_MAX_RATIO
    if (!isTrue) throw new Fault(zipFaults.lyingSize(name, bytes))
  }
}
function readAll(path: string, zip: Uint8Array): readonly ZipEntry[] {
  if (zip.length > ZIP_MAX_BYTES) {
    throw new Fault(zipFaults.tooLarge(path, zip.length, ZIP_MAX_BYTES))
  }
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  const end = findEnd(view, path)
  const found: Found[] = []
  const names = new Set<string>()
  let at = end.from
  for (let place = 0; place < end.count; place += 1) {
    const each = readEntry(zip, view, at, path)
    at = each.next
    if (names.has(each.entry.name)) throw new Fault(zipFaults.twice(each.entry.name))
    names.add(each.entry.name)
    found.push(each)
  }
  if (at !== end.at) throw new Fault(zipFaults.directory(path))
  refuseOverlaps(found, end.from)
  const entries = found.map(({ entry }) => entry)
  refuseSizes(entries, path)
  // Folders are named by some tools that pack again what was unpacked; they hold nothing.
  return entries.filter(({ name, bytes }) => !name.endsWith('/') || bytes > 0)
}

/** `path` names the archive in messages. Nothing is unpacked yet. */
export function readZipDirectory(path: string, zip: Uint8Array): Checked<readonly ZipEntry[]> {
  try {
    return { ok: true, value: readAll(path, zip) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { ok: false, issues: [error.issue] }
  }
}
