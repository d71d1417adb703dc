/** A whole generation taken once more, to stand in the place of what is stored: nothing goes before it is here. */
import type { GenerationChange } from '../db/store-port.ts'
import { planUpdate } from './plan-update.ts'
import type { Taken } from './take-file.ts'
import { noteTaken, takeChange, type UpdateTools } from './take-in.ts'
import { takeManifest } from './take-manifest.ts'

/**
 * Everything that the manifest lists, fetched and verified; what is stored is not asked. Older than
 * what was accepted here is refused. Unreachable, too, where it was cancelled.
 */
export async function takeAnew(tools: UpdateTools): Promise<Taken<GenerationChange>> {
  const found = await takeManifest(tools)
  if (found.kind !== 'taken') return found
  const floors = [await tools.tombstone.read(), tools.buildFloor].filter((floor) => floor !== null)
  const plan = planUpdate(tools.dataset, null, floors, found.value)
  if (plan.kind === 'refused') return { kind: 'refused', issues: [plan.issue] }
  if (plan.kind === 'same') throw new Error('nothing is known that it could be the same as')
  const taken = await takeChange(plan, null, found.value, tools)
  if (taken.kind !== 'taken') return taken
  await noteTaken(found.value, tools)
  return { kind: 'taken', value: { ...taken.value, isAnew: true } }
}
