/** `check`: verifies a data folder, and names what lies there without belonging to it. */
import type { Bilingual } from '../contract/issue.ts'
import { listUnlisted, loadFolder } from './data-folder.ts'
import type { FileSystem } from './file-system.ts'
import { done, refused, type Outcome } from './outcome.ts'
import { readPublished } from './published.ts'
import { noManifest } from './publishing-messages.ts'
import { toIssue } from './refusal.ts'

export function runCheck(fs: FileSystem, from: string): Outcome {
  const folder = loadFolder(fs, from)
  if (!folder) return refused([toIssue(from, noManifest())])
  const published = readPublished(folder)
  if (!published.ok) {
    return refused(published.issues.map((found) => ({ ...found, path: `${from}/${found.path}` })))
  }
  const { manifest, catalog, snapshots } = published.value
  const listed = new Set([manifest.catalog, ...manifest.snapshots].map(({ path }) => path))
  const unlisted = listUnlisted(fs, from, listed)
  const observations = snapshots.reduce((sum, snapshot) => sum + snapshot.observations.length, 0)
  const targets = snapshots.reduce((sum, snapshot) => sum + snapshot.targets.length, 0)
  const [indicators, breaks] = [catalog.indicators.length, catalog.breaks.length]
  const lines: Bilingual[] = [
    {
      zh: `${from} 完好：seq ${manifest.seq}，${snapshots.length} 个快照，${observations} 个数，${indicators} 个指标，${targets} 个目标，${breaks} 处序列中断。`,
      en: `${from} is sound: seq ${manifest.seq}, ${snapshots.length} snapshots, ${observations} observations, ${indicators} indicators, ${targets} targets, ${breaks} series breaks.`,
    },
  ]
  if (unlisted.length > 0) {
    lines.push({
      zh: `清单未列的文件（可以删除）：${unlisted.join('、')}`,
      en: `Files that the manifest does not list (may be deleted): ${unlisted.join(', ')}`,
    })
  }
  return done(lines)
}
