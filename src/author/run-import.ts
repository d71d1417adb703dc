/** `import`: reads, plans, and writes only what was planned without a refusal. */
import type { Bilingual } from '../contract/issue.ts'
import { loadFolder, writeGeneration } from './data-folder.ts'
import type { FileSystem } from './file-system.ts'
import { loadInputFiles } from './input-files.ts'
import { done, refused, type Outcome } from './outcome.ts'
import type { FileToWrite } from './plan-generation.ts'
import { planImport, type ImportOptions } from './plan-import.ts'
import { readPublished } from './published.ts'
import { toIssue } from './refusal.ts'
import { formatFiles, formatReport } from './report-text.ts'
import { noTables } from './table-messages.ts'

export interface ImportRequest extends ImportOptions {
  readonly paths: readonly string[]
  /** The data folder. */
  readonly out: string
  /** JSON Schemas to stand beside the data. */
  readonly schemas: readonly FileToWrite[]
  /** Tells this run's temporary files from another's. */
  readonly run: string
}

const NOTHING_WRITTEN: Bilingual = { zh: '没有写入任何文件。', en: 'Nothing was written.' }

function passedOverLines(names: readonly string[]): Bilingual[] {
  if (names.length === 0) return []
  return [
    {
      zh: `未读取（不是表）：${names.join('、')}`,
      en: `Not read (no tables): ${names.join(', ')}`,
    },
  ]
}

export function runImport(fs: FileSystem, request: ImportRequest): Outcome {
  const { files, passedOver } = loadInputFiles(fs, request.paths)
  const passedOverNotes = passedOverLines(passedOver)
  if (files.length === 0) {
    return refused([toIssue(request.paths.join(' '), noTables())], passedOverNotes)
  }
  const folder = loadFolder(fs, request.out)
  const published = folder && readPublished(folder)
  if (published && !published.ok) {
    const broken = published.issues.map((found) => ({
      ...found,
      path: `${request.out}/${found.path}`,
    }))
    return refused(broken, [NOTHING_WRITTEN])
  }
  const plan = planImport(published && published.value, files, request)
  if (plan.kind === 'refused') {
    return refused(plan.issues, [...formatFiles(plan.files), ...passedOverNotes, NOTHING_WRITTEN])
  }
  const report = [...formatReport(plan.report, plan.kind === 'ready'), ...passedOverNotes]
  if (plan.kind === 'unconfirmed') return refused(plan.warnings, [...report, NOTHING_WRITTEN])
  const { generation } = plan
  const all = { ...generation, files: [...request.schemas, ...generation.files] }
  writeGeneration(fs, request.out, folder && folder.manifest, all, request.run)
  const { seq, snapshots } = generation.manifest
  const total = snapshots.length
  const last: Bilingual = generation.manifestFile
    ? {
        zh: `已写入 ${request.out}：seq ${seq}，共 ${total} 个快照。`,
        en: `Written to ${request.out}: seq ${seq}, ${total} snapshots in all.`,
      }
    : {
        zh: `${request.out} 没有变化：seq ${seq}，共 ${total} 个快照。`,
        en: `${request.out} is unchanged: seq ${seq}, ${total} snapshots in all.`,
      }
  return done([...report, last])
}
