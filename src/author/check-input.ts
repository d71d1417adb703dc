/** Everything the input states, judged against the catalog and what is published. */
import type { Catalog } from '../contract/catalog.ts'
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { indexCatalog, type CatalogIndex } from './catalog-index.ts'
import { checkAudienceKept } from './audience-kept.ts'
import { checkObservation } from './check-observation.ts'
import { checkTarget } from './check-target.ts'
import { groupFigures, type Draft } from './group-figures.ts'
import { EMPTY_CATALOG, mergeCatalog } from './merge-catalog.ts'
import type { Published } from './published.ts'
import { notYetPublished } from './publishing-messages.ts'
import type { Input } from './read-input.ts'
import { toIssue } from './refusal.ts'
import { resolveNames } from './resolve-names.ts'

export interface CheckedInput {
  /** Published catalog and input together. */
  readonly catalog: Catalog
  readonly drafts: readonly Draft[]
  /** Empty where every row can be taken. */
  readonly issues: readonly Issue[]
  readonly notes: readonly Issue[]
}

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

/** Nobody can know today what a later day will publish. */
function checkDays({ publications }: Input, today: string): Issue[] {
  return publications
    .filter(({ facts }) => facts.published > today)
    .map(({ facts, path }) => toIssue(path('published'), notYetPublished(facts.published, today)))
}

/** `today` is YYYY-MM-DD. */
export function checkInput(
  published: Published | null,
  written: Input,
  today: string,
): CheckedInput {
  const snapshots = published?.snapshots ?? []
  const { catalog, issues } = mergeCatalog(published?.catalog ?? EMPTY_CATALOG, written)
  const input = resolveNames(written, catalog)
  const index = indexCatalog(catalog, input.refusedIds)
  const grouped = groupFigures(input, snapshots)
  const days = publicationDays(grouped.drafts, snapshots)
  const figureIssues = grouped.drafts.flatMap((draft) => checkDraft(draft, index, days))
  return {
    catalog,
    drafts: grouped.drafts,
    issues: [
      ...input.issues,
      ...checkDays(input, today),
      ...issues,
      ...checkAudienceKept(published, input),
      ...grouped.issues,
      ...figureIssues,
    ],
    notes: grouped.notes,
  }
}
