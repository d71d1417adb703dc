/** Folders and files named on the command line → the tables in them. */
import { StorageRefused, type FileSystem } from './file-system.ts'
import type { InputFile } from './read-input.ts'

/** A table this large is no table that a bureau keeps by hand. */
const MAX_INPUT_BYTES = 64 * 1024 * 1024

/** Workbooks are taken up so that they are refused in words, not passed over. */
const TABLE_NAME = /\.(?:csv|tsv|xlsx|xls|xlsm|ods|et)$/i

export interface InputFiles {
  readonly files: readonly InputFile[]
  /** In the folders, but no tables. */
  readonly passedOver: readonly string[]
}

function readOne(fs: FileSystem, name: string): InputFile {
  const bytes = fs.read(name, MAX_INPUT_BYTES)
  if (!bytes) throw new StorageRefused(name, '没有这个文件或文件夹', 'no such file or folder')
  if (bytes.length > MAX_INPUT_BYTES) {
    throw new StorageRefused(
      name,
      `超过 ${MAX_INPUT_BYTES} 字节`,
      `more than ${MAX_INPUT_BYTES} bytes`,
    )
  }
  return { name, bytes }
}

export function loadInputFiles(fs: FileSystem, paths: readonly string[]): InputFiles {
  const files: InputFile[] = []
  const passedOver: string[] = []
  for (const path of paths) {
    const folder = path.replace(/(?<=.)[/\\]+$/, '')
    if (!isFolder(fs, folder)) files.push(readOne(fs, path))
    else {
      for (const name of fs.list(folder)) {
        if (TABLE_NAME.test(name)) files.push(readOne(fs, `${folder}/${name}`))
        else passedOver.push(`${folder}/${name}`)
      }
    }
  }
  return { files, passedOver }
}

function isFolder(fs: FileSystem, path: string): boolean {
  const kind = fs.kindOf(path)
  // A link may lead to a folder; listing tells.
  return kind === 'directory' || (kind === 'link' && fs.kindOf(`${path}/.`) === 'directory')
}
