import type { Snapshot, Task } from '../../../src/contract/snapshot.ts'
import { snapshot } from './snapshot.ts'

/** A made-up task in rectification, without a deadline. */
export function task(number: string, overrides: Partial<Task> = {}): Task {
  return {
    number,
    title: `虚构任务${number}`,
    leadUnit: '虚构单位甲',
    state: 'rectifying',
    ...overrides,
  }
}

/** A publication that only lists tasks. */
export function taskListOf(
  id: string,
  published: string,
  tasks: Task[],
  overrides: Partial<Snapshot> = {},
): Snapshot {
  return snapshot(id, published, [], { title: `虚构的清单 ${id}`, tasks, ...overrides })
}
