/** `export`: published data → a Data Package that imports again to the same bytes. */
import { loadFolder } from './data-folder.ts'
import { buildDataPackage } from './data-package.ts'
import type { FileSystem } from './file-system.ts'
import { done, refused, type Outcome } from './outcome.ts'
import type { FileToWrite } from './plan-generation.ts'
import { readPublished } from './published.ts'
import { alreadyThere, noManifest } from './publishing-messages.ts'
import { toIssue } from './refusal.ts'

/** An export may have been edited since, and a source folder looks like one: neither is overwritten. */
function findInTheWay(fs: FileSystem, out: string, files: readonly FileToWrite[]): string[] {
  return files
    .filter(({ path, bytes }) => {
      const kind = fs.kindOf(`${out}/${path}`)
      if (kind !== 'file') return kind !== 'absent'
      const found = fs.read(`${out}/${path}`, bytes.length)
      return found?.length !== bytes.length || found.some((byte, at) => byte !== bytes[at])
    })
    .map(({ path }) => `${out}/${path}`)
}

export function runExport(fs: FileSystem, from: string, out: string): Outcome {
  const folder = loadFolder(fs, from)
  if (!folder) return refused([toIssue(from, noManifest())])
  const published = readPublished(folder)
  if (!published.ok) {
    return refused(published.issues.map((found) => ({ ...found, path: `${from}/${found.path}` })))
  }
  const files = buildDataPackage(published.value)
  const inTheWay = findInTheWay(fs, out, files)
  if (inTheWay.length > 0) return refused(inTheWay.map((path) => toIssue(path, alreadyThere())))
  fs.makeDirectory(out)
  for (const { path, bytes } of files) {
    if (fs.kindOf(`${out}/${path}`) === 'absent') fs.writeNew(`${out}/${path}`, bytes)
  }
  const { seq } = published.value.manifest
  const count = published.value.snapshots.length
  return done([
    {
      zh: `已导出到 ${out}：${count} 个快照（seq ${seq}），${files.length} 个文件。`,
      en: `Exported to ${out}: ${count} snapshots (seq ${seq}), ${files.length} files.`,
    },
  ])
}
