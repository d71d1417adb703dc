/** Published state + files → what an import would do. Pure: nothing is written here. */
import type { Issue } from '../contract/issue.ts'
import { checkInput } from './check-input.ts'
import { findDoubts } from './import-doubts.ts'
import { reportImport, type ImportReport } from './import-report.ts'
import { orderIssues } from './order-issues.ts'
import { placeAll } from './place-revision.ts'
import { planGeneration, type GenerationOptions, type GenerationPlan } from './plan-generation.ts'
import type { Published } from './published.ts'
import { readInput, type FileSummary, type InputFile } from './read-input.ts'

export interface ImportOptions extends GenerationOptions {
  /** Why differing publications become new revisions; undefined refuses them. */
  readonly reviseReason: string | undefined
  /** Takes what is asked about: sudden changes, falls, and revisions that take figures away. */
  readonly isConfirmed: boolean
  /** YYYY-MM-DD; nothing is published on a later day. */
  readonly today: string
}

export type ImportPlan =
  | {
      readonly kind: 'refused'
      readonly issues: readonly Issue[]
      readonly files: readonly FileSummary[]
    }
  | {
      readonly kind: 'unconfirmed'
      readonly warnings: readonly Issue[]
      readonly report: ImportReport
    }
  | {
      readonly kind: 'ready'
      readonly generation: GenerationPlan
      readonly report: ImportReport
    }

/** `published` is null where nothing is published yet. */
export function planImport(
  published: Published | null,
  inputFiles: readonly InputFile[],
  options: ImportOptions,
): ImportPlan {
  const input = readInput(inputFiles)
  const { files } = input
  const names = inputFiles.map(({ name }) => name)
  const refuse = (issues: readonly Issue[]): ImportPlan => ({
    kind: 'refused',
    issues: orderIssues(issues, names),
    files,
  })
  const checked = checkInput(published, input, options.today)
  if (checked.issues.length > 0) return refuse(checked.issues)
  const snapshots = published?.snapshots ?? []
  const placements = placeAll(checked.drafts, snapshots, options.reviseReason)
  const refused = placements.flatMap((placement) =>
    placement.kind === 'refused' ? [placement.issue] : [],
  )
  if (refused.length > 0) return refuse(refused)
  const added = placements.flatMap((placement) =>
    'draft' in placement ? [placement.snapshot] : [],
  )
  const generation = planGeneration(published, checked.catalog, added, options)
  if (!generation.ok) return refuse(generation.issues)
  const { warnings, notes } = findDoubts(placements, checked.catalog, snapshots)
  const report = reportImport(input, checked, placements, notes)
  if (warnings.length > 0 && !options.isConfirmed) {
    return { kind: 'unconfirmed', warnings: orderIssues(warnings, names), report }
  }
  return { kind: 'ready', generation: generation.value, report }
}
