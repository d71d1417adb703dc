/** Published state + files → what an import would do. Pure: nothing is written here. */
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { indexCatalog, type CatalogIndex } from './catalog-index.ts'
import { checkObservation } from './check-observation.ts'
import { checkTarget } from './check-target.ts'
import { groupFigures, type Draft } from './group-figures.ts'
import { EMPTY_CATALOG, mergeCatalog } from './merge-catalog.ts'
import { placeRevision, type Placement } from './place-revision.ts'
import { planGeneration, type GenerationPlan } from './plan-generation.ts'
import type { Published } from './published.ts'
import { readInput, type FileSummary, type InputFile } from './read-input.ts'
import { toIssue } from './refusal.ts'
import { findSuddenChange, indexFigures } from './sudden-change.ts'

export interface ImportOptions {
  /** Asked for by name; must be the published one's where there is one. */
  readonly dataset: string | undefined
  /** The name of a new data folder where none was asked for. */
  readonly fallbackDataset: string
  /** Why differing publications become new revisions; undefined refuses them. */
  readonly reviseReason: string | undefined
  /** Takes figures that are more than ten times away from the published ones. */
  readonly isConfirmed: boolean
  /** ISO 8601 with offset. */
  readonly written: string
}

export interface Count {
  readonly publications: number
  readonly observations: number
  readonly targets: number
}

export interface ImportReport {
  readonly files: readonly FileSummary[]
  readonly notes: readonly Issue[]
  readonly added: Count
  readonly revised: Count
  readonly unchanged: Count
  /** Entries of the catalog afterwards. */
  readonly indicatorCount: number
  readonly breakCount: number
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
  | { readonly kind: 'ready'; readonly generation: GenerationPlan; readonly report: ImportReport }

/** The days of all publications, in the input or published. */
function publicationDays(drafts: readonly Draft[], published: readonly Snapshot[]) {
  return new Map([
    ...published.map((known) => [known.id, known.published] as const),
    ...drafts.map(({ row }) => [row.facts.id, row.facts.published] as const),
  ])
}

function checkDraft(
  { row, observations, targets }: Draft,
  catalog: CatalogIndex,
  publishedById: ReadonlyMap<string, string>,
): Issue[] {
  const by = { id: row.facts.id, published: row.facts.published, publishedById }
  return [
    ...observations.flatMap(({ figure, path }) =>
      checkObservation(figure, catalog, by).map(({ field, refusal }) =>
        toIssue(path(field), refusal),
      ),
    ),
    ...targets.flatMap(({ figure, path }) =>
      checkTarget(figure, catalog).map(({ field, refusal }) => toIssue(path(field), refusal)),
    ),
  ]
}

/** Revisions in their order, so that each finds the one before it; unnumbered ones come last. */
function placeAll(
  drafts: readonly Draft[],
  published: readonly Snapshot[],
  reason: string | undefined,
): Placement[] {
  const known = new Map<string, Snapshot[]>()
  const add = (snapshot: Snapshot) => {
    known.set(snapshot.id, [...(known.get(snapshot.id) ?? []), snapshot])
  }
  published.forEach(add)
  const rank = ({ row }: Draft) => row.revision ?? Infinity
  const ordered = [...drafts].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
  return ordered.map((draft) => {
    const placement = placeRevision(draft, known.get(draft.row.facts.id) ?? [], reason)
    if (placement.kind === 'added' || placement.kind === 'revised') add(placement.snapshot)
    return placement
  })
}

function countOf(placements: readonly Placement[], kind: Placement['kind']): Count {
  const snapshots = placements.flatMap((placement) =>
    placement.kind === kind && 'snapshot' in placement ? [placement.snapshot] : [],
  )
  const sum = (size: (snapshot: Snapshot) => number) =>
    snapshots.reduce((total, snapshot) => total + size(snapshot), 0)
  return {
    publications: snapshots.length,
    observations: sum(({ observations }) => observations.length),
    targets: sum(({ targets }) => targets.length),
  }
}

/** `published` is null for an empty folder; `schemas` are JSON Schema texts by path. */
export function planImport(
  published: Published | null,
  files: readonly InputFile[],
  options: ImportOptions,
): ImportPlan {
  const snapshots = published?.snapshots ?? []
  const input = readInput(files)
  const refuse = (issues: readonly Issue[]): ImportPlan => ({
    kind: 'refused',
    issues,
    files: input.files,
  })
  const merged = mergeCatalog(published?.catalog ?? EMPTY_CATALOG, input)
  const catalog = indexCatalog(merged.catalog, input.refusedIds)
  const grouped = groupFigures(input, snapshots)
  const days = publicationDays(grouped.drafts, snapshots)
  const issues = [
    ...input.issues,
    ...merged.issues,
    ...grouped.issues,
    ...grouped.drafts.flatMap((draft) => checkDraft(draft, catalog, days)),
  ]
  if (issues.length > 0) return refuse(issues)
  const placements = placeAll(grouped.drafts, snapshots, options.reviseReason)
  const refused = placements.flatMap((placement) =>
    placement.kind === 'refused' ? [placement.issue] : [],
  )
  if (refused.length > 0) return refuse(refused)
  const changes = placements.flatMap((placement) => ('draft' in placement ? [placement] : []))
  const generation = planGeneration(
    published,
    merged.catalog,
    changes.map(({ snapshot }) => snapshot),
    options,
  )
  if (!generation.ok) return refuse(generation.issues)
  const figures = indexFigures(snapshots)
  const warnings = changes
    .flatMap(({ draft }) => draft.observations)
    .flatMap((row) => findSuddenChange(row, catalog, figures) ?? [])
  const report: ImportReport = {
    files: input.files,
    notes: grouped.notes,
    added: countOf(placements, 'added'),
    revised: countOf(placements, 'revised'),
    unchanged: countOf(placements, 'unchanged'),
    indicatorCount: merged.catalog.indicators.length,
    breakCount: merged.catalog.breaks.length,
  }
  if (warnings.length > 0 && !options.isConfirmed) return { kind: 'unconfirmed', warnings, report }
  return { kind: 'ready', generation: generation.value, report }
}
