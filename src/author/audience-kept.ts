/**
 * For whom a thing is published stays as it was: browsers that hold the public edition refuse a
 * snapshot that is rewritten or has vanished, and would then take in nothing more.
 */
import type { Audience } from '../contract/fields.ts'
import type { Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import type { Published } from './published.ts'
import type { Input } from './read-input.ts'
import { quote, refusal, toIssue, type Refusal } from './refusal.ts'

type Marked = { readonly audience?: Audience | undefined }

function audienceOf({ audience = 'public' }: Marked): Audience {
  return audience
}

function isUsed(id: string, { observations, targets }: Snapshot): boolean {
  return [...observations, ...targets].some(({ indicator }) => indicator === id)
}

function indicatorChanged(found: Audience): Refusal {
  return refusal(
    'audience-changed',
    quote(found),
    '与已发布的相同：这项指标已有数，公开范围不能再改；要改请另立一项指标',
    'the same as published: figures of this indicator are published; take a new indicator',
  )
}

function publicationChanged(found: Audience): Refusal {
  return refusal(
    'audience-changed',
    quote(found),
    '与已发布的相同：出处的公开范围不能再改；要改请用新的编号另行发布',
    'the same as published: publish it again under an id of its own',
  )
}

/** Of indicators with figures, and of publications; a row may change with a revision. */
export function checkAudienceKept(published: Published | null, input: Input): Issue[] {
  if (!published) return []
  const { catalog, snapshots } = published
  const indicators = input.indicators.flatMap(({ record, path }) => {
    const known = catalog.indicators.find(({ id }) => id === record.id)
    if (!known || record.audience === undefined) return []
    if (audienceOf(known) === record.audience) return []
    if (!snapshots.some((snapshot) => isUsed(record.id, snapshot))) return []
    return [toIssue(path('audience'), indicatorChanged(record.audience))]
  })
  const publications = input.publications.flatMap(({ facts, path }) => {
    const known = snapshots.find(({ id }) => id === facts.id)
    const found = audienceOf(facts)
    if (!known || audienceOf(known) === found) return []
    return [toIssue(path('audience'), publicationChanged(found))]
  })
  return [...indicators, ...publications]
}
