/** The file system of this machine. */
import * as fs from 'node:fs'
import type { FileSystem, PathKind } from './file-system.ts'

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function kindOf(path: string): PathKind {
  const stats = fs.lstatSync(path, { throwIfNoEntry: false })
  if (!stats) return 'absent'
  if (stats.isSymbolicLink()) return 'link'
  if (stats.isDirectory()) return 'directory'
  return stats.isFile() ? 'file' : 'other'
}

function read(path: string, maxBytes: number): Uint8Array | null {
  let handle: number
  try {
    handle = fs.openSync(path, 'r')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  try {
    const wanted = Math.min(fs.fstatSync(handle).size, maxBytes + 1)
    const bytes = new Uint8Array(wanted)
    let filled = 0
    while (filled < wanted) {
      const count = fs.readSync(handle, bytes, filled, wanted - filled, filled)
      if (count === 0) break
      filled += count
    }
    return bytes.subarray(0, filled)
  } finally {
    fs.closeSync(handle)
  }
}

/** Private while it is written, readable by the web server once it is whole. */
function writeNew(path: string, bytes: Uint8Array): void {
  const handle = fs.openSync(path, 'wx', 0o600)
  try {
    fs.writeFileSync(handle, bytes)
    fs.fchmodSync(handle, 0o644)
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

function syncDirectory(path: string): void {
  // Windows cannot open a directory for this, and writes its names through by itself.
  if (process.platform === 'win32') return
  const handle = fs.openSync(path, 'r')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}

export const diskFileSystem: FileSystem = {
  kindOf,
  list: (path) => fs.readdirSync(path).sort(),
  read,
  makeDirectory: (path) => void fs.mkdirSync(path, { recursive: true }),
  writeNew,
  replace: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path, { force: true }),
  syncDirectory,
}
