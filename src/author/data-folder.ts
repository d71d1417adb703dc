/** A published folder: read whole, and changed from one generation to the next in one step. */
import { MANIFEST_MAX_BYTES } from '../contract/manifest.ts'
import { StorageRefused, type FileSystem } from './file-system.ts'
import type { FileToWrite, GenerationPlan } from './plan-generation.ts'
import { readManifest, type PublishedFiles } from './published.ts'

const MANIFEST = 'manifest.json'
const SUBFOLDERS = ['snapshots', 'schema'] as const
/** What the build writes beside the data; in a folder that it wrote, they belong there. */
const BESIDE = ['calendar.ics', 'datapackage.json', 'indicators', 'tables'] as const
const LEFTOVER = /^\..*\.tmp$/

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** The folder's bytes; null where it has no manifest, and so nothing published. */
export function loadFolder(fs: FileSystem, folder: string): PublishedFiles | null {
  const manifest = fs.read(`${folder}/${MANIFEST}`, MANIFEST_MAX_BYTES)
  if (!manifest) return null
  const parsed = readManifest(manifest)
  const files = new Map<string, Uint8Array>()
  const listed = parsed.ok ? [parsed.value.catalog, ...parsed.value.snapshots] : []
  for (const { path, bytes } of listed) {
    const content = fs.read(`${folder}/${path}`, bytes)
    if (content) files.set(path, content)
  }
  return { manifest, files }
}

/** Files below the folder that belong to no generation and no build: older generations and leftovers. */
export function listUnlisted(
  fs: FileSystem,
  folder: string,
  listed: ReadonlySet<string>,
): string[] {
  const inside = (below: string) =>
    fs.kindOf(`${folder}/${below}`) === 'directory'
      ? fs.list(`${folder}/${below}`).map((name) => `${below}/${name}`)
      : []
  const names = [...fs.list(folder), ...inside('snapshots')]
  return names.filter((name) => {
    const isOurs = [MANIFEST, ...SUBFOLDERS, ...BESIDE].includes(name)
    return !isOurs && !listed.has(name)
  })
}

/** A link here would lead the writing out of the folder. */
function openSubfolders(fs: FileSystem, folder: string): void {
  fs.makeDirectory(folder)
  for (const below of SUBFOLDERS) {
    const path = `${folder}/${below}`
    const kind = fs.kindOf(path)
    if (kind === 'absent') fs.makeDirectory(path)
    else if (kind !== 'directory') {
      throw new StorageRefused(
        path,
        '不是文件夹，应为文件夹（不能是链接）',
        `${kind}, expected a directory`,
      )
    }
  }
}

/** What a killed run left behind was never part of a generation. */
function clearLeftovers(fs: FileSystem, folder: string): void {
  for (const place of [folder, ...SUBFOLDERS.map((below) => `${folder}/${below}`)]) {
    for (const name of fs.list(place)) if (LEFTOVER.test(name)) fs.remove(`${place}/${name}`)
  }
}

function putFile(fs: FileSystem, folder: string, file: FileToWrite, run: string): void {
  const path = `${folder}/${file.path}`
  const at = path.lastIndexOf('/')
  const temporary = `${path.slice(0, at)}/.${path.slice(at + 1)}.${run}.tmp`
  fs.writeNew(temporary, file.bytes)
  fs.replace(temporary, path)
}

function verifyFile(fs: FileSystem, folder: string, { path, bytes }: FileToWrite): void {
  if (!isSame(fs.read(`${folder}/${path}`, bytes.length), bytes)) {
    throw new StorageRefused(
      `${folder}/${path}`,
      '读回的内容与写入的不同',
      'what was read back differs from what was written',
    )
  }
}

/**
 * Files first, the manifest last, each by rename and read back: whoever looks sees the old
 * generation or the new one. `before` are the manifest's bytes that the plan was made from.
 */
export function writeGeneration(
  fs: FileSystem,
  folder: string,
  before: Uint8Array | null,
  { files, manifestFile }: Pick<GenerationPlan, 'files' | 'manifestFile'>,
  run: string,
): void {
  const changed = files.filter(
    ({ path, bytes }) => !isSame(fs.read(`${folder}/${path}`, bytes.length), bytes),
  )
  if (changed.length === 0 && !manifestFile) return
  openSubfolders(fs, folder)
  clearLeftovers(fs, folder)
  changed.forEach((file) => putFile(fs, folder, file, run))
  changed.forEach((file) => verifyFile(fs, folder, file))
  SUBFOLDERS.forEach((below) => fs.syncDirectory(`${folder}/${below}`))
  fs.syncDirectory(folder)
  if (!manifestFile) return
  const path = `${folder}/${MANIFEST}`
  if (!isSame(fs.read(path, MANIFEST_MAX_BYTES), before)) {
    throw new StorageRefused(
      path,
      '期间另有人发布；请重新导入',
      'somebody else has published meanwhile; run the import again',
    )
  }
  putFile(fs, folder, manifestFile, run)
  fs.syncDirectory(folder)
  verifyFile(fs, folder, manifestFile)
}
