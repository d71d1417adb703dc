/** What the app knows where its data stand in the document: all of it at once, and nothing later. */
import type { Checked } from '../contract/issue.ts'
import type { Generation } from '../db/store-port.ts'
import { INITIAL_DATA_STATE, stateOf, type DataState } from './data-state.ts'

const EMBEDDED = { kind: 'embedded', why: null, loss: null } as const

export function fileStateOf(found: Checked<Generation>): DataState {
  const state: DataState = found.ok
    ? stateOf(found.value)
    : { ...INITIAL_DATA_STATE, phase: 'empty', refusals: found.issues }
  return { ...state, storage: EMBEDDED }
}
