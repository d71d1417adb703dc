/** What must hold between the files of one generation, beyond each file's own schema. */
import type { Catalog } from '../contract/catalog.ts'
import { issue, type Issue } from '../contract/issue.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { publicationKey } from '../contract/statement.ts'
import { indexCatalog, type CatalogIndex } from './catalog-index.ts'
import { checkUnit } from './check-figure.ts'
import { checkObservation } from './check-observation.ts'
import { checkTarget } from './check-target.ts'
import { breakKey, observationKey, targetKey, taskKey } from './record-key.ts'
import { toIssue } from './refusal.ts'

export interface SnapshotAt {
  /** The file, for findings. */
  readonly path: string
  readonly snapshot: Snapshot
}

/** Findings for every key that occurs again. */
function findRepeated(keys: readonly string[], pathOf: (at: number) => string): Issue[] {
  const seen = new Set<string>()
  return keys.flatMap((key, at) => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [
      issue(pathOf(at), 'repeated', `${key} 出现多次，应只出现一次`, `${key} again, expected once`),
    ]
  })
}

function noSuch(path: string, id: string): Issue {
  return issue(path, 'reference', `${id}，应为目录中有的`, `${id}, expected one of the catalog`)
}

function checkCatalog(catalog: Catalog, { themes, indicators, regions }: CatalogIndex): Issue[] {
  const issues = [
    ...findRepeated(
      catalog.themes.map(({ id }) => id),
      (at) => `catalog:themes.${at}`,
    ),
    ...findRepeated(
      catalog.indicators.map(({ id }) => id),
      (at) => `catalog:indicators.${at}`,
    ),
    ...findRepeated(
      catalog.regions.map(({ code }) => code),
      (at) => `catalog:regions.${at}`,
    ),
    ...findRepeated(catalog.breaks.map(breakKey), (at) => `catalog:breaks.${at}`),
  ]
  catalog.indicators.forEach(({ theme, unit }, at) => {
    if (!themes.has(theme)) issues.push(noSuch(`catalog:indicators.${at}.theme`, theme))
    const refusal = checkUnit(unit, undefined)
    if (refusal) issues.push(toIssue(`catalog:indicators.${at}.unit`, refusal))
  })
  catalog.regions.forEach(({ parent }, at) => {
    if (parent !== undefined && !regions.has(parent)) {
      issues.push(noSuch(`catalog:regions.${at}.parent`, parent))
    }
  })
  catalog.breaks.forEach(({ indicator, region }, at) => {
    if (!indicators.has(indicator)) issues.push(noSuch(`catalog:breaks.${at}.indicator`, indicator))
    if (region !== undefined && !regions.has(region)) {
      issues.push(noSuch(`catalog:breaks.${at}.region`, region))
    }
  })
  return issues
}

function checkSnapshot(
  { path, snapshot }: SnapshotAt,
  catalog: CatalogIndex,
  publishedById: ReadonlyMap<string, string>,
): Issue[] {
  const by = { id: snapshot.id, published: snapshot.published, publishedById }
  const { observations, targets, tasks = [] } = snapshot
  return [
    ...findRepeated(observations.map(observationKey), (at) => `${path}:observations.${at}`),
    ...findRepeated(targets.map(targetKey), (at) => `${path}:targets.${at}`),
    ...findRepeated(tasks.map(taskKey), (at) => `${path}:tasks.${at}`),
    ...observations.flatMap((observation, at) =>
      checkObservation(observation, catalog, by).map(({ field, refusal }) =>
        toIssue(`${path}:observations.${at}.${field}`, refusal),
      ),
    ),
    ...targets.flatMap((target, at) =>
      checkTarget(target, catalog).map(({ field, refusal }) =>
        toIssue(`${path}:targets.${at}.${field}`, refusal),
      ),
    ),
  ]
}

/** Revisions of a publication run from 1 without a gap, each later one with its reason. */
function checkRevisions(snapshots: readonly SnapshotAt[]): Issue[] {
  const known = new Set(snapshots.map(({ snapshot }) => publicationKey(snapshot)))
  return snapshots.flatMap(({ path, snapshot: { id, revision, revisionReason } }) => {
    if (revision === 1) return []
    const isGap = !known.has(publicationKey({ id, revision: revision - 1 }))
    if (isGap) {
      const zh = `第 ${revision} 版之前缺第 ${revision - 1} 版`
      return [
        issue(`${path}:revision`, 'revision-gap', zh, `no revision ${revision - 1} before it`),
      ]
    }
    if (revisionReason !== undefined) return []
    return [issue(`${path}:revisionReason`, 'revision-reason', '没有修订原因', 'no reason given')]
  })
}

export function checkGeneration(catalog: Catalog, snapshots: readonly SnapshotAt[]): Issue[] {
  const index = indexCatalog(catalog)
  const publishedById = new Map(snapshots.map(({ snapshot: s }) => [s.id, s.published]))
  const keys = snapshots.map(({ snapshot }) => publicationKey(snapshot))
  return [
    ...checkCatalog(catalog, index),
    ...findRepeated(keys, (at) => snapshots[at]?.path ?? ''),
    ...checkRevisions(snapshots),
    ...snapshots.flatMap((at) => checkSnapshot(at, index, publishedById)),
  ]
}
