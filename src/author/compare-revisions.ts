/** What a revision of a publication changes, adds and takes away: it stands in for the whole of it. */
import type { Snapshot } from '../contract/snapshot.ts'
import { observationKey, targetKey, taskKey } from './record-key.ts'

/** Of one kind of record. */
export interface RecordChange {
  readonly changed: number
  readonly added: number
  /** What would no longer be said, each by the name that a person knows it by. */
  readonly removed: readonly string[]
  readonly stayed: number
}

export interface RevisionChange {
  readonly observations: RecordChange
  readonly targets: RecordChange
  readonly tasks: RecordChange
}

interface Named {
  readonly key: string
  readonly name: string
  readonly content: string
}

interface Figure {
  readonly indicator: string
  readonly region: string
  readonly breakdown?: string | undefined
  readonly period: string
}

function compareRecords(before: readonly Named[], after: readonly Named[]): RecordChange {
  const now = new Map(after.map(({ key, content }) => [key, content]))
  const kept = before.filter(({ key }) => now.has(key))
  const changed = kept.filter(({ key, content }) => now.get(key) !== content).length
  return {
    changed,
    added: now.size - kept.length,
    removed: before.filter(({ key }) => !now.has(key)).map(({ name }) => name),
    stayed: kept.length - changed,
  }
}

/** Regions only where there are several: most publications speak of one. */
function nameFigures({ observations, targets }: Snapshot) {
  const regions = new Set([...observations, ...targets].map(({ region }) => region))
  const nameOf = (of: Figure) => {
    const parts = [of.indicator, regions.size > 1 ? of.region : undefined, of.breakdown, of.period]
    return parts.filter((part) => part !== undefined).join(' ')
  }
  return {
    observations: observations.map((o) => ({
      key: observationKey(o),
      name: nameOf(o),
      content: JSON.stringify(o),
    })),
    targets: targets.map((t) => ({
      key: targetKey(t),
      name: nameOf(t),
      content: JSON.stringify(t),
    })),
  }
}

function nameTasks({ tasks = [] }: Snapshot): Named[] {
  return tasks.map((task) => ({
    key: taskKey(task),
    name: task.round === undefined ? task.number : `${task.round} ${task.number}`,
    content: JSON.stringify(task),
  }))
}

export function compareRevisions(before: Snapshot, after: Snapshot): RevisionChange {
  const [earlier, now] = [nameFigures(before), nameFigures(after)]
  return {
    observations: compareRecords(earlier.observations, now.observations),
    targets: compareRecords(earlier.targets, now.targets),
    tasks: compareRecords(nameTasks(before), nameTasks(after)),
  }
}

export function removesAny({ observations, targets, tasks }: RevisionChange): boolean {
  return [observations, targets, tasks].some(({ removed }) => removed.length > 0)
}
